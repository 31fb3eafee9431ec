import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { storage } from '../../../server/storage/storage.ts'
import type { Actor } from '../../../shared/actor.ts'
import { newId } from '../../../shared/id.ts'
import type { TestDatabase } from '../../../test/database.ts'
import { openMedia } from '../../../test/media.ts'
import { beginCoaching, newPerson, openServices } from '../../../test/people.ts'
import { BLUE, colourAt, isNear, phonePhoto, RED, webpChunks } from '../../../test/photos.ts'
import { refusalOf } from '../../../test/refusal.ts'
import { mayShowPhotos } from '../../../wiring/may-show-photos.ts'
import { erasePeople } from '../../../wiring/privacy.ts'
import { endRelation } from '../../coaching/service/relations.ts'
import { createGym } from '../../gyms/service/gyms.ts'
import { addMember, changeMembers } from '../../gyms/service/members.ts'
import { findMemberPhotos } from '../../gyms/service/photos.ts'
import { askDeletion } from '../../users/service/privacy.ts'
import { beginPhoto, collectLeftovers, completePhoto, findPhotos, removePhoto } from './photos.ts'

const media = openMedia()
const { folder } = media
let db: TestDatabase

beforeAll(async () => {
  db = await openServices()
})

const HOUR = 3_600_000
const quiet = async () => {}
const files = (of = '') => (existsSync(join(folder, of)) ? readdirSync(join(folder, of), { recursive: true }) : [])

async function upload(actor: Actor, body: Buffer, mime = 'image/jpeg') {
  const { id, url, headers } = await beginPhoto(actor, { mime, bytes: body.length })
  const answer = await fetch(new URL(url, media.origin), { method: 'PUT', body: new Uint8Array(body), headers })
  expect(answer.status).toBe(200)
  return id
}

async function setPhoto(actor: Actor, body?: Buffer): Promise<string> {
  const id = await upload(actor, body ?? (await phonePhoto()))
  await completePhoto(actor, { id, crop: null })
  return id
}

const seenBy = async (actor: Actor, personId: string) =>
  (await findPhotos(mayShowPhotos, actor, { personIds: [personId], size: 256 })).map(({ personId: id }) => id)
describe('a picture from a phone', () => {
  test('is kept upright, square, in three sizes, without EXIF, place or profile; the file as it came is gone', async () => {
    const person = await newPerson()
    const photo = await phonePhoto()
    // The story could not fail without it: what came named a place, a camera and a colour profile.
    const came = await sharp(photo).metadata()
    expect(came.exif?.toString('latin1')).toMatch(/Spycam/)
    expect(came).toMatchObject({ orientation: 6, width: 400, height: 300, hasProfile: true })

    const id = await setPhoto(person, photo)
    expect(files('upload')).toEqual([])
    for (const size of [64, 256, 512]) {
      const kept = readFileSync(join(folder, `photo/${id}/${size}.webp`))
      expect(webpChunks(kept).filter((chunk) => !/^VP8[LX ]?$/.test(chunk))).toEqual([])
      expect(kept.toString('latin1')).not.toMatch(/Exif|Spycam|http/)
      expect(await sharp(kept).metadata()).toMatchObject({ width: size, height: size, format: 'webp' })
      expect(isNear(await colourAt(kept, 0.5, 0.1), RED)).toBe(true)
      expect(isNear(await colourAt(kept, 0.5, 0.9), BLUE)).toBe(true)
    }
    const [row] = await db.admin`select state, variants, sha256 from media_object where id = ${id}`
    expect(row).toMatchObject({ state: 'ready', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    const log = await db.admin`select action from audit where subject_id = ${person.userId} and action like 'photo%'`
    expect(log.map(({ action }) => action)).toEqual(['photo.set'])
  })

  test('is cut as its owner wants it', async () => {
    const person = await newPerson()
    const id = await upload(person, await phonePhoto())
    await completePhoto(person, { id, crop: { x: 0, y: 1, side: 0.5 } })
    const kept = readFileSync(join(folder, `photo/${id}/512.webp`))
    expect(isNear(await colourAt(kept, 0.5, 0.05), BLUE)).toBe(true)
  })

  test('replaces the one before, of which nothing stays', async () => {
    const person = await newPerson()
    const first = await setPhoto(person)
    const second = await setPhoto(person)
    expect(files(`photo/${first}`)).toEqual([])
    expect(files(`photo/${second}`)).toHaveLength(3)
    expect(await db.admin`select 1 from media_object where owner_id = ${person.userId}`).toHaveLength(1)
  })

  test('completed twice, because the answer was lost or at once, is one picture', async () => {
    const person = await newPerson()
    const id = await upload(person, await phonePhoto())
    const both = await Promise.allSettled([1, 2].map(() => completePhoto(person, { id, crop: null })))
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1)
    expect(await completePhoto(person, { id, crop: null })).toEqual({ changed: false })
    expect(await seenBy(person, person.userId)).toEqual([person.userId])
    expect(files(`photo/${id}`)).toHaveLength(3)
  })

  test('is removed with its files, and removing it again is fine', async () => {
    const person = await newPerson()
    const id = await setPhoto(person)
    expect(await removePhoto(person)).toEqual({ removed: true })
    expect(await removePhoto(person)).toEqual({ removed: false })
    expect(files(`photo/${id}`)).toEqual([])
    expect(await seenBy(person, person.userId)).toEqual([])
  })
})

/** A PNG of a few hundred bytes whose head says 60,000 × 60,000. */
function bomb(): Buffer {
  const chunk = (kind: string, data: Buffer) => {
    const head = Buffer.alloc(8)
    head.writeUInt32BE(data.length)
    head.write(kind, 4, 'latin1')
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(Buffer.concat([Buffer.from(kind, 'latin1'), data])))
    return Buffer.concat([head, data, sum])
  }
  const size = Buffer.alloc(13)
  size.writeUInt32BE(60_000, 0)
  size.writeUInt32BE(60_000, 4)
  size.set([8, 2, 0, 0, 0], 8)
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    magic,
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('what is no picture that can be kept', () => {
  test.each<[string, string, () => Buffer | Promise<Buffer>, RegExp]>([
    [
      'a page that says it is a JPEG',
      'image/jpeg',
      () => Buffer.from('<html><script>alert(1)</script>'),
      /not a picture/,
    ],
    [
      'an SVG that says it is a PNG',
      'image/png',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      /not a picture/,
    ],
    ['an animated GIF', 'image/webp', () => Buffer.from('GIF89a\u0001\u0000\u0001\u0000'), /not a picture/],
    ['half a JPEG', 'image/jpeg', async () => (await phonePhoto()).subarray(0, 1200), /damaged|not a picture/],
    ['a bomb of pixels', 'image/png', bomb, /too many pixels/],
  ])('%s is refused by a sentence, and nothing is shown', async (_what, mime, make, sentence) => {
    const person = await newPerson()
    const id = await upload(person, await make(), mime)
    expect(await refusalOf(completePhoto(person, { id, crop: null }))).toMatch(sentence)
    expect(await seenBy(person, person.userId)).toEqual([])
    await collectLeftovers(Date.now() + 2 * HOUR)
    expect(files(`photo/${id}`)).toEqual([])
  })

  test('nothing at all, because the upload never came, is said', async () => {
    const person = await newPerson()
    const { id } = await beginPhoto(person, { mime: 'image/jpeg', bytes: 10 })
    expect(await refusalOf(completePhoto(person, { id, crop: null }))).toMatch(/has not arrived/)
  })

  test('somebody else’s upload is one that does not exist', async () => {
    const [person, stranger] = [await newPerson(), await newPerson()]
    const id = await upload(person, await phonePhoto())
    const asked = (which: string) => refusalOf(completePhoto(stranger, { id: which, crop: null }))
    expect(await asked(id)).toBe(await asked(newId()))
  })
})

describe('who sees it', () => {
  test('oneself and the coach, as long as the relation lasts, whatever is shared; a stranger like one without', async () => {
    const [athlete, coach, stranger] = [await newPerson(), await newPerson(), await newPerson()]
    await setPhoto(athlete)
    const relationId = await beginCoaching(coach, athlete)
    expect(await seenBy(athlete, athlete.userId)).toEqual([athlete.userId])
    expect(await seenBy(coach, athlete.userId)).toEqual([athlete.userId])
    expect(await seenBy(stranger, athlete.userId)).toEqual(await seenBy(stranger, newId()))
    // Coaching somebody is not being seen by them the other way round.
    expect(await seenBy(athlete, coach.userId)).toEqual([])
    await endRelation(quiet, athlete, { relationId })
    expect(await seenBy(coach, athlete.userId)).toEqual([])
  })

  test('who works in a gym of theirs, until they leave it', async () => {
    const [owner, member, other] = [await newPerson(), await newPerson(), await newPerson()]
    await setPhoto(member)
    const { gymId } = await createGym(owner, { name: 'Dock', zone: 'Europe/Ljubljana' })
    await createGym(other, { name: 'Elsewhere', zone: 'Europe/Ljubljana' })
    const { memberId } = await addMember(owner, { gymId, name: 'Mia', userId: member.userId })
    const faceless = (await addMember(owner, { gymId, name: 'Ned' })).memberId
    const onRoster = async (reader: Actor) => {
      const found = await findMemberPhotos(reader, { gymId, memberIds: [memberId, faceless] })
      return found.map((one) => one.memberId)
    }
    expect(await seenBy(owner, member.userId)).toEqual([member.userId])
    expect(await onRoster(owner)).toEqual([memberId])
    expect(await seenBy(other, member.userId)).toEqual([])
    await expect(onRoster(other)).rejects.toMatchObject({ code: 'not_found' })
    await changeMembers(owner, { gymId, memberIds: [memberId], change: { set: 'ended', ended: true } })
    expect(await seenBy(owner, member.userId)).toEqual([])
    expect(await onRoster(owner)).toEqual([])
  })

  test('at an address that opens the picture for minutes', async () => {
    const person = await newPerson()
    await setPhoto(person)
    const now = Date.now()
    const ask = (at: number) => findPhotos(mayShowPhotos, person, { personIds: [person.userId], size: 64 }, at)
    const [open] = await ask(now)
    const answer = await fetch(new URL(open?.url ?? '', media.origin))
    expect(answer.headers.get('content-type')).toBe('image/webp')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    const [old] = await ask(now - 6 * 60_000)
    const missing = await fetch(new URL((open?.url ?? '').replace(/sig=.{4}/, 'sig=aaaa'), media.origin))
    const over = await fetch(new URL(old?.url ?? '', media.origin))
    expect([over.status, await over.text()]).toEqual([missing.status, await missing.text()])
  })
})

describe('what is left over', () => {
  test('an upload that never got ready is collected after an hour, not before', async () => {
    const person = await newPerson()
    const id = await upload(person, await phonePhoto())
    await collectLeftovers()
    expect(await storage().read(`upload/${id}`, 1e7)).not.toBe(null)
    await collectLeftovers(Date.now() + 2 * HOUR)
    expect(await storage().read(`upload/${id}`, 1e7)).toBe(null)
    expect(await db.admin`select 1 from media_object where id = ${id}`).toEqual([])
  })

  test('a file that was sent again after its picture was ready is collected, the picture stays', async () => {
    const person = await newPerson()
    const photo = await phonePhoto()
    const { id, url, headers } = await beginPhoto(person, { mime: 'image/jpeg', bytes: photo.length })
    const send = () => fetch(new URL(url, media.origin), { method: 'PUT', body: new Uint8Array(photo), headers })
    await send()
    await completePhoto(person, { id, crop: null })
    await send()
    expect(files('upload')).toContain(id)
    await collectLeftovers(Date.now() + 2 * HOUR)
    expect(files('upload')).not.toContain(id)
    expect(await seenBy(person, person.userId)).toEqual([person.userId])
  })

  test('an erased account leaves neither row nor file', async () => {
    const person = await newPerson()
    const id = await setPhoto(person)
    const half = await upload(person, await phonePhoto())
    await askDeletion(person, { password: person.password })
    await erasePeople(Date.now() + 8 * 24 * HOUR)
    expect(await db.admin`select 1 from media_object where owner_id = ${person.userId}`).toEqual([])
    expect(files(`photo/${id}`)).toEqual([])
    expect(files('upload')).not.toContain(half)
  })
})
