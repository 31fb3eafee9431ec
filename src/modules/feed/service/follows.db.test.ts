/** Who follows whom, from an ask to its end. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../../shared/actor.ts'
import { newId } from '../../../shared/id.ts'
import type { TestDatabase } from '../../../test/database.ts'
import { beFollowed, postOf as of, putPost, setRevoked, twoFriends } from '../../../test/feed.ts'
import { newPerson, openServices, type Person } from '../../../test/people.ts'
import { refusalOf } from '../../../test/refusal.ts'
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

describe('the end of following', () => {
  test.each([
    ['unfollowed', () => follows.unfollow(ben, { personId: ida.userId })],
    ['removed', () => follows.removeFollower(ida, { personId: ben.userId })],
    ['blocked', () => follows.block(ida, { personId: ben.userId })],
  ])('%s: they see nothing, can say nothing, and what they said is gone', async (_, end) => {
    ;[ida, ben] = await twoFriends()
    const { id } = await putPost(ida)
    await posts.like(ben, { ...of(ida, id), isLiked: true })
    await posts.comment(ben, { ...of(ida, id), id: newId(), text: 'Strong' })
    expect(await posts.readPost(ida, of(ida, id))).toMatchObject({ likedBy: ['Ben'], said: [{ text: 'Strong' }] })
    await end()
    expect(await idsSeenBy(ben)).toEqual([])
    expect(await refusalOf(posts.comment(ben, { ...of(ida, id), id: newId(), text: 'Still' }))).toMatch(NOT_SHOWN)
    expect(await posts.readPost(ida, of(ida, id))).toMatchObject({ likes: 0, comments: 0, likedBy: [], said: [] })
    expect(await db.admin`select 1 from post_comment where writer_id = ${ben.userId}`).toHaveLength(0)
  })

  test('what they said under a post that is taken back at that moment is gone, too, when it is shown again', async () => {
    ;[ida, ben] = await twoFriends()
    const { id } = await putPost(ida)
    await posts.like(ben, { ...of(ida, id), isLiked: true })
    await posts.comment(ben, { ...of(ida, id), id: newId(), text: 'Strong' })
    await setRevoked(ida, id, Date.now())
    await follows.block(ida, { personId: ben.userId })
    await setRevoked(ida, id, null)
    expect(await posts.readPost(ida, of(ida, id))).toMatchObject({ likedBy: [], said: [] })
  })

  test('who blocked somebody asks nothing of them, and what was asked beside the block is none', async () => {
    ;[ida, ben] = await twoFriends()
    const { token } = await follows.makeLink(ben)
    await follows.block(ida, { personId: ben.userId })
    expect(await refusalOf(follows.ask(ida, { token }))).toMatch(/^conflict: You blocked them/)
    await db.admin`insert into follow (of_id, follower_id, asked_at) values (${ida.userId}, ${ben.userId}, 5)`
    expect((await follows.listPeople(ida)).asks).toEqual([])
    await follows.unblock(ida, { personId: ben.userId })
    expect((await follows.listPeople(ida)).asks).toEqual([])
  })

  test('each blocks the other at once, and both stand', async () => {
    ;[ida, ben] = await twoFriends()
    await beFollowed(ben, ida)
    const both = await Promise.allSettled([
      follows.block(ida, { personId: ben.userId }),
      follows.block(ben, { personId: ida.userId }),
    ])
    expect(both.map(({ status }) => status)).toContain('fulfilled')
    expect(await db.admin`select 1 from follow where ${ida.userId} in (of_id, follower_id)`).toHaveLength(0)
  })

  test('declined they may ask again; blocked the link is dead to them, until the block is undone', async () => {
    ;[ida, ben] = [await newPerson('Ida'), await newPerson('Ben')]
    const { token } = await follows.makeLink(ida)
    await follows.ask(ben, { token })
    await follows.removeFollower(ida, { personId: ben.userId })
    expect((await follows.meet({ token, ip, reader: ben })).standing).toBe('none')
    await follows.ask(ben, { token })
    await follows.block(ida, { personId: ben.userId })
    const dead = await refusalOf(follows.meet({ token: newId(), ip, reader: ben }))
    expect(await refusalOf(follows.meet({ token, ip, reader: ben }))).toBe(dead)
    expect(await refusalOf(follows.ask(ben, { token }))).toBe(dead)
    expect(await follows.listPeople(ida)).toMatchObject({ asks: [], followers: [], blocked: [{ name: 'Ben' }] })
    // Others still come by it, and who is not signed in sees a name and nothing else.
    expect(await follows.meet({ token, ip, reader: null })).toEqual({ name: 'Ida', standing: 'nobody' })
    await follows.unblock(ida, { personId: ben.userId })
    await follows.ask(ben, { token })
    expect((await follows.listPeople(ida)).asks).toMatchObject([{ name: 'Ben' }])
  })

  test('a block ends it both ways, and is told to nobody but who blocked', async () => {
    ;[ida, ben] = await twoFriends()
    await beFollowed(ben, ida)
    const { id } = await putPost(ben)
    await posts.comment(ida, { ...of(ben, id), id: newId(), text: 'Mine' })
    await follows.block(ida, { personId: ben.userId })
    expect(await idsSeenBy(ida)).toEqual([])
    expect((await posts.readPost(ben, of(ben, id))).said).toEqual([])
    expect(JSON.stringify(await follows.listPeople(ben))).not.toContain(ida.userId)
    expect(await refusalOf(follows.askBack(ben, { personId: ida.userId }))).toMatch(/^not_found/)
  })

  test('nobody who is in none of one’s lists can be blocked, followed back or accepted', async () => {
    ;[ida, ben] = await twoFriends()
    for (const personId of [stranger.userId, newId()]) {
      for (const deed of [follows.block, follows.askBack, follows.accept, follows.unfollow, follows.removeFollower]) {
        expect(await refusalOf(deed(ida, { personId }))).toMatch(/^not_found: They are not in your list/)
      }
    }
  })
})

describe('links and asks', () => {
  test('a new link ends the old one', async () => {
    ;[ida, ben] = [await newPerson('Ida'), await newPerson('Ben')]
    const old = await follows.makeLink(ida)
    const { token } = await follows.makeLink(ida)
    expect((await follows.listPeople(ida)).token).toBe(token)
    expect(await refusalOf(follows.ask(ben, old))).toMatch(/^not_found: This link leads to nobody/)
    expect(await follows.meet({ token, ip, reader: ida })).toEqual({ name: 'Ida', standing: 'self' })
    expect(await refusalOf(follows.ask(ida, { token }))).toMatch(/^bad_input: This is your own link/)
  })

  test('following back is an ask of its own', async () => {
    ;[ida, ben] = await twoFriends()
    expect((await follows.listPeople(ida)).followers).toMatchObject([{ name: 'Ben', back: 'none' }])
    await follows.askBack(ida, { personId: ben.userId })
    expect((await follows.listPeople(ida)).followers).toMatchObject([{ back: 'asked' }])
    await follows.accept(ben, { personId: ida.userId })
    expect((await follows.listPeople(ida)).followers).toMatchObject([{ back: 'following' }])
  })

  test('five hundred each way, and not one more', async () => {
    ;[ida, ben] = await twoFriends()
    const many = Array.from({ length: 499 }, () => newId())
    await db.admin`insert into person (id, name, created_at) select id, 'Many', 1 from unnest(${many}::uuid[]) id`
    await db.admin`
      insert into follow (of_id, follower_id, asked_at, accepted_at)
      select ${ida.userId}, id, 1, 1 from unnest(${many}::uuid[]) id`
    const { token } = await follows.makeLink(ida)
    await follows.ask(stranger, { token })
    expect(await refusalOf(follows.accept(ida, { personId: stranger.userId }))).toMatch(/^too_large: 500 people follow/)
    await db.admin`
      insert into follow (of_id, follower_id, asked_at, accepted_at)
      select id, ${ben.userId}, 1, 1 from unnest(${many}::uuid[]) id`
    const other = await follows.makeLink(stranger)
    expect(await refusalOf(follows.ask(ben, other))).toMatch(/^too_large: You follow 500 people/)
  })
})
