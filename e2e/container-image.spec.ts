/** What the container image holds runs where nothing else is: no clone around it, no packages but its own. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { freePort, startPostgres } from '../scripts/lib/postgres.mjs'
import { startMailServer } from '../src/test/mail-server.ts'
import { addExercise, expectOnPhone, logSet, openTrain, startWorkout } from './support/athlete.ts'
import { asAdmin, cloneDatabase, type StoryDatabase } from './support/database.ts'
import { newDevice } from './support/device.ts'
import { givePhoto } from './support/photo.ts'
import { dataOf, newVisitor } from './support/visitor.ts'

const folder = mkdtempSync(join(tmpdir(), 'spotter-image-'))
const image = join(folder, 'app')
let database: StoryDatabase

test.beforeAll(async () => {
  test.setTimeout(240_000)
  database = await cloneDatabase()
  const { status, stderr } = spawnSync(process.execPath, ['scripts/image.mjs', image], { encoding: 'utf8' })
  expect(status, stderr).toBe(0)
})
test.afterAll(async () => {
  await database?.drop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** As the image's command does it, with an environment that knows nothing of this machine. */
function run(
  env: Record<string, string>,
  script = 'scripts/container.mjs',
): { child: ChildProcess; said: () => string } {
  const child = spawn(process.execPath, [script], {
    cwd: image,
    env: { NODE_ENV: 'production', PATH: '/nowhere', HOME: folder, SPOTTER_DATA: join(folder, 'data'), ...env },
  })
  let out = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (out += chunk))
  return { child, said: () => out }
}

const ended = (child: ChildProcess) => new Promise<number | null>((done) => child.once('exit', done))

test('container-image: it migrates, serves pages, API and app from an empty folder, and stops when it is told', async () => {
  const mail = await startMailServer()
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const { child, said } = run({
    DATABASE_URL: database.app,
    DATABASE_OWNER_URL: database.owner,
    DATABASE_JOBS_URL: database.jobs,
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: address,
    SMTP_URL: mail.url,
    MAIL_FROM: 'no-reply@example.com',
  })
  await expect.poll(said, { timeout: 60_000 }).toContain(`Spotter serves at ${address}`)
  await expect.poll(async () => (await fetch(`${address}/api/ready`)).status).toBe(200)
  const nobody = await fetch(`${address}/api/trpc/users.whoIsHere`)
  expect({ status: nobody.status, body: await nobody.json() }).toEqual({
    status: 200,
    body: { result: { data: null } },
  })

  const phone = await newDevice(address)
  await phone.page.goto('/sign-in')
  await expect(phone.page.getByRole('heading', { level: 1 })).toBeVisible()
  await phone.page.goto('/no/such/page')
  await expect(phone.page.getByRole('heading', { level: 1 })).toBeVisible()
  await openTrain(phone.page)
  await startWorkout(phone.page)
  await addExercise(phone.page, 'Bench press')
  await logSet(phone.page, 'Bench press', 1, { load: '60', reps: '8' })
  await expectOnPhone(phone.page, 'Bench press', 1)
  expect(phone.errors.filter((text) => !text.includes('404'))).toEqual([])
  await phone.dispose()

  // What makes pictures is no JavaScript: it has to have come along.
  const codeOf = (email: string) => {
    const letter = mail.received.find(({ to }) => to.includes(email))
    return /^ +(\d{3} \d{3})\s*$/m.exec(letter?.message ?? '')?.[1] ?? ''
  }
  const ida = await newVisitor(address, 'Ida').signUp(async (email) => {
    await expect.poll(() => codeOf(email)).not.toBe('')
    return codeOf(email)
  })
  await givePhoto(ida)
  const [photo] = dataOf<{ url: string }[]>(await ida.query('media.photos', { personIds: [ida.userId], size: 64 }))
  expect((await ida.get(photo?.url ?? '')).status).toBe(200)

  const end = ended(child)
  child.kill('SIGTERM')
  expect(await end, said()).toBe(0)
  await mail.close()
})

test('container-image: one address of an empty database that another role made is enough, as on one host with Compose', async () => {
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), password: 'somebody' })
  try {
    await asAdmin(postgres.url, (sql) => sql`create database spotter`)
    const url = new URL(postgres.url)
    url.pathname = '/spotter'
    const port = String(await freePort())
    const { child, said } = run({
      DATABASE_URL: url.href,
      HOST: '127.0.0.1',
      PORT: port,
      PUBLIC_URL: 'https://a.example',
    })
    await expect.poll(said, { timeout: 60_000 }).toContain('Spotter serves at https://a.example')
    await expect.poll(async () => (await fetch(`http://127.0.0.1:${port}/api/ready`)).status).toBe(200)
    const restored = run({ DATABASE_URL: url.href }, 'scripts/restored.mjs')
    expect(await ended(restored.child), restored.said()).toBe(0)
    const end = ended(child)
    child.kill('SIGTERM')
    expect(await end, said()).toBe(0)
  } finally {
    await postgres.stop()
  }
})

test('container-image: what it lacks is said in a sentence', async () => {
  const { child, said } = run({ PUBLIC_URL: 'https://spotter.example.com' })
  expect(await ended(child)).toBe(1)
  expect(said().trim()).toBe('DATABASE_URL is not set: set it to a PostgreSQL 18 that this container reaches.')
})
