/** What may be asked how often, over the real procedures: the one too many is refused in a sentence that says how long. */
import { TRPCError } from '@trpc/server'
import { beforeAll, describe, expect, test } from 'vitest'
import { createInvite } from '../modules/coaching/service/invites.ts'
import { type LimitName, takePoint } from '../server/rate-limit.ts'
import { createCallerFactory } from '../server/trpc.ts'
import { newId } from '../shared/id.ts'
import { newPerson, openServices, type Person } from '../test/people.ts'
import { appRouter } from './router.ts'

const createCaller = createCallerFactory(appRouter)
const sync = { protocol: 1, schemaV: 1, deviceId: newId(), epoch: null }

type Caller = ReturnType<typeof createCaller>
type Case = {
  what: string
  limit: LimitName
  most: number
  key: (person: Person, ip: string) => string
  call: (caller: Caller, person: Person, token: string) => Promise<unknown>
}

/** A link that leads nowhere is looked for like any other. */
function notFoundIsFine(error: unknown): void {
  if (!(error instanceof TRPCError) || error.code !== 'NOT_FOUND') throw error
}

const byIp = (_: Person, ip: string) => ip
const byPerson = (person: Person) => person.userId

const CASES: Case[] = [
  {
    what: 'sign-ups from one address',
    limit: 'sign-up-ip',
    most: 30,
    key: byIp,
    call: (caller) => caller.users.signUp({ name: 'New', email: `${newId()}@example.test`, password: 'long enough 1' }),
  },
  {
    what: 'letters asked for from one address',
    limit: 'letter-ip',
    most: 60,
    key: byIp,
    call: (caller) => caller.users.askLetter({ kind: 'sign-in', email: `${newId()}@example.test` }),
  },
  {
    what: 'letters to one mailbox, asked for from anywhere,',
    limit: 'letter-address',
    most: 6,
    key: ({ email }) => email,
    call: (caller, { email }) => caller.users.askLetter({ kind: 'reset', email }),
  },
  {
    what: 'letters to one mailbox in a day',
    limit: 'letter-day',
    most: 20,
    key: ({ email }) => email,
    call: (caller, { email }) => caller.users.askLetter({ kind: 'sign-in', email }),
  },
  {
    what: 'links looked at from one address',
    limit: 'proof-ip',
    most: 120,
    key: byIp,
    call: (caller) => caller.users.previewLetter({ token: 'x'.repeat(43) }).catch(notFoundIsFine),
  },
  {
    what: 'passkeys begun by one person',
    limit: 'passkey-user',
    most: 30,
    key: byPerson,
    call: (caller) => caller.users.startPasskey(),
  },
  {
    what: 'sign-ins by passkey begun from one address',
    limit: 'passkey-ip',
    most: 240,
    key: byIp,
    call: (caller) => caller.users.startPasskeySignIn(),
  },
  {
    what: 'invites made',
    limit: 'invite-make',
    most: 200,
    key: byPerson,
    call: (caller) => caller.coaching.createInvite({ domains: [{ domain: 'training', level: 'read' }] }),
  },
  {
    what: 'invites looked at from one address',
    limit: 'invite-ip',
    most: 60,
    key: byIp,
    call: (caller, _, token) => caller.coaching.previewInvite({ token }),
  },
  {
    what: 'invites accepted',
    limit: 'invite-user',
    most: 60,
    key: byPerson,
    call: (caller, _, token) =>
      caller.coaching.acceptInvite({ token, shares: [{ domain: 'training', level: 'read' }], textVersion: 1 }),
  },
  {
    what: 'links to be followed by',
    limit: 'follow-link',
    most: 30,
    key: byPerson,
    call: (caller) => caller.feed.makeLink(),
  },
  {
    what: 'such links looked at from one address',
    limit: 'follow-ip',
    most: 120,
    key: byIp,
    call: (caller) => caller.feed.meet({ token: 'x'.repeat(24) }).catch(notFoundIsFine),
  },
  {
    what: 'asks to follow',
    limit: 'follow-ask',
    most: 60,
    key: byPerson,
    call: (caller) => caller.feed.ask({ token: 'x'.repeat(24) }).catch(notFoundIsFine),
  },
  {
    what: 'likes and comments',
    limit: 'feed-say',
    most: 300,
    key: byPerson,
    call: (caller, { userId: makerId }) =>
      caller.feed.like({ makerId, postId: newId(), isLiked: true }).catch(notFoundIsFine),
  },
  {
    what: 'pushes',
    limit: 'sync-device',
    most: 6_000,
    key: byPerson,
    call: (caller, { userId: space }) =>
      caller.sync.push({ ...sync, space, build: 'test', clientNow: Date.now(), mutations: [] }),
  },
  {
    what: 'pulls',
    limit: 'sync-device',
    most: 6_000,
    key: byPerson,
    call: (caller, { userId: space }) => caller.sync.pull({ ...sync, space, cursor: null, limit: 10 }),
  },
  {
    what: 'parts of a log',
    limit: 'sync-device',
    most: 6_000,
    key: byPerson,
    call: (caller, { userId: space }) => caller.sync.boot({ ...sync, space, part: 'now' }),
  },
]

let token: string
beforeAll(async () => {
  await openServices()
  const coach = await newPerson('Coach')
  token = (await createInvite(coach, { role: 'head', domains: [{ domain: 'training', level: 'read' }], maxUses: 50 }))
    .token
})

const answer = (made: Promise<unknown>) =>
  made.then(
    () => 'done',
    (error: unknown) => (error instanceof TRPCError ? `${error.code}: ${error.message}` : String(error)),
  )

describe('a limit', () => {
  test.each(CASES)('on $what: $most go through, one more does not, and others are not held up', async (one) => {
    const [person, other] = [await newPerson(), await newPerson()]
    const as = (who: Person, ip: string) => createCaller({ actor: who, requestId: 'test', ip, userAgent: '' })
    const [here, elsewhere] = [`192.0.2.${CASES.indexOf(one)}`, `198.51.100.${CASES.indexOf(one)}`]
    for (let n = 1; n < one.most; n++) await takePoint(one.limit, one.key(person, here))
    const calls = [await answer(one.call(as(person, here), person, token))]
    calls.push(await answer(one.call(as(person, here), person, token)))
    expect(calls[0]).toBe('done')
    expect(calls[1]).toMatch(/^TOO_MANY_REQUESTS: Too many tries\. Wait \d+ (seconds|minutes), then try again\.$/)
    expect(await answer(one.call(as(other, elsewhere), other, token))).toBe('done')
  })
})
