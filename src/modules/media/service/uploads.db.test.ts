import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { NOBODY, withActor } from '../../../server/db.ts'
import type { Actor } from '../../../shared/actor.ts'
import { newId } from '../../../shared/id.ts'
import { withSpace } from '../../../sync/server/space.ts'
import type { TestDatabase } from '../../../test/database.ts'
import { openMedia } from '../../../test/media.ts'
import { beginCoaching, newPerson, openServices } from '../../../test/people.ts'
import { BLUE, colourAt, isNear, phonePhoto, RED, webpChunks } from '../../../test/photos.ts'
import { erasePeople } from '../../../wiring/privacy.ts'
import { syncServer } from '../../../wiring/sync-server.ts'
import { uploadPorts } from '../../../wiring/upload-ports.ts'
import type { Domain } from '../../coaching/model.ts'
import { changeGrant, endRelation } from '../../coaching/service/relations.ts'
import { askDeletion } from '../../users/service/privacy.ts'
import { progressPhotos } from '../../workouts/model/body.ts'
import type { UploadKind } from '../model/uploads.ts'
import { collectLeftovers } from './photos.ts'
import { beginUpload, completeUpload, findUploads, removeUploads, retireUnnamed } from './uploads.ts'

const media = openMedia()
const { folder } = media
let db: TestDatabase

beforeAll(async () => {
  db = await openServices()
  syncServer()
})

const DAY = 86_400_000
const quiet = async () => {}
const files = (of: string) => (existsSync(join(folder, of)) ? readdirSync(join(folder, of)).toSorted() : [])

async function put(actor: Actor, id: string, body: Buffer, kind: UploadKind = 'progress_photo') {
  const mime = kind === 'progress_photo' ? 'image/jpeg' : 'application/octet-stream'
  const begun = await beginUpload(actor, { id, kind, mime, bytes: body.length })
  if (begun.state === 'ready') return 'ready'
  const { url, headers } = begun
  return (await fetch(new URL(url, media.origin), { method: 'PUT', body: new Uint8Array(body), headers })).status
}

const inLog = (owner: Actor, write: Parameters<typeof withSpace>[2]) =>
  withActor(owner, [owner.userId], (tx) => withSpace(tx, owner.userId, write))

/** The row of the log, and its picture. */
async function takePhoto(owner: Actor): Promise<string> {
  const id = newId()
  await inLog(owner, (space) => space.put(progressPhotos, { id, pose: 'front', at: 1, localDay: 20_000 }))
  await put(owner, id, await phonePhoto())
  await completeUpload(owner, { id })
  return id
}

const seenBy = async (actor: Actor, owner: Actor, id: string) =>
  (await findUploads(uploadPorts, actor, { ownerId: owner.userId, ids: [id], size: 360 })).map((one) => one.id)

describe('a picture that a phone brings by itself', () => {
  test('is kept whole and upright in two sizes, without EXIF, place or profile', async () => {
    const person = await newPerson()
    const id = newId()
    await put(person, id, await phonePhoto({ width: 1500, height: 2000 }))
    await completeUpload(person, { id })
    expect(files(`kept/${id}`)).toEqual(['1600.webp', '360.webp'])
    expect(files('upload')).not.toContain(id)
    for (const [side, width] of [
      [360, 270],
      [1600, 1200],
    ]) {
      const kept = readFileSync(join(folder, `kept/${id}/${side}.webp`))
      expect(webpChunks(kept).filter((chunk) => !/^VP8[LX ]?$/.test(chunk))).toEqual([])
      expect(kept.toString('latin1')).not.toMatch(/Exif|Spycam|http/)
      expect(await sharp(kept).metadata()).toMatchObject({ width, height: side })
      expect(isNear(await colourAt(kept, 0.5, 0.1), RED)).toBe(true)
      expect(isNear(await colourAt(kept, 0.5, 0.9), BLUE)).toBe(true)
    }
  })

  test('sent again because an answer was lost, or completed twice at once, is one', async () => {
    const person = await newPerson()
    const [id, photo] = [newId(), await phonePhoto()]
    expect(await put(person, id, photo)).toBe(200)
    expect(await put(person, id, photo)).toBe(200)
    const done = await Promise.all([completeUpload(person, { id }), completeUpload(person, { id })])
    expect(done.filter(({ changed }) => changed)).toHaveLength(1)
    expect(await put(person, id, photo)).toBe('ready')
    expect(await completeUpload(person, { id })).toEqual({ changed: false })
    expect(await db.admin`select 1 from media_object where owner_id = ${person.userId}`).toHaveLength(1)
    expect(files(`kept/${id}`)).toHaveLength(2)
  })

  test('under an id that is somebody else’s is refused, and theirs stays', async () => {
    const [person, other] = [await newPerson(), await newPerson()]
    const id = await takePhoto(person)
    const taken = put(other, id, await phonePhoto())
    await expect(taken).rejects.toMatchObject({ code: 'bad_input' })
    await expect(completeUpload(other, { id })).rejects.toMatchObject({ code: 'not_found' })
    await removeUploads(uploadPorts, other, { ids: [id] })
    expect(await seenBy(person, person, id)).toEqual([id])
  })

  test('that is none is refused for good; one that has not arrived may come again', async () => {
    const person = await newPerson()
    const [id, missing] = [newId(), newId()]
    await put(person, id, Buffer.from('<svg/>'))
    await expect(completeUpload(person, { id })).rejects.toMatchObject({ code: 'bad_input' })
    await beginUpload(person, { id: missing, kind: 'progress_photo', mime: 'image/jpeg', bytes: 10 })
    await expect(completeUpload(person, { id: missing })).rejects.toMatchObject({ code: 'conflict' })
    const wrong = beginUpload(person, { id: newId(), kind: 'progress_photo', mime: 'image/svg+xml', bytes: 10 })
    await expect(wrong).rejects.toMatchObject({ code: 'bad_input' })
  })
})

test('a recording is kept byte by byte, and opened as nothing but a file', async () => {
  const person = await newPerson()
  const [id, body] = [newId(), Buffer.from('<gpx><script>alert(1)</script></gpx>')]
  await put(person, id, body, 'activity_file')
  await completeUpload(person, { id })
  const [found] = await findUploads(uploadPorts, person, { ownerId: person.userId, ids: [id], size: 0 })
  const answer = await fetch(new URL(found?.url ?? '', media.origin))
  expect(answer.headers.get('content-type')).toBe('application/octet-stream')
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(body)
})

describe('who sees a picture of progress', () => {
  const others: Domain[] = ['training', 'measurements', 'video', 'wellness', 'injuries', 'attendance']

  test('oneself; a coach by a grant of photos and no other, until it is taken back or the relation ends', async () => {
    const [athlete, stranger] = [await newPerson(), await newPerson()]
    const id = await takePhoto(athlete)
    expect(await seenBy(athlete, athlete, id)).toEqual([id])
    expect(await seenBy(stranger, athlete, id)).toEqual([])
    const [blind, coach, leaving] = [await newPerson(), await newPerson(), await newPerson()]
    await beginCoaching(
      blind,
      athlete,
      others.map((domain) => ({ domain, level: 'read' as const })),
    )
    expect(await seenBy(blind, athlete, id)).toEqual([])
    const relationId = await beginCoaching(coach, athlete, [{ domain: 'photos', level: 'read' }])
    expect(await seenBy(coach, athlete, id)).toEqual([id])
    expect(await seenBy(athlete, coach, id)).toEqual([])
    await changeGrant(quiet, athlete, { relationId, domain: 'photos', level: null })
    expect(await seenBy(coach, athlete, id)).toEqual([])
    const ending = await beginCoaching(leaving, athlete, [{ domain: 'photos', level: 'read' }])
    expect(await seenBy(leaving, athlete, id)).toEqual([id])
    await endRelation(quiet, athlete, { relationId: ending })
    expect(await seenBy(leaving, athlete, id)).toEqual([])
  })

  test('nobody but oneself once it is deleted, or when it is a file of another kind', async () => {
    const [athlete, coach] = [await newPerson(), await newPerson()]
    await beginCoaching(coach, athlete, [{ domain: 'photos', level: 'read' }])
    const [id, file] = [await takePhoto(athlete), newId()]
    await put(athlete, file, Buffer.from('gpx'), 'activity_file')
    await completeUpload(athlete, { id: file })
    await inLog(athlete, (space) => space.delete(progressPhotos, id))
    expect(await seenBy(coach, athlete, id)).toEqual([])
    const asked = { ownerId: athlete.userId, ids: [file], size: 0 } as const
    expect(await findUploads(uploadPorts, coach, asked)).toEqual([])
  })
})

describe('what is deleted', () => {
  test('goes for good with its files, but not while the log names it', async () => {
    const person = await newPerson()
    const id = await takePhoto(person)
    expect(await removeUploads(uploadPorts, person, { ids: [id] })).toEqual({ waits: [id] })
    expect(files(`kept/${id}`)).toHaveLength(2)
    await inLog(person, (space) => space.delete(progressPhotos, id))
    expect(await removeUploads(uploadPorts, person, { ids: [id] })).toEqual({ waits: [] })
    expect(files(`kept/${id}`)).toEqual([])
    expect(await db.admin`select 1 from media_object where id = ${id}`).toEqual([])
  })

  test('by a phone that never came back is taken away with what is forgotten, and nothing that the log names', async () => {
    const person = await newPerson()
    const [lost, stays] = [await takePhoto(person), await takePhoto(person)]
    await inLog(person, (space) => space.delete(progressPhotos, lost))
    const later = Date.now() + 61 * DAY
    expect(await retireUnnamed(uploadPorts, person.userId)).toBe(0)
    // It can still be undone.
    expect(await retireUnnamed(uploadPorts, person.userId, later)).toBe(0)
    await withActor(NOBODY, [person.userId], (tx) => syncServer().forgetAged(tx, person.userId, later))
    expect(await retireUnnamed(uploadPorts, person.userId, later)).toBe(1)
    await collectLeftovers(later)
    expect([files(`kept/${lost}`).length, files(`kept/${stays}`).length]).toEqual([0, 2])
  })

  test('with its account leaves neither row nor file', async () => {
    const person = await newPerson()
    const id = await takePhoto(person)
    await askDeletion(person, { password: person.password })
    await erasePeople(Date.now() + 8 * DAY)
    expect(await db.admin`select 1 from media_object where owner_id = ${person.userId}`).toEqual([])
    expect(files(`kept/${id}`)).toEqual([])
  })
})
