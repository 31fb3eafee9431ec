import { describe, expect, test } from 'vitest'
import type { Phone } from '../../../../sync/client/api.ts'
import { CATALOGUE } from '../../../exercises/data/catalogue.ts'
import { importBatches, workouts } from '../../model.ts'
import { importChunk, removeBatch } from '../../mutators/import.ts'
import { removeWorkout } from '../../mutators.ts'
import { madeHistory } from '../../rules/import/fixtures.ts'
import { strongCsv } from '../../rules/import/fixtures-strong.ts'
import { sentence } from '../../rules/import/fixtures-words.ts'
import { keepInMemory, planned, until, workerThatGives } from './fixtures-import.ts'
import { NOW, phoneOfGuest, phoneWith, serverWith } from './fixtures-phone.ts'
import { createImportRun, type ImportRun } from './import-run.ts'

const history = madeHistory(5, 100)
const file = new File([strongCsv(history, 'A')], 'strong.csv')
const ANSWERS = { loadUnit: 'kg', distanceUnit: 'km' } as const

async function setUp(chunks = Number.POSITIVE_INFINITY, on?: Phone) {
  const phone = on ?? (await phoneOfGuest())
  const keep = keepInMemory()
  const open = (give: number) =>
    createImportRun({
      phone,
      keep,
      exercises: () => [...CATALOGUE],
      zone: 'Europe/Berlin',
      openWorker: () => workerThatGives(give),
      now: () => NOW,
    })
  return { phone, keep, run: open(chunks), openAgain: () => open(Number.POSITIVE_INFINITY) }
}

/** Its file is not there: the browser says no more than that. */
function workerThatIsMissing(): Worker {
  const worker = { onmessage: null, onerror: null, terminate() {} } as unknown as Worker
  worker.postMessage = () => worker.onerror?.(new Event('error') as ErrorEvent)
  return worker
}

async function reviewed(run: ImportRun) {
  run.choose(file)
  await planned(run)
  run.answer(ANSWERS)
  let { plan } = await planned(run)
  if (plan && plan.unsure.length > 0) {
    run.answer({ exercises: Object.fromEntries(plan.unsure.map(({ name }) => [name, 'own'])) })
    plan = (await planned(run)).plan
  }
  return plan
}

describe('an import on the phone', () => {
  test('says what to do when the part that reads files is not there', async () => {
    const parts = { phone: await phoneOfGuest(), keep: keepInMemory(), exercises: () => [...CATALOGUE] }
    const run = createImportRun({ ...parts, zone: 'UTC', openWorker: workerThatIsMissing, now: () => NOW })
    run.choose(file)
    const { refusal } = await until(run, 'idle', (state) => state.step === 'idle' && state.refusal !== null)
    expect(refusal).toEqual({ key: 'notLoaded', values: {} })
  })

  test('an answer that is late for a file that was put away says nothing of it', async () => {
    const { run } = await setUp()
    run.choose(file)
    await planned(run)
    run.answer(ANSWERS)
    run.reset()
    await new Promise((done) => setTimeout(done, 20))
    expect(run.get()).toEqual({ step: 'idle', refusal: null })
    // The next file is read as if nothing had been.
    expect((await reviewed(run))?.counts.workouts).toBe(history.length)
  })

  test('asks before it writes, then brings in everything', async () => {
    const { phone, keep, run } = await setUp()
    run.choose(file)
    await planned(run)
    await run.start()
    expect(run.get().step).toBe('review')
    expect(await phone.read((rows) => rows.all(workouts))).toEqual([])

    await reviewed(run)
    await run.start()
    expect(run.get()).toMatchObject({ step: 'done', workouts: history.length })
    expect(await phone.read((rows) => rows.all(workouts))).toHaveLength(history.length)
    const [batch] = await phone.read((rows) => rows.all(importBatches))
    expect(batch).toMatchObject({ state: 'done', total: history.length, fileName: 'strong.csv' })
    expect(keep.kept.size).toBe(0)
  })

  test('a tab closed in the middle goes on where it stopped, with the same batch and nothing twice', async () => {
    const { phone, run, openAgain } = await setUp(1)
    await reviewed(run)
    void run.start()
    await until(run, 'importing', (state) => state.step === 'importing' && state.done > 0)
    const before = (await phone.read((rows) => rows.all(workouts))).length
    expect(before).toBeGreaterThan(0)
    expect(before).toBeLessThan(history.length)

    const again = openAgain()
    const [batch] = await phone.read((rows) => rows.all(importBatches))
    if (!batch) throw new Error('The import left no batch.')
    expect(batch.state).toBe('running')
    expect(await again.goOn(batch)).toBe(true)
    await until(again, 'done')
    const all = await phone.read((rows) => rows.all(workouts))
    expect(all).toHaveLength(history.length)
    expect(new Set(all.map(({ batchId }) => batchId))).toEqual(new Set([batch.id]))
    expect(await phone.read((rows) => rows.get(importBatches, batch.id))).toMatchObject({ state: 'done' })
  })

  test('without the kept file it asks for it', async () => {
    const { keep, phone, run, openAgain } = await setUp(1)
    await reviewed(run)
    void run.start()
    await until(run, 'importing', (state) => state.step === 'importing' && state.done > 0)
    keep.kept.clear()
    const [batch] = await phone.read((rows) => rows.all(importBatches))
    if (!batch) throw new Error('The import left no batch.')
    expect(await openAgain().goOn(batch)).toBe(false)
  })

  test('importing the file again finds everything here already; after the undo it all comes back', async () => {
    const { phone, run, openAgain } = await setUp()
    await reviewed(run)
    await run.start()
    const second = openAgain()
    expect((await reviewed(second))?.counts).toMatchObject({ workouts: 0, duplicates: history.length })

    const [batch] = await phone.read((rows) => rows.all(importBatches))
    await phone.mutate(removeBatch, { id: batch?.id ?? '' })
    expect(await phone.read((rows) => rows.all(workouts))).toEqual([])
    const third = openAgain()
    await reviewed(third)
    await third.start()
    expect(await phone.read((rows) => rows.all(workouts))).toHaveLength(history.length)
  })

  test('looked at by a guest, it goes over to the account that arrives meanwhile', async () => {
    const { phone: guest, run } = await setUp()
    await reviewed(run)
    const { phone: account, keep } = await setUp()
    run.moveTo({ phone: account, keep })
    await planned(run)
    await run.start()
    expect(run.get()).toMatchObject({ step: 'done', workouts: history.length })
    expect(await guest.read((rows) => rows.all(workouts))).toEqual([])
    expect(await account.read((rows) => rows.all(workouts))).toHaveLength(history.length)
  })

  test('stopped with the guest’s log in the middle, it goes on in the account’s, with one batch and nothing twice', async () => {
    const guest = await phoneOfGuest()
    const { phone: account, keep } = await setUp()
    const guestKeep = keepInMemory()
    let chunks = 0
    const closing: Phone = {
      ...guest,
      mutate: (mutation, args) =>
        mutation.name === importChunk.name && chunks++ >= 1
          ? Promise.reject(new Error('The log is closed.'))
          : guest.mutate(mutation, args),
    }
    const run = createImportRun({
      phone: closing,
      keep: guestKeep,
      exercises: () => [...CATALOGUE],
      zone: 'Europe/Berlin',
      openWorker: () => workerThatGives(Number.POSITIVE_INFINITY),
      now: () => NOW,
    })
    await reviewed(run)
    await run.start()
    expect(run.get().step).toBe('stopped')

    await account.adopt(await guest.unsynced())
    run.moveTo({ phone: account, keep })
    await until(run, 'done')
    const all = await account.read((rows) => rows.all(workouts))
    expect(all).toHaveLength(history.length)
    const batches = await account.read((rows) => rows.all(importBatches))
    expect(batches.map(({ state }) => state)).toEqual(['done'])
    expect(new Set(all.map(({ batchId }) => batchId))).toEqual(new Set(batches.map(({ id }) => id)))
    expect([guestKeep.kept.size, keep.kept.size]).toEqual([0, 0])
  })

  test('what was deleted by itself after an import stays deleted when its file comes again', async () => {
    const { phone, run, openAgain } = await setUp()
    await reviewed(run)
    await run.start()
    const [one] = await phone.read((rows) => rows.all(workouts))
    await phone.mutate(removeWorkout, { id: one?.id ?? '' })
    expect((await reviewed(openAgain()))?.counts).toMatchObject({
      workouts: 0,
      duplicates: history.length,
      deleted: 1,
    })
  })

  test('a file waits for the months that are still to come: on a new phone the same file changes nothing', async () => {
    const old = await setUp()
    await reviewed(old.run)
    await old.run.start()
    const server = await serverWith(old.phone)
    const { phone, run } = await setUp(undefined, await phoneWith({ transport: server.transport }))
    const syncing = phone.sync()
    run.choose(file)
    const waiting = await until(run, 'review')
    expect(waiting).toMatchObject({ isWaiting: true, plan: undefined })
    run.answer(ANSWERS)
    await run.start()
    expect(run.get().step).toBe('review')

    server.sendMonths()
    await syncing
    const { plan, isWaiting } = await planned(run)
    expect(isWaiting).toBe(false)
    expect(plan?.counts).toMatchObject({ workouts: 0, duplicates: history.length })
  })

  test('without a signal it can go on without them', async () => {
    const { run } = await setUp(undefined, await phoneWith({}))
    run.choose(file)
    expect(await until(run, 'review')).toMatchObject({ isWaiting: true })
    run.goOnWithout()
    expect((await planned(run)).plan?.counts).toMatchObject({ workouts: history.length })
  })

  test('a file that is none is refused with what to do', async () => {
    const { run } = await setUp()
    run.choose(new File([new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2])], 'log.xlsx'))
    const { refusal } = await until(run, 'idle', (state) => state.step === 'idle' && state.refusal !== null)
    expect(refusal && sentence(refusal)).toContain('log.xlsx is an Excel or zip file')
  })
})
