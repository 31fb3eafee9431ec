/** This machine's own storage of files behind a server of its own, in a folder that goes with the test. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { localMedia } from '../server/storage/local-http.ts'
import { localSettings } from '../server/storage/storage.ts'

export type TestMedia = { folder: string; origin: string }

/** Call it at the top of a file, before anything asks where files are kept. `origin` is there once tests run. */
export function openMedia(): TestMedia {
  const media: TestMedia = { folder: mkdtempSync(join(tmpdir(), 'spotter-media-')), origin: '' }
  process.env.MEDIA_DIR = media.folder
  let web: Server | undefined
  beforeAll(async () => {
    // What it is signed with is there once the services are.
    let answer: ReturnType<typeof localMedia> | undefined
    const opened = createServer((req, res) => {
      answer ??= localMedia(localSettings())
      answer(req, res).catch(() => res.destroy())
    })
    web = opened
    await new Promise<void>((done) => opened.listen(0, '127.0.0.1', done))
    media.origin = `http://127.0.0.1:${(opened.address() as AddressInfo).port}`
  })
  afterAll(() => {
    web?.closeAllConnections()
    web?.close()
    rmSync(media.folder, { recursive: true, force: true })
  })
  return media
}
