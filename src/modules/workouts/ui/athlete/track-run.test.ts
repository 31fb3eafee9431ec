import { describe, expect, test } from 'vitest'
import type { Upload } from '../../../../client/upload-queue.ts'
import type { Phone } from '../../../../sync/client/api.ts'
import { cardioSessions } from '../../model/cardio.ts'
import { importBatches, loggedSets, workouts } from '../../model.ts'
import { removeBatch } from '../../mutators/import.ts'
import { fitOf, gpxOf, kmlOf, START, straight } from '../../rules/cardio/fixtures.ts'
import { zipOf } from '../../rules/cardio/fixtures-zip.ts'
import { NOW, phoneOfGuest } from './fixtures-phone.ts'
import { readTracks, type TracksRequest } from './track-reading.ts'
import { createTrackRun, type TrackRun, type TrackState } from './track-run.ts'

const run = straight({ metres: 5000, seconds: 1500 })
const ride = straight({ metres: 20_000, seconds: 2400, from: START + 86_400_000 })
const titles = { run: 'Run', walk: 'Walk', hike: 'Hike', ride: 'Ride', row: 'Row', swim: 'Swim' }
const gpx = new File([gpxOf(run)], 'run.gpx')
const fit = new File([fitOf(ride, { sport: 2 }) as Uint8Array<ArrayBuffer>], 'ride.fit')

/** The worker's conversation in this thread. */
function workerHere(): Worker {
  const worker = { onmessage: null, onerror: null, terminate() {} } as unknown as Worker
  worker.postMessage = (request: TracksRequest) =>
    void readTracks(request, (reply) => worker.onmessage?.({ data: reply } as MessageEvent))
  return worker
}

async function setUp(room = Number.POSITIVE_INFINITY, on?: Phone) {
  const phone = on ?? (await phoneOfGuest())
  const kept: Upload[] = []
  const made = createTrackRun({
    ...{ phone, zone: 'Europe/Ljubljana', titles: () => titles, openWorker: workerHere, now: () => NOW },
    async keepFile(upload) {
      if (kept.length >= room) throw new DOMException('The phone is full.', 'QuotaExceededError')
      kept.push(upload)
    },
  })
  return { phone, kept, made }
}

function until<S extends TrackState['step']>(of: TrackRun, step: S) {
  return new Promise<Extract<TrackState, { step: S }>>((resolve) => {
    const look = () => {
      const state = of.get()
      if (state.step === step && !('isPlanning' in state && state.isPlanning)) resolve(state as never)
    }
    of.subscribe(look)
    look()
  })
}

const rowsOf = (phone: Phone) =>
  phone.read(async (rows) => ({
    workouts: await rows.all(workouts),
    sets: await rows.all(loggedSets),
    cardio: await rows.all(cardioSessions),
    batches: await rows.all(importBatches),
  }))

async function bring(made: TrackRun, ...files: File[]) {
  await made.choose(files)
  await until(made, 'review')
  await made.start()
}

describe('files of a watch on the phone', () => {
  test('come in with their bytes as they are, and all of it goes out again in one', async () => {
    const { phone, kept, made } = await setUp()
    await bring(made, gpx, fit)
    const done = await until(made, 'done')
    expect(done).toMatchObject({ fileName: 'run.gpx + 1', workouts: 2 })
    const rows = await rowsOf(phone)
    expect(rows.workouts.map(({ title, source }) => [title, source]).sort()).toEqual([
      ['Along the river', 'gpx'],
      ['Ride', 'fit'],
    ])
    expect(rows.cardio).toHaveLength(2)
    expect(rows.cardio.every((one) => rows.sets.some(({ id }) => id === one.id))).toBe(true)
    expect(await kept[0]?.file.text()).toBe(await gpx.text())
    expect(rows.cardio.map(({ file }) => file?.id).sort()).toEqual(kept.map(({ id }) => id).sort())

    await phone.mutate(removeBatch, { id: done.batchId })
    expect((await rowsOf(phone)).workouts).toEqual([])
    // And back: what the undo hid comes with its file.
    made.reset()
    await bring(made, gpx)
    await until(made, 'done')
    expect((await rowsOf(phone)).workouts.map(({ title }) => title)).toEqual(['Along the river'])
  })

  test('chosen twice are here once', async () => {
    const { phone, made } = await setUp()
    await bring(made, gpx)
    await until(made, 'done')
    await made.choose([gpx, new File([fitOf(run) as Uint8Array<ArrayBuffer>], 'same.fit')])
    const { files } = await until(made, 'review')
    expect(files.flatMap(({ planned }) => planned.map(({ kind }) => kind))).toEqual(['duplicate', 'duplicate'])
    expect((await rowsOf(phone)).workouts).toHaveLength(1)
  })

  test('on a phone without room for the file nothing is there by half', async () => {
    const { phone, made } = await setUp(0)
    await bring(made, gpx, fit)
    expect(await until(made, 'stopped')).toMatchObject({ why: 'The phone is full.', done: 0 })
    expect(await rowsOf(phone)).toEqual({ workouts: [], sets: [], cardio: [], batches: [] })
  })

  test('with room for one of two, the one is whole and the import is over', async () => {
    const { phone, made } = await setUp(1)
    await bring(made, gpx, fit)
    expect(await until(made, 'stopped')).toMatchObject({ done: 1 })
    const { workouts: here, cardio, batches } = await rowsOf(phone)
    expect([here.length, cardio.length, batches[0]?.state]).toEqual([1, 1, 'done'])
  })

  test('packed one by one are read, and kept packed', async () => {
    const { kept, made } = await setUp()
    const packed = await new Response(gpx.stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer()
    await bring(made, new File([packed], 'run.gpx.gz'))
    await until(made, 'done')
    expect(new Uint8Array((await kept[0]?.file.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(new Uint8Array(packed))
  })

  test('a KMZ is read like the KML in it, and kept as it came', async () => {
    const { kept, made } = await setUp()
    const kmz = await zipOf([
      ['files/icon.png', new Uint8Array([1, 2, 3])],
      ['doc.kml', new TextEncoder().encode(kmlOf(straight({ metres: 3000, seconds: 900 })))],
    ])
    await bring(made, new File([kmz], 'run.kmz'))
    await until(made, 'done')
    expect(new Uint8Array((await kept[0]?.file.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(kmz)
  })

  test('a zip with no KML in it, or cut off, is told as no track', async () => {
    const { made } = await setUp()
    const other = await zipOf([['photo.png', new Uint8Array([1, 2, 3])]])
    const cut = (await zipOf([['doc.kml', new TextEncoder().encode('<kml/>')]])).slice(0, -30)
    await made.choose([new File([other], 'photos.kmz'), new File([cut], 'cut.kmz')])
    const { files } = await until(made, 'review')
    const refused = (fileName: string) => [{ fileName, kind: 'refused', why: 'otherFile' }]
    expect(files.map(({ planned }) => planned)).toEqual([refused('photos.kmz'), refused('cut.kmz')])
  })

  test('of 100 MB are refused unread', async () => {
    const { made } = await setUp()
    const huge = { name: 'huge.gpx', size: 100_000_000, slice: () => new Blob(), arrayBuffer: () => Promise.reject() }
    await made.choose([huge as unknown as File])
    const { files } = await until(made, 'review')
    expect(files[0]?.planned).toEqual([{ fileName: 'huge.gpx', kind: 'refused', why: 'tooLarge' }])
  })

  test('what a track was is said by its athlete: its splits are told anew', async () => {
    const { phone, made } = await setUp()
    await made.choose([gpx])
    await until(made, 'review')
    made.say('0/0', 'row')
    await until(made, 'review')
    await made.start()
    await until(made, 'done')
    const { cardio } = await rowsOf(phone)
    expect(cardio[0]?.splits.slice(0, 2)).toEqual([500, 150_000])
    expect(cardio[0]?.mileSplits).toEqual([])
  })
})
