import { beforeAll, expect, test } from 'vitest'
import { siteUrl } from '../../../server/env.ts'
import { newId } from '../../../shared/id.ts'
import type { TestDatabase } from '../../../test/database.ts'
import { newestLetter } from '../../../test/letters.ts'
import { newPerson, openServices, type Person } from '../../../test/people.ts'
import { answerWith, newSoftKey, type SoftKey } from '../../../test/soft-key.ts'
import {
  addPasskey,
  enterByPasskey,
  listPasskeys,
  removePasskey,
  renamePasskey,
  startPasskey,
  startPasskeySignIn,
} from './passkeys.ts'
import { listSessions } from './sessions.ts'

const at = { ip: '192.0.2.55', userAgent: 'Chrome/140.0 Android' }
let db: TestDatabase
beforeAll(async () => {
  db = await openServices()
})

/** As `addPasskey` would have kept it; how a browser adds one is told by the story `passkey`. */
async function withKey(counter = 0): Promise<{ person: Person; key: SoftKey }> {
  const [person, key] = [await newPerson('Ana'), newSoftKey(newId())]
  await db.admin`
    insert into passkey (id, user_id, public_key, counter, transports, name, backed_up, created_at)
    values (${key.id}, ${person.userId}, ${key.publicKey}, ${counter}, '["internal"]', 'Phone', true, 1)`
  return { person, key }
}

async function answer(key: SoftKey, options: { counter?: number; origin?: string; userVerified?: boolean } = {}) {
  const { challenge } = await startPasskeySignIn(at)
  return answerWith(key, { challenge, origin: siteUrl(), counter: 0, ...options })
}

const enter = (response: Awaited<ReturnType<typeof answer>>, now?: number) =>
  enterByPasskey({ response, ...at }, now).then(
    ({ userId }) => userId,
    ({ code }) => code,
  )

test('a passkey signs in the person it belongs to, and its use is noted', async () => {
  const { person, key } = await withKey()
  expect(await enter(await answer(key))).toBe(person.userId)
  expect(await listSessions(person)).toMatchObject([{ madeBy: 'passkey', device: 'Chrome on Android' }])
  expect(await listPasskeys(person)).toMatchObject([{ name: 'Phone', lastUsedAt: expect.any(Number) }])
})

test('an answer counts once, however many send it at the same moment, and for an hour', async () => {
  const { person, key } = await withKey()
  const once = await answer(key)
  const answers = await Promise.all(Array.from({ length: 6 }, () => enter(once)))
  expect(answers.filter((said) => said === person.userId)).toHaveLength(1)
  expect(answers.filter((said) => said === 'unauthenticated')).toHaveLength(5)
  expect(await enter(await answer(key), Date.now() + 61 * 60_000)).toBe('unauthenticated')
})

test('a count that goes back is a copy’s', async () => {
  const { person, key } = await withKey(7)
  expect(await enter(await answer(key, { counter: 8 }))).toBe(person.userId)
  expect(await enter(await answer(key, { counter: 8 }))).toBe('unauthenticated')
  expect(await enter(await answer(key, { counter: 3 }))).toBe('unauthenticated')
  expect(await enter(await answer(key, { counter: 9 }))).toBe(person.userId)
})

test('no other site’s answer, no other key’s, no one’s who did not show themselves, opens anything', async () => {
  const { key } = await withKey()
  const other = newSoftKey(newId())
  for (const response of [
    await answer(key, { origin: 'https://spotter.evil.example' }),
    await answer(key, { userVerified: false }),
    await answer({ ...other, id: key.id }),
    await answer(other),
    answerWith(key, { challenge: 'bm9ib2R5IGdhdmUgdGhpcw', origin: siteUrl(), counter: 0 }),
    { ...(await answer(key)), response: { clientDataJSON: 'e', authenticatorData: 'e', signature: 'e' } },
  ]) {
    expect(await enter(response)).toBe('unauthenticated')
  }
})

test('a challenge for adding one is the asker’s own and signs nobody in', async () => {
  const { person, key } = await withKey()
  const { challenge, excludeCredentials, user } = await startPasskey(person)
  expect(excludeCredentials).toMatchObject([{ id: key.id }])
  expect(user).toMatchObject({ name: person.email, displayName: 'Ana' })
  expect(await enter(answerWith(key, { challenge, origin: siteUrl(), counter: 0 }))).toBe('unauthenticated')
  const bad = { id: 'x', rawId: 'x', type: 'public-key', clientExtensionResults: {} } as const
  const response = { ...bad, response: { clientDataJSON: 'e', attestationObject: 'e' } }
  await expect(addPasskey(person, { response, userAgent: '' })).rejects.toMatchObject({ code: 'bad_input' })
})

test('it is named and removed by its owner; the log says so, and it opens nothing after', async () => {
  const { person, key } = await withKey()
  const stranger = await newPerson('Stranger')
  for (const passkeyId of [key.id, 'unknown']) {
    await expect(renamePasskey(stranger, { passkeyId, name: 'x' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(removePasskey(stranger, { passkeyId })).rejects.toMatchObject({ code: 'not_found' })
  }
  await renamePasskey(person, { passkeyId: key.id, name: 'Old phone' })
  expect(await listPasskeys(person)).toMatchObject([{ name: 'Old phone' }])
  const before = await answer(key)
  await removePasskey(person, { passkeyId: key.id })
  expect(await enter(before)).toBe('unauthenticated')
  const log = await db.admin`select action, before from audit where subject_id = ${person.userId}`
  expect(log).toContainEqual({ action: 'passkey.remove', before: { name: 'Old phone' } })
  await expect(newestLetter(db, person.email)).rejects.toThrow()
})
