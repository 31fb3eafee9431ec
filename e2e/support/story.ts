/** What browser stories are told with: one built app a worker, and as many devices and people as the story has. */
import { test as base, expect, type Page } from '@playwright/test'
import { type App, startApp } from './app.ts'
import { asAdmin, cloneDatabase, type StoryDatabase } from './database.ts'
import { type Device, type DeviceOptions, type Engine, newDevice, PHONE } from './device.ts'
import { newVisitor, type Visitor } from './visitor.ts'

/** The variables that the app is started with; a story that changes them restarts it. */
export type World = { app: App; database: StoryDatabase; env: Record<string, string> }

type OfStory = {
  app: App
  database: StoryDatabase
  /** A device with an empty profile; closed, and looked at for errors, when the story ends. */
  device: (options?: DeviceOptions) => Promise<Device>
  /** Somebody with an account. */
  person: (name: string) => Promise<Visitor>
  /** The same on a phone of their own, signed in. `page` is the one that is open now. */
  athlete: (name: string) => Promise<{ person: Visitor; phone: Device; page: Page }>
}

export const test = base.extend<OfStory, { world: World; engine: Engine }>({
  engine: ['chromium', { option: true, scope: 'worker' }],
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures off this pattern
    async ({}, use) => {
      const database = await cloneDatabase()
      const env: Record<string, string> = {}
      const app = await startApp(database, env)
      await use({ app, database, env })
      await app.kill()
      await database.drop()
    },
    { scope: 'worker' },
  ],
  app: async ({ world }, use) => use(world.app),
  database: async ({ world }, use) => use(world.database),
  device: async ({ app, engine }, use, story) => {
    const isHere = engine === 'chromium' || Boolean(process.env.FIREFOX_PATH)
    story.skip(!isHere, 'No Firefox on this machine: apt-get install firefox-esr, or name one in FIREFOX_PATH.')
    const devices: Device[] = []
    await use(async (options = PHONE) => {
      const device = await newDevice(app.url, options, engine)
      devices.push(device)
      return device
    })
    for (const device of devices) await device.dispose()
    expect(devices.flatMap(({ errors }) => errors)).toEqual([])
  },
  person: async ({ app, database }, use) => {
    // All stories of a worker come from one address: each has an hour's sign-ups to itself.
    await asAdmin(database.admin, (sql) => sql`delete from rate_limit`)
    await use((name) => newVisitor(app.url, name).signUp())
  },
  athlete: async ({ device, person }, use) => {
    await use(async (name) => {
      const [someone, phone] = [await person(name), await device()]
      await phone.signInAs(someone)
      return { person: someone, phone, page: phone.page }
    })
  },
})

export { expect }

/** The sets of an athlete as Postgres has them, in the order of their making: each that was logged, once. */
export function setsOf(
  database: StoryDatabase,
  athlete: Pick<Visitor, 'userId'>,
): Promise<{ loadG: number; reps: number }[]> {
  return asAdmin(database.admin, async (sql) => {
    const rows = await sql`
      select load_g, reps from logged_set
      where athlete_id = ${athlete.userId} and not deleted and done_at is not null
      order by done_at, id`
    return rows.map(({ load_g, reps }) => ({ loadG: Number(load_g), reps: Number(reps) }))
  })
}

/** No write was refused, set aside or taken twice. */
export async function expectCleanReceipts(database: StoryDatabase, athlete: Pick<Visitor, 'userId'>): Promise<void> {
  await asAdmin(database.admin, async (sql) => {
    const rows = await sql`
      select device_id, count(*)::int as count, max(seq)::int as last,
        count(*) filter (where status not in ('applied', 'noop'))::int as bad
      from sync_receipt where space_id = ${athlete.userId} group by device_id`
    for (const { count, last, bad } of rows) expect({ count, bad }).toEqual({ count: last, bad: 0 })
  })
}
