/** The app dies while phones push, with answers on their way: nothing that was shown as saved is lost or doubled. */
import { expect, test } from '@playwright/test'
import type { Transport } from '../src/sync/client/api.ts'
import { asAdmin } from './support/database.ts'
import { ownApp } from './support/own-app.ts'
import { newPhone, type StoryPhone, syncAll } from './support/phone.ts'
import { newVisitor, type Visitor } from './support/visitor.ts'

const PHONES = 3
const SETS = 25
const KILLS = 4

const world = ownApp()

test('killed-mid-sync: the app is killed during pushes, phones retry, each set is there once', async () => {
  test.setTimeout(240_000)
  let kills = 0
  let pushes = 0
  let restarting: Promise<void> | null = null

  /** Every sixth push, the server dies somewhere between receiving it and having answered. */
  const deadly = (transport: Transport): Transport => ({
    ...transport,
    async push(input) {
      const answer = transport.push(input)
      answer.catch(() => {})
      if (++pushes % 6 === 0 && kills < KILLS && !restarting) {
        kills += 1
        await new Promise((done) => setTimeout(done, Math.random() * 12))
        restarting = world.app.kill().then(async () => {
          await world.app.start()
          restarting = null
        })
      }
      return answer
    },
  })

  const athletes: (StoryPhone & { person: Visitor })[] = []
  for (let i = 0; i < PHONES; i++) {
    const person = await newVisitor(world.app.url, 'Athlete').signUp()
    athletes.push({ person, ...(await newPhone(person, deadly)) })
  }

  const logged = await Promise.all(
    athletes.map(async ({ person, phone, begin, logSet }) => {
      await begin()
      const sets: string[] = []
      while (sets.length < SETS || kills < KILLS) {
        sets.push(await logSet())
        // A phone waits; here it asks again at once, so that every moment is tried.
        if ((await phone.sync()) !== 'done') await new Promise((done) => setTimeout(done, 25))
      }
      return { space: person.userId, sets }
    }),
  )
  await restarting
  for (const { phone } of athletes) await syncAll(phone)

  expect(kills).toBe(KILLS)
  for (const { phone, bugs } of athletes) {
    expect(await phone.attention()).toEqual([])
    expect(bugs).toEqual([])
    await phone.stop()
  }
  await asAdmin(world.database.admin, async (sql) => {
    for (const { space, sets } of logged) {
      const rows = await sql`select id from logged_set where athlete_id = ${space} and not deleted order by id`
      expect(rows.map(({ id }) => id)).toEqual([...sets].sort())
      const [receipts] = await sql`
        select count(*)::int as count, max(seq)::int as last, count(distinct mid)::int as mids
        from sync_receipt where space_id = ${space}`
      // The workout, its exercise and each set: one receipt each, without a gap.
      expect(receipts).toEqual({ count: sets.length + 2, last: sets.length + 2, mids: sets.length + 2 })
    }
  })
})
