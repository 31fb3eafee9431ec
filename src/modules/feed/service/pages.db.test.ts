/** The feed page by page. */
import { beforeAll, describe, expect, test } from 'vitest'
import { withActor } from '../../../server/db.ts'
import { newId } from '../../../shared/id.ts'
import type { TestDatabase } from '../../../test/database.ts'
import { beFollowed } from '../../../test/feed.ts'
import { newPerson, openServices, type Person } from '../../../test/people.ts'
import type { Cursor, FeedPage } from '../model.ts'
import { findPosts } from '../queries/posts.ts'
import * as posts from './posts.ts'

let db: TestDatabase
let ida: Person
let ben: Person

beforeAll(async () => {
  db = await openServices()
})

/** Friends that no other story has. */
async function twoFriends(): Promise<void> {
  ;[ida, ben] = [await newPerson('Ida'), await newPerson('Ben')]
  await beFollowed(ida, ben)
}

/** Posts as they lie in the table, beside the engine: `at` is the stamp of their making. */
async function fill(makerIds: readonly string[], each: number, at: (n: number) => number): Promise<void> {
  const document = { title: 'Old', notes: '', localDay: 1, activeMs: null, exercises: [], own: [] }
  for (const makerId of makerIds) {
    const rows = Array.from({ length: each }, (_, n) => ({
      ...{ athlete_id: makerId, id: newId(), kind: 'post', of_id: newId(), token: newId(), created_at: 1 },
      ...{ document: db.admin.json(document), stamps: db.admin.json({ row: [at(n), 'device', 1] }) },
    }))
    await db.admin.begin(async (tx) => {
      await tx`select set_config('app.space', ${makerId}, true)`
      for (let i = 0; i < rows.length; i += 1_000) await tx`insert into shared_link ${tx(rows.slice(i, i + 1_000))}`
    })
  }
}

describe('pages', () => {
  test('each post once, the newest first, where many were put there in the same instant', async () => {
    await twoFriends()
    const carla = await newPerson('Carla')
    await beFollowed(carla, ben)
    await fill([ida.userId, carla.userId, ben.userId], 25, (n) => 1_000 + (n % 2))
    const seen: { id: string; postedAt: number }[] = []
    let before: Cursor | null = null
    do {
      const page: FeedPage = before ? await posts.readOlder(ben, { before }) : await posts.readHome(ben)
      seen.push(...page.posts)
      before = page.next
    } while (before)
    expect(seen).toHaveLength(75)
    expect(new Set(seen.map(({ id }) => id)).size).toBe(75)
    expect(seen.map(({ postedAt }) => postedAt)).toEqual(seen.map(({ postedAt }) => postedAt).toSorted((a, b) => b - a))
  })

  test('of ten thousand posts a page reads no more than a page, by the index', async () => {
    await twoFriends()
    const makers = await Promise.all(Array.from({ length: 9 }, (_, n) => newPerson(`Maker ${n}`)))
    for (const maker of makers) await beFollowed(maker, ben)
    await fill([ida.userId, ...makers.map(({ userId }) => userId)], 1_000, (n) => 1_000 + n)
    await db.admin`analyze shared_link`
    let { next } = await posts.readHome(ben)
    for (let pages = 0; pages < 40 && next; pages++) next = (await posts.readOlder(ben, { before: next })).next
    for (const cursor of [null, next]) {
      const [scanned, fetched] = await withActor(ben, [], async (tx) => {
        const count = async () => {
          const [row] = await tx<{ scanned: number; fetched: number }[]>`
            select seq_tup_read::int as scanned, idx_tup_fetch::int as fetched
            from pg_stat_xact_user_tables where relname = 'shared_link'`
          return row ?? { scanned: 0, fetched: 0 }
        }
        const before = await count()
        expect(await findPosts(tx, { readerId: ben.userId, before: cursor, limit: 20 })).toHaveLength(21)
        const after = await count()
        return [after.scanned - before.scanned, after.fetched - before.fetched]
      })
      expect(scanned).toBe(0)
      // One of each author, then a page's worth of as many authors as a page has rows, then the page.
      expect(fetched).toBeLessThanOrEqual(11 + 11 * 21 + 21)
    }
  })
})
