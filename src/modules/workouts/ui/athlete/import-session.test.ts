import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../../exercises/data/catalogue.ts'
import { madeHistory } from '../../rules/import/fixtures.ts'
import { strongCsv } from '../../rules/import/fixtures-strong.ts'
import { sentence } from '../../rules/import/fixtures-words.ts'
import { createImportSession, type ImportFile, type ImportReply } from './import-session.ts'

const context = { exercises: CATALOGUE, existing: [], zone: 'Europe/Berlin', now: Date.UTC(2026, 10, 23) }
const fileOf = (text: string, name = 'strong.csv'): ImportFile => Object.assign(new Blob([text]), { name })

const failure = (reply: Extract<ImportReply, { type: 'failed' }> | undefined) => reply && sentence(reply.why)

function conversation() {
  const replies: ImportReply[] = []
  const handle = createImportSession(
    (reply) => replies.push(reply),
    () => Promise.resolve(),
  )
  const last = <T extends ImportReply['type']>(type: T) =>
    replies.findLast((reply): reply is Extract<ImportReply, { type: T }> => reply.type === type)
  return { replies, handle, last }
}

describe('an import in conversation', () => {
  test('file, questions, answers, preview, chunks to the last', async () => {
    const history = madeHistory(5, 30)
    const { handle, last, replies } = conversation()
    await handle({ type: 'read', file: fileOf(strongCsv(history, 'A')) })
    expect(last('read')?.read.questions.map(({ kind }) => kind)).toEqual(['loadUnit', 'distanceUnit', 'zone'])
    expect(last('read')?.read).not.toHaveProperty('rows')

    await handle({ type: 'plan', answers: {}, context })
    expect(last('plan')?.plan.open.map(({ kind }) => kind)).toEqual(['loadUnit', 'distanceUnit'])
    await handle({ type: 'next', batchId: 'b1' })
    expect(failure(last('failed'))).toBe('Answer the questions about strong.csv before importing it.')

    await handle({ type: 'plan', answers: { loadUnit: 'kg', distanceUnit: 'km' }, context })
    expect(last('plan')?.plan.counts.workouts).toBe(history.length)
    expect(last('plan')?.plan.sample[0]?.workout.startedAt).toBe(last('plan')?.plan.lastAt)
    const seen: string[] = []
    do {
      await handle({ type: 'next', batchId: 'b1' })
      seen.push(...(last('chunk')?.workouts ?? []).map(({ workout }) => workout.id))
    } while (!last('chunk')?.last)
    expect(new Set(seen).size).toBe(history.length)
    await handle({ type: 'next', batchId: 'b1' })
    expect(last('chunk')).toMatchObject({ workouts: [], done: history.length, last: true })
    expect(replies.some(({ type }) => type === 'progress')).toBe(true)
  })

  test('a file of 100 MB is refused by its size: only its first bytes are read', async () => {
    const { handle, last } = conversation()
    const read: number[] = []
    const file: ImportFile = {
      name: 'big.csv',
      size: 100_000_000,
      slice: (start = 0, end = 0) => {
        read.push(end - start)
        return new Blob(['Date,'])
      },
      arrayBuffer: () => Promise.reject(new Error('read to its end')),
    }
    await handle({ type: 'read', file })
    expect(last('refused')?.problem.key).toBe('tooLarge')
    expect(read).toEqual([4096])
  })

  test('a newer request ends an older one in the middle', async () => {
    const { handle, replies } = conversation()
    const slow = handle({ type: 'read', file: fileOf(strongCsv(madeHistory(5, 60), 'A'), 'old.csv') })
    const quick = handle({ type: 'read', file: fileOf(strongCsv(madeHistory(5, 1), 'A'), 'new.csv') })
    await Promise.all([slow, quick])
    const read = replies.filter((reply) => reply.type === 'read').map((reply) => reply.read.fileName)
    expect(read).toEqual(['new.csv'])
  })

  test('an answer without a file, a file that is none', async () => {
    const { handle, last } = conversation()
    await handle({ type: 'plan', answers: {}, context })
    expect(failure(last('failed'))).toBe('Choose a file before answering questions about it.')
    await handle({ type: 'next', batchId: 'b' })
    expect(failure(last('failed'))).toBe('Choose a file and answer its questions before importing it.')
    await handle({ type: 'read', file: fileOf('{"a":1}', 'a.csv') })
    const refused = last('refused')
    expect(refused && sentence(refused.problem)).toContain('a.csv is a JSON file')
  })
})
