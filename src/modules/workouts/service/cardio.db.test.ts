/** Whose eyes a recording is for, and how long it is kept. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { NOBODY, withActor } from '../../../server/db.ts'
import type { Actor } from '../../../shared/actor.ts'
import { newId } from '../../../shared/id.ts'
import { withSpace } from '../../../sync/server/space.ts'
import { openMedia } from '../../../test/media.ts'
import { beginCoaching, newPerson, openServices } from '../../../test/people.ts'
import { syncServer } from '../../../wiring/sync-server.ts'
import { uploadPorts } from '../../../wiring/upload-ports.ts'
import { DOMAINS } from '../../coaching/model.ts'
import { changeGrant } from '../../coaching/service/relations.ts'
import { beginUpload, completeUpload, findUploads, removeUploads, retireUnnamed } from '../../media/service/uploads.ts'
import { cardioSessions } from '../model/cardio.ts'
import { workouts } from '../model.ts'
import { fitOf, straight } from '../rules/cardio/fixtures.ts'
import { workoutOn } from '../rules/fixtures.ts'

const media = openMedia()
const { folder } = media

beforeAll(async () => {
  await openServices()
  syncServer()
})

const quiet = async () => {}
const recording = Buffer.from(fitOf(straight({ metres: 1000, seconds: 300 })))
const inLog = (owner: Actor, write: Parameters<typeof withSpace>[2]) =>
  withActor(owner, [owner.userId], (tx) => withSpace(tx, owner.userId, write))

async function bringRun(owner: Actor): Promise<{ fileId: string; workoutId: string }> {
  const [fileId, workoutId] = [newId(), newId()]
  const nothing = { splits: [], mileSplits: [], parts: [], outline: [0, 0, 5, 900] }
  await inLog(owner, async (space) => {
    await space.put(workouts, workoutOn(20_000, {}, { id: workoutId, source: 'fit' }).workout)
    await space.put(cardioSessions, {
      ...{ id: newId(), workoutId, gainM: null, avgHr: null, maxHr: null },
      ...nothing,
      file: { id: fileId, name: 'run.fit', sha256: 'a'.repeat(64) },
    })
  })
  const mime = 'application/octet-stream'
  const begun = await beginUpload(owner, { id: fileId, kind: 'activity_file', mime, bytes: recording.length })
  if (begun.state === 'ready') throw new Error('It was never sent.')
  await fetch(new URL(begun.url, media.origin), {
    method: 'PUT',
    body: new Uint8Array(recording),
    headers: begun.headers,
  })
  await completeUpload(owner, { id: fileId })
  return { fileId, workoutId }
}

const addressOf = async (actor: Actor, owner: Actor, id: string) =>
  (await findUploads(uploadPorts, actor, { ownerId: owner.userId, ids: [id], size: 0 }))[0]?.url

test('comes back byte by byte to its athlete, and to nobody else, with everything shared that can be', async () => {
  const [athlete, coach, stranger] = [await newPerson('Ada'), await newPerson('Carl'), await newPerson('Sam')]
  const relationId = await beginCoaching(coach, athlete)
  for (const domain of DOMAINS) await changeGrant(quiet, athlete, { relationId, domain, level: 'read' })
  const { fileId } = await bringRun(athlete)
  const url = await addressOf(athlete, athlete, fileId)
  const answer = await fetch(new URL(url ?? '', media.origin))
  expect(Buffer.from(await answer.arrayBuffer()).equals(recording)).toBe(true)
  expect(await addressOf(coach, athlete, fileId)).toBeUndefined()
  expect(await addressOf(stranger, athlete, fileId)).toBeUndefined()
})

test('stays as long as the deletion of its workout can be undone, however old it is', async () => {
  const athlete = await newPerson('Ole')
  const { fileId, workoutId } = await bringRun(athlete)
  await inLog(athlete, (space) => space.delete(workouts, workoutId))
  const later = Date.now() + 61 * 86_400_000
  expect(await retireUnnamed(uploadPorts, athlete.userId, later)).toBe(0)
  await inLog(athlete, (space) => space.restore(workouts, workoutId))
  expect(await addressOf(athlete, athlete, fileId)).toBeDefined()
  await inLog(athlete, (space) => space.delete(workouts, workoutId))
  await withActor(NOBODY, [athlete.userId], (tx) => syncServer().forgetAged(tx, athlete.userId, later))
  expect(await retireUnnamed(uploadPorts, athlete.userId, later)).toBe(1)
})

test('stays while its workout is there, and goes for good after that', async () => {
  const athlete = await newPerson('Ida')
  const { fileId, workoutId } = await bringRun(athlete)
  const remove = () => removeUploads(uploadPorts, athlete, { ids: [fileId] })
  expect(await remove()).toEqual({ waits: [fileId] })
  expect(await addressOf(athlete, athlete, fileId)).toBeDefined()
  await inLog(athlete, (space) => space.delete(workouts, workoutId))
  expect(await remove()).toEqual({ waits: [] })
  expect(await addressOf(athlete, athlete, fileId)).toBeUndefined()
  expect(existsSync(join(folder, 'upload', fileId))).toBe(false)
})
