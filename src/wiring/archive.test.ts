/** Logs of every shape that the collections allow, whatever collections there are: written, brought in, written again. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { type Log, namedCollections } from '../sync/archive.ts'
import { SELF } from '../sync/archive-mutations.ts'
import type { Phone, Transport } from '../sync/client/api.ts'
import { createMemoryStore } from '../sync/client/memory-store.ts'
import { createPhone } from '../sync/client/phone.ts'
import { gatherLog } from '../sync/client/whole-log.ts'
import type { Collection, Row } from '../sync/mutation.ts'
import { collections, logs, ME, readWhole, rowsOf, write } from '../test/random-log.ts'
import { phoneArchive, phoneCollections, phoneMutations } from './sync-phone.ts'
import { syncedCollections } from './sync-server.ts'

const [bring, mark] = phoneArchive
const YOU = '018f0000-0000-7000-8000-00000000b0b0'

const never = () => Promise.reject(new Error('This phone never syncs.'))
let ids = 0
async function phoneOf(space: string, boot?: Transport['boot']): Promise<Phone> {
  const phone = createPhone({
    space,
    actor: space,
    guest: !boot,
    build: 'test',
    store: createMemoryStore(),
    transport: { push: never, pull: never, boot: boot ?? never },
    collections: phoneCollections,
    mutations: phoneMutations,
    clock: { now: () => 1_700_000_000_000 + ids, setTimeout: () => () => {} },
    random: () => (++ids * 0.618) % 1,
    locks: { ifFree: async (_name, run) => run().then(() => true) },
    rescue: { load: () => [], save: () => {} },
    report: (error) => console.error(error),
  })
  await phone.start()
  return phone
}

async function written(phone: Phone): Promise<string> {
  const whole = await gatherLog(phone, { collections: phoneCollections, fetchMonth: never })
  return write(whole.log, phone.space, whole)
}

async function bringAll(phone: Phone, text: string, revive = false): Promise<void> {
  const { archive } = readWhole(text)
  const deleted = [...archive.deleted].flatMap(([of, list]) => list.map((row) => ({ of, row })))
  await phone.mutate(bring, { rows: deleted, revive: false })
  await phone.mutate(mark, { undoes: [], rows: deleted.map(({ of, row }) => ({ of, id: row.id, deleted: true })) })
  const rows = [...archive.log].flatMap(([of, list]) => list.map((row) => ({ of, row })))
  for (let i = 0; i < rows.length; i += 7) await phone.mutate(bring, { rows: rows.slice(i, i + 7), revive })
}

describe('an archive', () => {
  test('holds every collection there is, on both ends', () => {
    expect(phoneCollections.map(({ name }) => name)).toEqual(syncedCollections.map(({ name }) => name))
    const { log } = JSON.parse(write(new Map())) as { log: object }
    expect(Object.keys(log)).toEqual(phoneCollections.map(({ name }) => name))
    expect(namedCollections(phoneCollections).map(({ name }) => name)).toEqual(['exercise'])
  })

  test('has room in every field for nothing, which is what it writes where nothing was written', () => {
    const unable = collections.flatMap(({ name, row }) =>
      Object.entries((row as unknown as z.ZodMiniObject).shape)
        .filter(([, field]) => z.safeParse(field, undefined).success && !z.safeParse(field, null).success)
        .map(([field]) => `${name}.${field} may be absent and not null: let it be null too`),
    )
    expect(unable).toEqual([])
  })

  test('reads back as what was written, in whatever order the rows were found', () => {
    fc.assert(
      fc.property(logs, fc.infiniteStream(fc.nat()), (log, picks) => {
        const text = write(log)
        const shuffled = [...log].map(([name, rows]): [string, Row[]] => [
          name,
          rows
            .map((row) => ({ row, at: Number(picks.next().value) }))
            .sort((a, b) => a.at - b.at)
            .map(({ row }) => row),
        ])
        expect(write(new Map(shuffled))).toBe(text)
        const { archive, bad } = readWhole(text)
        expect(bad).toEqual([])
        expect(write(archive.log, SELF)).toBe(text)
      }),
      { numRuns: 60 },
    )
  })

  test('of a log that was brought into an empty account is the same bytes, also when it is brought in twice', async () => {
    await fc.assert(
      fc.asyncProperty(logs, async (log) => {
        const mine = await phoneOf(ME)
        await bringAll(mine, write(log))
        const text = await written(mine)
        expect(text).toBe(write(log))
        const yours = await phoneOf(YOU)
        await bringAll(yours, text)
        expect(await written(yours)).toBe(text)
        await bringAll(yours, text)
        expect(await written(yours)).toBe(text)
      }),
      { numRuns: 25 },
    )
  })

  test('brings nothing back that was deleted, unless it is told to; then as it was', async () => {
    const [log] = fc.sample(logs, { numRuns: 1, seed: 5 }) as [Log]
    const phone = await phoneOf(ME)
    await bringAll(phone, write(log))
    const text = await written(phone)
    const rows = [...log].flatMap(([of, list]) => (of === 'profile' ? [] : list.map(({ id }) => ({ of, id }))))
    expect(rows.length).toBeGreaterThan(10)
    await phone.mutate(mark, { undoes: [], rows: rows.map((row) => ({ ...row, deleted: true })) })
    const empty = await written(phone)
    expect(empty).toBe(write(new Map([['profile', log.get('profile') ?? []]])))
    await bringAll(phone, text)
    expect(await written(phone)).toBe(empty)
    await bringAll(phone, text, true)
    expect(await written(phone)).toBe(text)
  })

  test('leaves what is here as it is', async () => {
    const phone = await phoneOf(ME)
    const [log] = fc.sample(logs, { numRuns: 1, seed: 6 }) as [Log]
    await bringAll(phone, write(log))
    const [of, [first]] = [...log].find(([name, rows]) => name !== 'profile' && rows.length > 0) as [string, Row[]]
    const before = await written(phone)
    const other = fc
      .sample(rowsOf(collections.find(({ name }) => name === of) as Collection), { numRuns: 50, seed: 2 })
      .flat()[0]
    await phone.mutate(bring, { rows: [{ of, row: { ...other, id: first?.id ?? '' } }], revive: true })
    expect(await written(phone)).toBe(before)
  })

  test('keeps the name of an own exercise that was deleted while workouts show it, and no other', async () => {
    const phone = await phoneOf(ME)
    const [log] = fc
      .sample(logs, { numRuns: 60, seed: 9 })
      .filter((one) => (one.get('workout_exercise')?.length ?? 0) > 3 && (one.get('exercise')?.length ?? 0) > 3) as [
      Log,
    ]
    const [used, unused] = log.get('exercise') as [Row, Row]
    const entries = log.get('workout_exercise')?.map((entry) => ({ ...entry, exerciseId: used.id })) ?? []
    await bringAll(phone, write(new Map([...log, ['workout_exercise', entries]])))
    const rows = [used, unused].map(({ id }) => ({ of: 'exercise', id }))
    await phone.mutate(mark, { undoes: [], rows: rows.map((row) => ({ ...row, deleted: true })) })
    const text = await written(phone)
    const { archive } = readWhole(text)
    expect(archive.deleted.get('exercise')?.map(({ id }) => id)).toEqual([used.id])
    expect(archive.log.get('exercise')?.length).toBe((log.get('exercise')?.length ?? 0) - 2)
    const yours = await phoneOf(YOU)
    await bringAll(yours, text)
    expect(await written(yours)).toBe(text)
  })

  test('lays months that are not on this phone under what is, and names those that nobody gives', async () => {
    const [log] = fc.sample(logs, { numRuns: 60, seed: 11 }).filter((one) => (one.get('workout')?.length ?? 0) > 2) as [
      Log,
    ]
    const [mine, theirs, deleted] = log.get('workout') as [Row, Row, Row]
    const answer = { epoch: 'one', version: 1, rows: [] }
    const phone = await phoneOf(ME, async ({ part }) => ({ ...answer, part, months: ['2020-02', '2020-01'] }))
    await phone.steps.boot()
    await phone.steps.boot()
    await phone.mutate(bring, { rows: [{ of: 'workout', row: mine }], revive: false })
    const wire = (row: Row, more = {}) => {
      return { entity: 'workout', id: row.id, v: 1, stamps: { row: [1, ME, 1] as const }, data: { ...row }, ...more }
    }
    const older = [wire({ ...mine, title: 'Of the server' } as Row), wire(theirs), wire(deleted, { deleted: true })]
    const fetchMonth = (month: string) => (month === '2020-01' ? Promise.resolve(older) : never())
    const whole = await gatherLog(phone, { collections: phoneCollections, fetchMonth })
    expect(whole.missing).toEqual(['2020-02'])
    expect(whole.log.get('workout')).toEqual([mine, theirs])
    expect([...(whole.gone.get('workout') ?? [])]).toEqual([deleted.id])
    await phone.stop()
  })

  test('does not hold the sets of an exercise that was taken out of its workout', async () => {
    const phone = await phoneOf(ME)
    const [log] = fc
      .sample(logs, { numRuns: 40, seed: 7 })
      .filter((one) => (one.get('workout_exercise')?.length ?? 0) > 3 && (one.get('logged_set')?.length ?? 0) > 3) as [
      Log,
    ]
    const entry = log.get('workout_exercise')?.[0]
    const sets = log.get('logged_set')?.map((set) => ({ ...set, entryId: entry?.id })) ?? []
    await bringAll(phone, write(new Map([...log, ['logged_set', sets]])))
    await phone.mutate(mark, {
      undoes: [],
      rows: [{ of: 'workout_exercise', id: entry?.id ?? '', deleted: true }],
    })
    const { archive } = readWhole(await written(phone))
    expect(archive.log.get('logged_set')).toEqual([])
    expect(archive.log.get('workout_exercise')?.length).toBe((log.get('workout_exercise')?.length ?? 0) - 1)
  })
})
