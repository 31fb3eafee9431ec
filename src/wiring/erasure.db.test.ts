/** Somebody whose day has come is gone, table by table as the registry says; killed anywhere it goes on; nobody else loses a row. */
import { beforeAll, describe, expect, test } from 'vitest'
import { profiles } from '../modules/users/model.ts'
import { erasedBy, isAboutPeople } from '../modules/users/rules/personal-data.ts'
import { signIn } from '../modules/users/service/accounts.ts'
import { eraseDue } from '../modules/users/service/erasure.ts'
import { askDeletion, isErased } from '../modules/users/service/privacy.ts'
import { withActor } from '../server/db.ts'
import { newId } from '../shared/id.ts'
import { withSpace } from '../sync/server/space.ts'
import type { TestDatabase } from '../test/database.ts'
import { ARGS, newRowIds } from '../test/mutation-args.ts'
import { beginCoaching, newPerson, openServices, type Person } from '../test/people.ts'
import { insertRowsAbout, readColumns } from '../test/rows-about.ts'
import { PERSONAL_DATA } from './personal-data.ts'
import { syncedMutations, syncServer } from './sync-server.ts'

const DAY = 86_400_000

let db: TestDatabase
let columns: Awaited<ReturnType<typeof readColumns>>
beforeAll(async () => {
  db = await openServices()
  columns = await readColumns(db)
})

const push = (who: Person, mutations: { name: string; args: unknown }[]) =>
  syncServer().push(
    { id: who.userId },
    {
      ...{ protocol: 1, schemaV: 1, deviceId: newId(), space: who.userId, build: 'test', clientNow: Date.now() },
      mutations: mutations.map((one, i) => ({ ...one, seq: i + 1, mid: newId(), v: 1, at: Date.now() })),
    },
  )

/** Somebody with a log, an account, and a row in every table that can hold one about them. */
async function somebody(name: string, words: string): Promise<Person> {
  const person = await newPerson(name)
  const ids = newRowIds()
  await push(
    person,
    syncedMutations.map(({ name: mutation }) => ({ name: mutation, args: ARGS[mutation]?.(ids) })),
  )
  const memberEntry = PERSONAL_DATA.gym_member
  if (!memberEntry || !isAboutPeople(memberEntry)) throw new Error('gym_member is about people.')
  const about = { columns, personId: person.userId, words }
  const [member] = await insertRowsAbout(db, { ...about, table: 'gym_member', entry: memberEntry, memberId: '' })
  for (const [table, entry] of Object.entries(PERSONAL_DATA)) {
    // Sync’s own are there by the push, and a request is made by asking.
    if (!isAboutPeople(entry) || ['gym_member', 'privacy_request', 'sync_space', 'letter'].includes(table)) continue
    await insertRowsAbout(db, { ...about, table, entry, memberId: String(member?.id) })
  }
  return person
}

type Where = { table: string; column: string; n: number }

/** Every text and JSON of the whole database that holds the text. */
async function find(text: string): Promise<Where[]> {
  const found: Where[] = []
  for (const { table, column, type } of columns) {
    if (!['text', 'jsonb', 'uuid', 'ARRAY'].includes(type)) continue
    const [row] = await db.admin<{ n: number }[]>`
      select count(*)::int as n from ${db.admin(table)} where ${db.admin(column)}::text ilike ${`%${text}%`}`
    if (row && row.n > 0) found.push({ table, column, n: row.n })
  }
  return found
}

async function ask(person: Person, now: number): Promise<void> {
  await askDeletion({ userId: person.userId, sessionId: null }, { password: person.password }, now)
}

const byPlace = (a: Where, b: Where) => (`${a.table} ${a.column}` < `${b.table} ${b.column}` ? -1 : 1)

/** Where the registry lets an id stand. */
function mayStand({ table, column }: Where): boolean {
  const entry = PERSONAL_DATA[table]
  if (!entry || !isAboutPeople(entry)) return false
  const isKept = erasedBy(entry).some(
    ([finding, erased]) =>
      'column' in finding && finding.column === column && erased !== 'delete' && !isEmptied(erased, column),
  )
  const hasWords = erasedBy(entry).some(([, erased]) => typeof erased === 'object' && 'idsOf' in erased)
  return isKept || entry.acted?.includes(column) === true || (hasWords && ['before', 'after'].includes(column))
}

const isEmptied = (erased: unknown, column: string) =>
  typeof erased === 'object' &&
  erased !== null &&
  'set' in erased &&
  (erased.set as Record<string, unknown>)[column] === null

describe('an account whose day has come', () => {
  test('is gone from every table but where the registry keeps an id, and others lose nothing', async () => {
    const now = Date.now()
    const [ida, other] = [await somebody('Ida Kos', 'IDAS-WORDS'), await somebody('Olga', 'OLGAS-WORDS')]
    const coach = await newPerson('Maya')
    await beginCoaching(coach, ida)
    const before = await find(other.userId)
    expect((await find('IDAS-WORDS')).length).toBeGreaterThan(20)
    await ask(ida, now)
    expect(await eraseDue(PERSONAL_DATA, now + 7 * DAY - 1)).toEqual([])
    expect(await eraseDue(PERSONAL_DATA, now + 7 * DAY)).toEqual([ida.userId])

    // Rows that are somebody else's as well keep what they say of those: the visit, the relation, what she did to others.
    const theirs = ['attendance', 'member_import', 'relation', 'consent_grant', 'gym_staff', 'sync_quarantine']
    const words = await find('IDAS-WORDS')
    expect(words.filter(({ table }) => !theirs.includes(table)).sort(byPlace)).toEqual([
      { table: 'audit', column: 'action', n: 3 },
      { table: 'audit', column: 'after', n: 1 },
      { table: 'audit', column: 'before', n: 1 },
      { table: 'audit', column: 'reason', n: 1 },
    ])
    for (const text of [ida.email, 'Ida Kos']) expect(await find(text)).toEqual([])
    expect((await find(ida.userId)).filter((where) => !mayStand(where))).toEqual([])
    expect(await find(other.userId)).toEqual(before)

    const [person] = await db.admin`select name, created_at, erased_at from person where id = ${ida.userId}`
    expect(person).toEqual({ name: '', created_at: 0, erased_at: now + 7 * DAY })
    expect(await isErased(ida.userId)).toBe(true)
    expect(await isErased(other.userId)).toBe(false)
    const audit = await db.admin`select action from audit where subject_id = ${ida.userId} order by at, id`
    expect(audit.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['account.create', 'account.leave', 'account.erase']),
    )
    await expect(signIn({ ...ida, ip: newId(), userAgent: '' })).rejects.toThrow(
      'The address or the password is not right',
    )
    // The address is free again.
    const [request] = await db.admin`select state, ended_at from privacy_request where user_id = ${ida.userId}`
    expect(request).toEqual({ state: 'erased', ended_at: now + 7 * DAY })
    expect(await eraseDue(PERSONAL_DATA, now + 8 * DAY)).toEqual([])
  })

  test('who dies in the middle of it goes on: at every table once', async () => {
    const now = Date.now()
    const ida = await somebody('Ida Again', 'AGAIN-WORDS')
    await ask(ida, now)
    const steps: string[] = []
    let deaths = 0
    for (let done = false; !done; ) {
      let step = 0
      await eraseDue(PERSONAL_DATA, now + 7 * DAY, (table) => {
        if (step++ < deaths) return
        steps.push(table)
        throw new Error('killed')
      }).then(
        (erased) => {
          expect(erased).toEqual([ida.userId])
          done = true
        },
        () => {
          deaths += 1
        },
      )
      // Nobody signs in as somebody who is half gone.
      if (!done && deaths < 4) await expect(signIn({ ...ida, ip: newId(), userAgent: '' })).rejects.toThrow()
    }
    expect(new Set(steps)).toEqual(
      new Set(Object.entries(PERSONAL_DATA).flatMap(([table, entry]) => (isAboutPeople(entry) ? [table] : []))),
    )
    for (const text of [ida.email, 'Ida Again']) expect(await find(text)).toEqual([])
    expect((await find(ida.userId)).filter((where) => !mayStand(where))).toEqual([])
  }, 180_000)

  test('comes back by no phone that was away: what it sends is refused, and makes no row', async () => {
    const now = Date.now()
    const ida = await somebody('Offline', 'OFFLINE-WORDS')
    await ask(ida, now)
    await eraseDue(PERSONAL_DATA, now + 7 * DAY)
    const ids = newRowIds()
    // As if a process still believed the session: the door is the database.
    const sent = push(ida, [{ name: 'workouts.start', args: ARGS['workouts.start']?.(ids) }])
    await expect(sent).rejects.toThrow()
    const write = withActor(ida, [ida.userId], (tx) =>
      withSpace(tx, ida.userId, (space) => space.patch(profiles, ida.userId, { name: 'Back' })),
    )
    await expect(write).rejects.toThrow()
    expect((await find(ida.userId)).filter((where) => !mayStand(where))).toEqual([])
  })

  test('waits for a push that is under way, and takes what it wrote along', async () => {
    const now = Date.now()
    const ida = await somebody('Racing', 'RACING-WORDS')
    await ask(ida, now)
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const isHeld = Promise.withResolvers<void>()
    const writing = withActor(ida, [ida.userId], (tx) =>
      withSpace(tx, ida.userId, async (space) => {
        await space.patch(profiles, ida.userId, { name: 'Written last' })
        isHeld.resolve()
        await held
      }),
    )
    await isHeld.promise
    const erasing = eraseDue(PERSONAL_DATA, now + 7 * DAY)
    release()
    await writing
    expect(await erasing).toEqual([ida.userId])
    expect(await find('Written last')).toEqual([])
  })

  test('a coach who goes leaves the athlete an ended relation that names nobody', async () => {
    const now = Date.now()
    const [coach, athlete] = [await newPerson('Gone Coach'), await newPerson('Staying')]
    const relationId = await beginCoaching(coach, athlete)
    await ask(coach, now)
    await eraseDue(PERSONAL_DATA, now + 7 * DAY)
    const [relation] = await db.admin`select state, ended_at, ended_by, coach_id from relation where id = ${relationId}`
    expect(relation).toEqual({
      state: 'ended',
      ended_at: now + 7 * DAY,
      ended_by: coach.userId,
      coach_id: coach.userId,
    })
    const grants = await db.admin`select ended_at from consent_grant where relation_id = ${relationId}`
    expect(grants.map(({ ended_at }) => ended_at)).toEqual([now + 7 * DAY])
    expect(await find('Gone Coach')).toEqual([])
  })
})
