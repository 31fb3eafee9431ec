import { describe, expect, test } from 'vitest'
import { type MadeBlock, type MadeWorkout, madeHistory, seeded } from './fixtures.ts'
import { hevyCsv } from './fixtures-hevy.ts'
import { HEVY_MAIN, HEVY_REST, STRONG_MAIN, STRONG_REST, TYPED } from './fixtures-names.ts'
import { plan } from './fixtures-plan.ts'
import { strongCsv } from './fixtures-strong.ts'

type Names = { main: string[]; rest: string[] }
const APPS: [string, Names, (history: readonly MadeWorkout[]) => string][] = [
  ['Strong', { main: STRONG_MAIN, rest: STRONG_REST }, (history) => strongCsv(history, 'B')],
  ['Hevy', { main: HEVY_MAIN, rest: HEVY_REST }, (history) => hevyCsv(history)],
]

/** The nth of a list is done 1/n as often as the first. */
function pickByRank(list: string[], roll: number): string {
  const shares = list.map((_, i) => 1 / (i + 1))
  let left = roll * shares.reduce((sum, share) => sum + share, 0)
  const at = shares.findIndex((share) => {
    left -= share
    return left < 0
  })
  return list[at] ?? list[0] ?? ''
}

/** Five years of somebody's log: four in five exercises are of the common ones, one in 33 has a name that they typed. */
function logOf({ main, rest }: Names, seed: number): MadeWorkout[] {
  const dice = seeded(seed)
  const named = (block: MadeBlock): MadeBlock => {
    const kind = dice()
    const [list, roll] = [kind < 0.03 ? TYPED : rest, dice()]
    const name = kind < 0.8 && kind >= 0.03 ? pickByRank(main, roll) : (list[Math.floor(roll * list.length)] ?? '')
    return { ...block, strong: name, hevy: name }
  }
  return madeHistory(seed, 260).map((workout) => ({ ...workout, blocks: workout.blocks.map(named) }))
}

describe('the names of an export', () => {
  test.each(APPS)(
    'at least 95 of 100 rows of a %s log need no question, names typed by hand among them',
    (_, names, csv) => {
      const { counts, unsure } = plan(csv(logOf(names, 11)))
      expect(counts.exerciseRows).toBeGreaterThan(5_000)
      expect(counts.sureRows / counts.exerciseRows).toBeGreaterThanOrEqual(0.95)
      expect(unsure.map(({ name }) => name).filter((name) => TYPED.includes(name))).toHaveLength(TYPED.length)
    },
  )

  test.each(APPS)('of all names that %s ships at least 98 of 100 are known, and every common one', (_, names, csv) => {
    const [made] = madeHistory(1, 1)
    const block = made?.blocks[0]
    if (!made || !block) throw new Error('An empty history.')
    const all = [...names.main, ...names.rest]
    const one = (name: string, i: number) => ({
      ...made,
      day: made.day + i,
      blocks: [{ ...block, strong: name, hevy: name }],
    })
    const asked = plan(csv(all.map(one))).unsure.map(({ name }) => name)
    expect(asked.filter((name) => names.main.includes(name))).toEqual([])
    expect(1 - asked.length / all.length, asked.join(', ')).toBeGreaterThanOrEqual(0.98)
  })
})
