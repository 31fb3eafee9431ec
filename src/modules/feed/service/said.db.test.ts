/** Likes, comments, and what is new of them. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../../shared/actor.ts'
import { newId } from '../../../shared/id.ts'
import { beFollowed, postOf as of, putPost, twoFriends } from '../../../test/feed.ts'
import { newPerson, openServices, type Person } from '../../../test/people.ts'
import { refusalOf } from '../../../test/refusal.ts'
import * as follows from './follows.ts'
import * as posts from './posts.ts'

let ida: Person
let ben: Person
let stranger: Person

beforeAll(async () => {
  await openServices()
  stranger = await newPerson('Sam')
})

describe('likes and comments', () => {
  test('a like is one a person, whatever is sent twice, and says who', async () => {
    ;[ida, ben] = await twoFriends()
    const { id } = await putPost(ida)
    const asked = { ...of(ida, id), isLiked: true }
    await Promise.all([posts.like(ben, asked), posts.like(ben, asked), posts.like(ida, asked)])
    expect(await posts.readPost(ida, of(ida, id))).toMatchObject({ likes: 2, isLiked: true })
    expect((await posts.readPost(ben, of(ida, id))).likedBy.toSorted()).toEqual(['Ben', 'Ida'])
    await posts.like(ben, { ...asked, isLiked: false })
    await posts.like(ben, { ...asked, isLiked: false })
    expect(await posts.readPost(ben, of(ida, id))).toMatchObject({ likes: 1, isLiked: false, likedBy: ['Ida'] })
  })

  test('a comment that is sent again is there once; its writer takes it away, or whose post it is, and nobody else', async () => {
    ;[ida, ben] = await twoFriends()
    const carla = await newPerson('Carla')
    await beFollowed(ida, carla)
    const { id } = await putPost(ida)
    const at = of(ida, id)
    const [first, second] = [newId(), newId()]
    await posts.comment(ben, { ...at, id: first, text: 'Strong' }, 1_000)
    await posts.comment(ben, { ...at, id: first, text: 'Strong' }, 2_000)
    await posts.comment(carla, { ...at, id: second, text: 'Next week I’ll come along' }, 3_000)
    const said = async (who: Actor) =>
      (await posts.readPost(who, at)).said.map(({ name, mayRemove }) => [name, mayRemove])
    expect(await said(ben)).toEqual([
      ['Ben', true],
      ['Carla', false],
    ])
    expect(await said(ida)).toEqual([
      ['Ben', true],
      ['Carla', true],
    ])
    expect(await refusalOf(posts.removeComment(carla, { ...at, id: first }))).toMatch(/^not_found: This comment/)
    expect(await refusalOf(posts.removeComment(stranger, { ...at, id: first }))).toMatch(/^not_found: This comment/)
    await posts.removeComment(ben, { ...at, id: first })
    await posts.removeComment(ida, { ...at, id: second })
    expect(await said(ben)).toEqual([])
  })

  test('another person’s id makes nobody’s comment: a taken one is left as it is', async () => {
    ;[ida, ben] = await twoFriends()
    const { id } = await putPost(ida)
    const taken = newId()
    await posts.comment(ben, { ...of(ida, id), id: taken, text: 'First' })
    await posts.comment(ida, { ...of(ida, id), id: taken, text: 'Second' })
    expect((await posts.readPost(ida, of(ida, id))).said).toMatchObject([{ name: 'Ben', text: 'First' }])
  })

  test('its maker wants no more comments: what was said stays, nothing comes to it, and it is opened again', async () => {
    ;[ida, ben] = await twoFriends()
    const { id } = await putPost(ida)
    const say = (who: Actor) => posts.comment(who, { ...of(ida, id), id: newId(), text: 'Strong' })
    await say(ben)
    await posts.closeComments(ida, { postId: id, isClosed: true })
    await posts.closeComments(ida, { postId: id, isClosed: true })
    for (const who of [ben, ida]) expect(await refusalOf(say(who))).toMatch(/^forbidden: No more comments/)
    expect(await posts.readPost(ben, of(ida, id))).toMatchObject({ isClosed: true, said: [{ text: 'Strong' }] })
    await posts.like(ben, { ...of(ida, id), isLiked: true })
    expect(await refusalOf(posts.closeComments(ben, { postId: id, isClosed: false }))).toMatch(/^not_found/)
    await posts.closeComments(ida, { postId: id, isClosed: false })
    await say(ben)
    expect((await posts.readPost(ida, of(ida, id))).comments).toBe(2)
  })

  test('of two where one blocked the other neither hears the other at a common friend’s either', async () => {
    ;[ida, ben] = await twoFriends()
    const carla = await newPerson('Carla')
    await beFollowed(ida, carla)
    await beFollowed(carla, ben)
    const { id } = await putPost(ida)
    await posts.comment(ben, { ...of(ida, id), id: newId(), text: 'Strong' })
    await posts.comment(carla, { ...of(ida, id), id: newId(), text: 'Heavy' })
    await follows.block(carla, { personId: ben.userId })
    expect((await posts.readPost(carla, of(ida, id))).said).toMatchObject([{ text: 'Heavy' }])
    expect((await posts.readPost(ben, of(ida, id))).said).toMatchObject([{ text: 'Strong' }])
    expect((await posts.readPost(ida, of(ida, id))).comments).toBe(2)
  })
})

describe('what is new', () => {
  test('asks, likes and comments of others since the feed was opened, until it is opened again', async () => {
    ;[ida, ben] = await twoFriends()
    const { id } = await putPost(ida)
    expect(await posts.hasTidings(ida)).toBe(false)
    await posts.like(ida, { ...of(ida, id), isLiked: true })
    expect(await posts.hasTidings(ida)).toBe(false)
    await posts.like(ben, { ...of(ida, id), isLiked: true })
    await posts.comment(ben, { ...of(ida, id), id: newId(), text: 'Strong' })
    const { token } = await follows.makeLink(ida)
    await follows.ask(stranger, { token })
    expect(await posts.hasTidings(ida)).toBe(true)
    const { tidings, asks, readAt } = await posts.readHome(ida)
    expect(tidings.map(({ kind, name, title }) => [kind, name, title])).toEqual(
      expect.arrayContaining([
        ['ask', 'Sam', null],
        ['like', 'Ben', 'Push day'],
        ['comment', 'Ben', 'Push day'],
      ]),
    )
    expect(asks).toBe(1)
    await posts.markSeen(ida, { at: readAt })
    expect(await posts.hasTidings(ida)).toBe(false)
    // A clock that runs ahead hides nothing that comes, and a late answer brings nothing back.
    await posts.markSeen(ida, { at: readAt + 1e9 })
    await posts.markSeen(ida, { at: 1 })
    await posts.comment(ben, { ...of(ida, id), id: newId(), text: 'Again' }, Date.now() + 1_000)
    expect((await posts.readHome(ida)).tidings).toMatchObject([{ kind: 'comment' }])
    expect(await posts.hasTidings(ben)).toBe(false)
  })
})
