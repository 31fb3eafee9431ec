/** Stories of friends: who sees what, and from when until when. */
import { beforeAll, describe, expect, test } from 'vitest'
import { jobsPool, NOBODY, withActor } from '../../../server/db.ts'
import type { Actor } from '../../../shared/actor.ts'
import { newId } from '../../../shared/id.ts'
import { withSpace } from '../../../sync/server/space.ts'
import type { TestDatabase } from '../../../test/database.ts'
import { beFollowed, postOf as of, putPost, setRevoked, twoFriends } from '../../../test/feed.ts'
import { newPerson, openServices, type Person } from '../../../test/people.ts'
import { refusalOf } from '../../../test/refusal.ts'
import { PERSONAL_DATA } from '../../../wiring/personal-data.ts'
import { eraseDue } from '../../users/service/erasure.ts'
import { askDeletion, exportAccount, keepAccount } from '../../users/service/privacy.ts'
import { sharedLinks } from '../../workouts/model/shares.ts'
import { readSharedLink } from '../../workouts/service/shares.ts'
import * as follows from './follows.ts'
import * as posts from './posts.ts'

const ip = '203.0.113.7'
let db: TestDatabase
let ida: Person
let ben: Person
let stranger: Person

beforeAll(async () => {
  db = await openServices()
  stranger = await newPerson('Sam')
})

const idsSeenBy = async (who: Actor) => (await posts.readHome(who)).posts.map(({ id }) => id)
const NOT_SHOWN = /^not_found: This workout is not shown any more/

describe('who sees a workout that was put into the feed', () => {
  test('its maker, and a follower from the moment that they are accepted', async () => {
    ;[ida, ben] = [await newPerson('Ida'), await newPerson('Ben')]
    const { id } = await putPost(ida)
    const { token } = await follows.makeLink(ida)
    expect(await idsSeenBy(ida)).toEqual([id])
    expect(await follows.meet({ token, ip, reader: ben })).toEqual({ name: 'Ida', standing: 'none' })
    expect(await idsSeenBy(ben)).toEqual([])

    await follows.ask(ben, { token })
    await follows.ask(ben, { token })
    expect(await follows.meet({ token, ip, reader: ben })).toEqual({ name: 'Ida', standing: 'asked' })
    expect(await idsSeenBy(ben)).toEqual([])
    expect(await refusalOf(posts.readPost(ben, of(ida, id)))).toMatch(NOT_SHOWN)
    // Not by the table itself, either.
    expect(await withActor(ben, [], (tx) => tx`select 1 from shared_link`)).toHaveLength(0)
    expect((await follows.listPeople(ida)).asks).toEqual([{ id: ben.userId, name: 'Ben' }])

    await follows.accept(ida, { personId: ben.userId })
    const [seen] = (await posts.readHome(ben)).posts
    expect(seen).toMatchObject({ id, name: 'Ida', isMine: false, likes: 0, comments: 0 })
    expect(seen?.glance).toMatchObject({ title: 'Push day', lines: [{ exerciseId: 'bench-press' }], more: 0 })
    expect((await posts.readPost(ben, of(ida, id))).document.title).toBe('Push day')
    // Following is one way.
    const { id: bens } = await putPost(ben)
    expect(await idsSeenBy(ida)).toEqual([id])
    expect(await refusalOf(posts.readPost(ida, of(ben, bens)))).toMatch(NOT_SHOWN)
  })

  test('nobody by its token: a post has no address', async () => {
    ;[ida, ben] = await twoFriends()
    const { token } = await putPost(ida)
    expect(await refusalOf(readSharedLink({ athleteId: ida.userId, token, ip }))).toMatch(/^not_found: /)
  })

  test('a link of a routine or a workout is in nobody’s feed', async () => {
    ;[ida, ben] = await twoFriends()
    await putPost(ida, { kind: 'workout' })
    await putPost(ida, { kind: 'routine' })
    expect(await idsSeenBy(ben)).toEqual([])
    expect(await idsSeenBy(ida)).toEqual([])
  })

  test('nobody once it was taken back or deleted, and its likes and comments with it; opened again all are back', async () => {
    ;[ida, ben] = await twoFriends()
    const { id } = await putPost(ida)
    await posts.like(ben, { ...of(ida, id), isLiked: true })
    await posts.comment(ben, { ...of(ida, id), id: newId(), text: 'Strong' })
    await setRevoked(ida, id, 9)
    for (const who of [ida, ben]) {
      expect(await idsSeenBy(who)).toEqual([])
      expect(await refusalOf(posts.readPost(who, of(ida, id)))).toMatch(NOT_SHOWN)
      expect(await refusalOf(posts.like(who, { ...of(ida, id), isLiked: true }))).toMatch(NOT_SHOWN)
    }
    expect((await posts.readHome(ida)).tidings.map(({ kind }) => kind)).toEqual([])
    await setRevoked(ida, id, null)
    expect((await posts.readHome(ben)).posts).toMatchObject([{ id, likes: 1, isLiked: true, comments: 1 }])
    await withActor(ida, [ida.userId], (tx) =>
      withSpace(tx, ida.userId, (space) =>
        space.change([{ from: sharedLinks, id }], (rows) => rows.delete(sharedLinks, id)),
      ),
    )
    expect(await idsSeenBy(ben)).toEqual([])
  })

  test('no stranger, whatever they ask for, and no row of it', async () => {
    ;[ida, ben] = await twoFriends()
    const { id } = await putPost(ida)
    await posts.comment(ben, { ...of(ida, id), id: newId(), text: 'Strong' })
    const gone = await refusalOf(posts.readPost(stranger, of(ida, newId())))
    expect(await refusalOf(posts.readPost(stranger, of(ida, id)))).toBe(gone)
    expect(await refusalOf(posts.like(stranger, { ...of(ida, id), isLiked: true }))).toBe(gone)
    expect(await refusalOf(posts.comment(stranger, { ...of(ida, id), id: newId(), text: 'Hi' }))).toBe(gone)
    for (const who of [stranger, NOBODY]) {
      for (const table of ['shared_link', 'follow', 'follow_link', 'follow_block', 'post_like', 'post_comment']) {
        const rows = await withActor(who, [], (tx) => tx`select 1 from ${tx(table)}`)
        expect(rows.length, table).toBe(0)
      }
    }
    const names = await withActor(stranger, [], (tx) => tx`select name from person where id <> ${stranger.userId}`)
    expect(names).toHaveLength(0)
  })
})

describe('an account that is leaving', () => {
  test('shows nothing: no posts, no link, no likes and comments, no name; kept, all is back', async () => {
    ;[ida, ben] = await twoFriends()
    await beFollowed(ben, ida)
    const carla = await newPerson('Carla')
    await beFollowed(ida, carla)
    const [mine, theirs] = [await putPost(ida), await putPost(ben)]
    await posts.like(ben, { ...of(ida, mine.id), isLiked: true })
    await posts.comment(ben, { ...of(ida, mine.id), id: newId(), text: 'Strong' })
    const { token } = await follows.makeLink(ben)
    const look = async () => {
      const carlas = await posts.readPost(carla, of(ida, mine.id))
      return {
        posts: (await idsSeenBy(ida)).includes(theirs.id),
        whole: !(await refusalOf(posts.readPost(ida, of(ben, theirs.id)))).startsWith('not_found'),
        said: [carlas.likes, carlas.comments, carlas.likedBy, carlas.said.map(({ name }) => name)],
        tidings: (await posts.readHome(ida)).tidings.map(({ kind }) => kind).sort(),
        people: (await follows.listPeople(ida)).followers.map(({ name }) => name),
        link: !(await refusalOf(follows.meet({ token, ip, reader: carla }))).startsWith('not_found'),
      }
    }
    const before = await look()
    expect(before).toMatchObject({ posts: true, whole: true, said: [1, 1, ['Ben'], ['Ben']], link: true })
    expect(before.tidings).toEqual(['comment', 'like'])
    await askDeletion(ben, { password: ben.password })
    expect(await look()).toEqual({
      ...{ posts: false, whole: false, said: [0, 0, [], []], tidings: [], people: ['Carla'], link: false },
    })
    await keepAccount(ben)
    expect(await look()).toEqual(before)
  })
})

describe('an account whose day has come', () => {
  test('takes its posts along with all that was said about them, and what it said at others’', async () => {
    ;[ida, ben] = await twoFriends()
    await beFollowed(ben, ida)
    const [mine, theirs] = [await putPost(ida), await putPost(ben)]
    for (const [who, at] of [
      [ben, of(ida, mine.id)],
      [ida, of(ben, theirs.id)],
    ] as const) {
      await posts.like(who, { ...at, isLiked: true })
      await posts.comment(who, { ...at, id: newId(), text: 'Strong' })
    }
    await posts.closeComments(ida, { postId: mine.id, isClosed: true })
    const held = await exportAccount(ida, PERSONAL_DATA)
    expect(held.sections.friends).toMatchObject({
      follow: [{}, {}],
      post_like: [{ maker_id: ben.userId }],
      post_comment: [{ maker_id: ben.userId, text: 'Strong' }],
    })
    expect(held.names[ben.userId]).toBe('Ben')
    const { dueAt } = await askDeletion(ida, { password: ida.password })
    expect(await eraseDue(PERSONAL_DATA, dueAt)).toContain(ida.userId)
    expect(await posts.readPost(ben, of(ben, theirs.id))).toMatchObject({ likes: 0, comments: 0 })
    for (const table of ['follow', 'post_like', 'post_comment', 'post_closed', 'follow_link']) {
      const rows = await db.admin<{ row: string }[]>`select to_jsonb(t)::text as row from ${db.admin(table)} t`
      expect(rows.filter(({ row }) => row.includes(ida.userId)).map(() => table)).toEqual([])
    }
  })

  test('a deleted post that is cleared away for good takes along what was said', async () => {
    ;[ida, ben] = await twoFriends()
    const { id } = await putPost(ida)
    await posts.comment(ben, { ...of(ida, id), id: newId(), text: 'Strong' })
    await withActor(
      NOBODY,
      [ida.userId],
      async (tx) => {
        await tx`select set_config('app.space', ${ida.userId}, true)`
        expect(await tx`delete from shared_link where id = ${id} returning 1`).toHaveLength(1)
      },
      { sql: jobsPool() },
    )
    expect(await db.admin`select 1 from post_comment where post_id = ${id}`).toHaveLength(0)
  })
})
