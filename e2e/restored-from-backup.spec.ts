/** The database is put back by an hour, as after a lost disk: phones that still run send again what it has forgotten. */
import { spawnSync } from 'node:child_process'
import { expect, test } from '@playwright/test'
import { asAdmin } from './support/database.ts'
import { ownApp } from './support/own-app.ts'
import { newPhone, syncAll } from './support/phone.ts'
import { newVisitor, type Visitor } from './support/visitor.ts'

const world = ownApp()

/** `create database … template` copies files, as a backup does; it needs the source to itself. */
async function copyDatabase(from: string, to: string) {
  const admin = new URL(world.database.admin)
  admin.pathname = '/postgres'
  await asAdmin(admin.href, async (sql) => {
    await sql.unsafe(`drop database if exists ${to} with (force)`)
    await sql.unsafe(`create database ${to} template ${from} owner spotter_owner`)
  })
}

async function signedIn(visitor: Visitor): Promise<Visitor> {
  expect(await visitor.signIn()).toBe(true)
  return visitor
}

test('restored-from-backup: what phones had been told is saved comes back from them, each set once', async () => {
  const backup = `${world.database.name}_backup`
  const early = await newVisitor(world.app.url, 'Early').signUp()
  const busy = await newVisitor(world.app.url, 'Busy').signUp()
  const phones = { early: await newPhone(early), busy: await newPhone(busy) }
  const logged: Record<string, string[]> = { early: [], busy: [] }
  const log = async (who: 'early' | 'busy', count: number) => {
    for (let i = 0; i < count; i++) logged[who]?.push(await phones[who].logSet(i + 1))
  }
  for (const who of ['early', 'busy'] as const) {
    await phones[who].begin()
    await log(who, 4)
    await syncAll(phones[who].phone)
  }

  expect(await world.app.stop()).toBe(0)
  await copyDatabase(world.database.name, backup)
  await world.app.start()

  // The hour that will be lost: acknowledged by the server and trimmed from the phone's queue.
  await log('busy', 12)
  await syncAll(phones.busy.phone)
  expect(await phones.busy.phone.unsynced()).toEqual([])
  // Meanwhile the other phone is somewhere without signal.
  await log('early', 3)

  expect(await world.app.stop()).toBe(0)
  await copyDatabase(backup, world.database.name)
  const told = spawnSync(process.execPath, ['scripts/restored.mjs'], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_JOBS_URL: world.database.jobs },
  })
  expect(told.stdout + told.stderr).toContain('Phones send again what this database has forgotten')
  expect(told.status).toBe(0)
  await world.app.start()

  // The tablet of the same person is first, so that by its version number the database looks newer than the phone's
  // copy, and the phone has nothing to send: only the history's new name tells it.
  const tablet = await newPhone(await signedIn(newVisitor(world.app.url, 'Busy', busy)))
  await tablet.begin()
  for (let i = 0; i < 16; i++) {
    logged.busy?.push(await tablet.logSet())
    await syncAll(tablet.phone)
  }
  for (const { phone } of Object.values(phones)) await syncAll(phone)

  await asAdmin(world.database.admin, async (sql) => {
    for (const [who, person] of Object.entries({ early, busy })) {
      const rows = await sql`select id from logged_set where athlete_id = ${person.userId} and not deleted order by id`
      expect(rows.map(({ id }) => id)).toEqual([...(logged[who] ?? [])].sort())
    }
  })
  for (const { phone, bugs } of [...Object.values(phones), tablet]) {
    expect(bugs).toEqual([])
    expect(await phone.attention()).toEqual([])
    await phone.stop()
  }
  const admin = new URL(world.database.admin)
  admin.pathname = '/postgres'
  await asAdmin(admin.href, (sql) => sql.unsafe(`drop database ${backup}`))
})

test('restored-from-backup: without a database to tell, one sentence says what is missing', () => {
  const told = spawnSync(process.execPath, ['scripts/restored.mjs'], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_JOBS_URL: 'postgres://nobody:x@127.0.0.1:1/none' },
  })
  expect(told.status).toBe(1)
  expect(told.stderr.trim().split('\n')).toHaveLength(1)
  expect(told.stderr).toContain('does not answer')
})
