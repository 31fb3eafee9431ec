/** npm start -- --lan: a phone that trusts the certificate once has the whole app, and one that doesn't is turned away. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { freePort } from '../scripts/lib/postgres.mjs'
import {
  addExercise,
  expectOnPhone,
  logSet,
  openTrain,
  startWorkout,
  tab,
  waitReadyOffline,
} from './support/athlete.ts'
import { newDevice, PHONE } from './support/device.ts'

const folder = mkdtempSync(join(tmpdir(), 'spotter-lan-'))
let started: ChildProcess | null = null
let [app, trust, fingerprint] = ['', '', '']

test.beforeAll(async () => {
  test.setTimeout(180_000)
  const child = spawn(process.execPath, ['scripts/start.mjs', '--lan'], {
    env: {
      ...process.env,
      // In a test a network has one machine.
      HOST: '127.0.0.1',
      PORT: String(await freePort()),
      SPOTTER_DEMO: '0',
      SPOTTER_DATA: join(folder, 'data'),
    },
  })
  started = child
  let out = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (out += chunk))
  await new Promise<void>((done, fail) => {
    child.once('exit', () => fail(new Error(`the start ended:\n${out}`)))
    child.stdout.on('data', () => out.includes('Ctrl-C stops everything') && done())
  })
  app = /serves at (https:\S+)/.exec(out)?.[1] ?? ''
  trust = /open (http:\S+) \(or scan/.exec(out)?.[1] ?? ''
  fingerprint = /fingerprint (\S+)/.exec(out)?.[1] ?? ''
})

test.afterAll(async () => {
  if (started && started.exitCode === null) {
    const ended = new Promise((done) => started?.once('exit', done))
    started.kill('SIGINT')
    await ended
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** A home with a browser's list of trusted authorities in it, empty or with one. */
function makeHome(name: string, certificate: Buffer | null): string {
  const home = join(folder, name)
  const store = `sql:${join(home, '.pki', 'nssdb')}`
  mkdirSync(join(home, '.pki', 'nssdb'), { recursive: true })
  const run = (...args: string[]) => expect(spawnSync('certutil', ['-d', store, ...args]).status).toBe(0)
  run('-N', '--empty-password')
  if (certificate) {
    const file = join(folder, 'spotter.crt')
    writeFileSync(file, certificate)
    run('-A', '-n', 'Spotter', '-t', 'C,,', '-i', file)
  }
  return home
}

test('on-the-lan: the certificate of the page is trusted in a fresh profile; then the app installs and works without a signal', async () => {
  test.skip(!existsSync('/usr/bin/certutil'), 'No certutil on this machine: apt-get install libnss3-tools.')
  const stranger = await newDevice(app, { ...PHONE, env: { ...process.env, HOME: makeHome('stranger', null) } })
  const certificate = await (async () => {
    const { page } = stranger
    await page.goto(trust)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Put Spotter on this phone')
    await expect(page.getByText(fingerprint)).toBeVisible()
    for (const way of await page.locator('summary').all()) await way.click()
    await expect(page.getByText('Certificate Trust Settings')).toBeVisible()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByText('Download spotter.crt').click(),
    ])
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    await expect(page.goto(app)).rejects.toThrow('ERR_CERT_AUTHORITY_INVALID')
    return Buffer.concat(chunks)
  })()
  await stranger.dispose()

  const phone = await newDevice(app, { ...PHONE, env: { ...process.env, HOME: makeHome('home', certificate) } })
  const { page } = phone
  await page.goto(trust)
  await page.getByRole('link', { name: 'Open Spotter' }).click()
  await expect(page.locator('main h1, main h2').first()).toBeVisible()
  expect(page.url()).toBe(`${app}/train`)
  await waitReadyOffline(page)
  const cdp = await phone.cdp()
  await expect.poll(async () => (await cdp.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([])

  await phone.setOffline(true)
  await openTrain(page)
  await tab(page, 'Today')
  await startWorkout(page)
  await addExercise(page, 'Bench press')
  await logSet(page, 'Bench press', 1, { load: '60', reps: '8' })
  await expectOnPhone(page, 'Bench press', 1)
  expect(phone.errors).toEqual([])
  await phone.dispose()
})

test('on-the-lan: a word that npm start does not know is said, with the one it knows', async () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/start.mjs', '--wifi'], { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr.trim()).toBe('npm start does not know --wifi: it knows --lan, written npm start -- --lan.')
})
