import { expect, test } from 'vitest'
import { MOST_INVITED } from '../../model.ts'
import { sendInvites } from './send-invites.ts'

type Outcome = Parameters<typeof sendInvites>[1]['ask'] extends (part: string[]) => Promise<readonly (infer One)[]>
  ? One
  : never

const ids = Array.from({ length: 2_200 }, (_, n) => `m${n}`)
/** A server that has so many letters left, and no address of every tenth. */
function serverWith(letters: number) {
  const parts: number[] = []
  let left = letters
  const ask = async (part: string[]): Promise<Outcome[]> => {
    parts.push(part.length)
    return part.map((memberId): Outcome => {
      const isBare = memberId.endsWith('0')
      const outcome = isBare ? 'link' : left > 0 ? 'letter' : 'tomorrow'
      if (outcome === 'letter') left -= 1
      return { memberId, name: memberId, outcome, token: isBare ? memberId : null, expiresAt: 1 }
    })
  }
  return { parts, ask }
}
const steps: number[] = []
const always = { onStep: (done: number) => void steps.push(done), isWanted: () => true }

test('more than one order takes go in several, and the end says what became of each', async () => {
  const { ask, parts } = serverWith(10_000)
  const told = await sendInvites(ids, { ...always, ask })
  expect(parts).toEqual([MOST_INVITED, MOST_INVITED, MOST_INVITED, MOST_INVITED, 200])
  expect(steps).toEqual([0, 500, 1_000, 1_500, 2_000])
  expect(told.count).toEqual({ letter: 1_980, link: 220, today: 0, tomorrow: 0, address: 0 })
  expect(told.links).toHaveLength(220)
  expect([told.unsent, told.problem]).toEqual([0, null])
})

test('when the day’s letters are used up, the rest waits and nobody asks about it', async () => {
  const { ask, parts } = serverWith(600)
  const told = await sendInvites(ids, { ...always, ask })
  expect(parts).toHaveLength(2)
  expect(told.count).toEqual({ letter: 600, link: 100, today: 0, tomorrow: 1_500, address: 0 })
})

test('a part that fails leaves what was done before, and a dialog that is closed sends no further one', async () => {
  const { ask } = serverWith(10_000)
  const failing = async (part: string[]) => (part[0] === 'm500' ? Promise.reject(new Error('No answer.')) : ask(part))
  expect(await sendInvites(ids, { ...always, ask: failing })).toMatchObject({
    count: { letter: 450, link: 50 },
    unsent: 1_700,
    problem: 'No answer.',
  })
  let asked = 0
  const closed = { ...always, isWanted: () => asked++ < 1 }
  expect(await sendInvites(ids, { ...closed, ask })).toMatchObject({ unsent: 1_700, problem: null })
})
