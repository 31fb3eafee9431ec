/** One contract for both places where files are: this machine's disk and a real S3-speaking server. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { newId } from '../../shared/id.ts'
import { type S3Server, startS3Server } from '../../test/s3-server.ts'
import { localStorage } from './local.ts'
import { localMedia } from './local-http.ts'
import { s3Storage } from './s3.ts'
import type { Storage } from './storage.ts'

vi.stubEnv('DATABASE_URL', 'postgres://nobody@localhost/nothing')
vi.stubEnv('DATABASE_JOBS_URL', 'postgres://nobody@localhost/nothing')
vi.stubEnv('SESSION_SECRET', 'a secret that only the tests know, of 32 or more')

const MINUTE = 60_000
const folder = mkdtempSync(join(tmpdir(), 'spotter-media-'))
const settings = { folder, secret: 'a secret that only the tests know, of 32 or more' }
let web: Server
let s3: S3Server
let origin = ''

beforeAll(async () => {
  const answer = localMedia(settings)
  web = createServer((req, res) => {
    answer(req, res).catch(() => res.destroy())
  })
  await new Promise<void>((done) => web.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(web.address() as AddressInfo).port}`
  s3 = await startS3Server()
})
afterAll(async () => {
  vi.unstubAllEnvs()
  web.closeAllConnections()
  web.close()
  await s3.close()
  rmSync(folder, { recursive: true, force: true })
})

const PLACES: [string, () => Storage][] = [
  ['this machine’s disk', () => localStorage(settings)],
  ['a server that speaks S3', () => s3Storage(s3.settings)],
]
const body = Buffer.from('the bytes of a picture')
const read = { key: '', forMs: MINUTE }
const fetchAt = (url: string, init?: RequestInit) => fetch(new URL(url, origin), init)
const put = (url: string, sent: Buffer, mime: string) =>
  fetchAt(url, { method: 'PUT', body: new Uint8Array(sent), headers: { 'content-type': mime } })

/** With one letter of its signature changed. */
function forged(url: string): string {
  const [, sign = ''] = /(?:Signature|sig)=([\w-]+)/.exec(url) ?? []
  return url.replace(sign, `${sign[0] === 'a' ? 'b' : 'a'}${sign.slice(1)}`)
}

describe.each(PLACES)('%s', (_name, open) => {
  const uploadOf = (key: string, now?: number) =>
    open().signUpload({ key, mime: 'image/jpeg', bytes: body.length, forMs: MINUTE }, now)

  test('takes an upload at its address, and gives it back to us', async () => {
    const key = `upload/${newId()}`
    const { url, headers } = await uploadOf(key)
    expect(headers).toEqual({ 'content-type': 'image/jpeg' })
    expect(await open().read(key, 1000)).toBe(null)
    expect((await put(url, body, 'image/jpeg')).status).toBe(200)
    expect(await open().read(key, 1000)).toEqual(body)
  })

  test.each([
    ['another type', body, 'text/html'],
    ['one byte more', Buffer.concat([body, Buffer.from('!')]), 'image/jpeg'],
    ['one byte less', body.subarray(1), 'image/jpeg'],
  ])('takes no upload of %s', async (_what, sent, mime) => {
    const key = `upload/${newId()}`
    expect((await put((await uploadOf(key)).url, sent, mime)).status).toBe(403)
    expect(await open().read(key, 1000)).toBe(null)
  })

  test('takes and shows nothing at an address that is over or was tampered with', async () => {
    const key = `upload/${newId()}`
    const past = Date.now() - 2 * MINUTE
    for (const url of [(await uploadOf(key, past)).url, forged((await uploadOf(key)).url)]) {
      expect([403, 404]).toContain((await put(url, body, 'image/jpeg')).status)
    }
    // Nor is one for reading good for writing, or one for a key good for another.
    expect([403, 404]).toContain((await put(await open().signRead({ ...read, key }), body, 'image/jpeg')).status)
    const elsewhere = (await uploadOf(`upload/${newId()}`)).url.replace(/upload\/[\w-]+/, key)
    expect([403, 404]).toContain((await put(elsewhere, body, 'image/jpeg')).status)
    expect(await open().read(key, 1000)).toBe(null)

    const kept = `photo/${newId()}/64.webp`
    await open().write(kept, body, 'image/webp')
    for (const url of [
      await open().signRead({ key: kept, forMs: MINUTE }, past),
      forged(await open().signRead({ ...read, key: kept })),
    ]) {
      expect([403, 404]).toContain((await fetchAt(url)).status)
    }
  })

  test('shows what we wrote at a signed address, with its type', async () => {
    const key = `photo/${newId()}/64.webp`
    await open().write(key, body, 'image/webp')
    const answer = await fetchAt(await open().signRead({ ...read, key }))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('image/webp')
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(body)
  })

  test('a file that is removed is gone, twice and for all', async () => {
    const key = `photo/${newId()}/64.webp`
    await open().write(key, body, 'image/webp')
    const url = await open().signRead({ ...read, key })
    await open().remove([key, `photo/${newId()}/64.webp`])
    await open().remove([key])
    expect(await open().read(key, 1000)).toBe(null)
    expect((await fetchAt(url)).status).toBe(404)
  })

  test('reads nothing that is larger than was said', async () => {
    const key = `upload/${newId()}`
    await open().write(key, body, 'image/jpeg')
    await expect(open().read(key, body.length - 1)).rejects.toMatchObject({ code: 'too_large' })
  })
})

test('on the disk no half file stays, and no key leads out of the folder', async () => {
  const key = `upload/${newId()}`
  const { url } = await localStorage(settings).signUpload({ key, mime: 'image/jpeg', bytes: 1000, forMs: MINUTE })
  const files = () => (existsSync(join(folder, 'upload')) ? readdirSync(join(folder, 'upload')) : [])
  const of = () => files().filter((name) => name.startsWith(key.slice('upload/'.length)))
  const socket = connect((web.address() as AddressInfo).port, '127.0.0.1', () => {
    socket.write(`PUT ${url} HTTP/1.1\r\nhost: x\r\ncontent-type: image/jpeg\r\ncontent-length: 1000\r\n\r\nhalf`)
  })
  await expect.poll(of).toEqual([expect.stringContaining('.part')])
  socket.destroy()
  await expect.poll(of).toEqual([])
  await expect(localStorage(settings).write('../outside', body, 'image/webp')).rejects.toThrow(/key/)
})

test('a server that hangs opens the breaker: who comes next is told at once, and it is left alone', async () => {
  const storage = s3Storage(s3.settings, { timeoutMs: 60, pauseMs: 60_000 })
  s3.hang(true)
  try {
    for (let i = 0; i < 5; i += 1)
      await expect(storage.read('photo/x', 10)).rejects.toMatchObject({ code: 'unavailable' })
    const asked = s3.requests()
    await expect(storage.read('photo/x', 10)).rejects.toMatchObject({ code: 'unavailable' })
    expect(s3.requests()).toBe(asked)
  } finally {
    s3.hang(false)
  }
})
