import { beforeAll, expect, test } from 'vitest'
import { NOBODY, withActor } from '../../../server/db.ts'
import type { Actor } from '../../../shared/actor.ts'
import { newId } from '../../../shared/id.ts'
import { withSpace } from '../../../sync/server/space.ts'
import { newPerson, openServices } from '../../../test/people.ts'
import { refusalOf } from '../../../test/refusal.ts'
import { syncedMutations, syncServer } from '../../../wiring/sync-server.ts'
import { askDeletion, keepAccount } from '../../users/service/privacy.ts'
import { type SharedLink, sharedLinks } from '../model/shares.ts'
import { readSharedLink } from './shares.ts'

let ida: Actor
let stranger: Actor
const ip = '203.0.113.9'

beforeAll(async () => {
  await openServices()
  ;[ida, stranger] = [await newPerson('Ida'), await newPerson('Sam')]
})

async function share(fields: Partial<SharedLink> = {}): Promise<SharedLink> {
  const link: SharedLink = {
    ...{ id: newId(), kind: 'routine', ofId: newId(), token: newId(), fromName: 'Ida', createdAt: 5, revokedAt: null },
    document: { title: 'Push A', notes: '', localDay: null, activeMs: null, exercises: [], own: [] },
    ...fields,
  }
  await withActor(ida, [ida.userId], (tx) => withSpace(tx, ida.userId, (space) => space.put(sharedLinks, link)))
  return link
}

test('whoever has the link sees the copy, and nothing that names the log it is from', async () => {
  const { token, document } = await share()
  expect(await readSharedLink({ athleteId: ida.userId, token, ip })).toEqual({
    kind: 'routine',
    fromName: 'Ida',
    document,
    createdAt: 5,
  })
})

test('taken back, deleted, or never made: one answer', async () => {
  const { token } = await share({ revokedAt: 7 })
  const gone = await share()
  await withActor(ida, [ida.userId], (tx) =>
    withSpace(tx, ida.userId, (space) =>
      space.change([{ from: sharedLinks, id: gone.id }], (rows) => rows.delete(sharedLinks, gone.id)),
    ),
  )
  const answers = await Promise.all(
    [token, gone.token, newId()].map((asked) => refusalOf(readSharedLink({ athleteId: ida.userId, token: asked, ip }))),
  )
  expect(new Set(answers).size).toBe(1)
  expect(answers[0]).toMatch(/^not_found: /)
})

test('of an account that has asked to be erased it shows nothing, until that is taken back', async () => {
  const leaver = await newPerson('Lea')
  const link = { ...(await share()), id: newId(), token: newId() }
  await withActor(leaver, [leaver.userId], (tx) =>
    withSpace(tx, leaver.userId, (space) => space.put(sharedLinks, link)),
  )
  const read = () => readSharedLink({ athleteId: leaver.userId, token: link.token, ip })
  expect((await read()).fromName).toBe('Ida')
  await askDeletion(leaver, { password: leaver.password })
  expect(await refusalOf(read())).toMatch(/^not_found: /)
  await keepAccount(leaver)
  expect((await read()).fromName).toBe('Ida')
})

test('nobody lists them: without the token there is no row', async () => {
  await share()
  for (const actor of [NOBODY, stranger]) {
    const [seen] = await withActor(actor, [], (tx) => tx<{ n: number }[]>`select count(*)::int as n from shared_link`)
    expect(seen?.n).toBe(0)
  }
})

test.each([['workouts.makeLink'], ['archive.bring']])(
  'what a link has no words for can’t be stored in one, by %s: a bodyweight, a place, an effort',
  async (name) => {
    const v = syncedMutations.find((mutation) => mutation.name === name)?.v ?? 1
    const link = {
      ...{ id: newId(), kind: 'workout', ofId: newId(), token: newId(), fromName: null, createdAt: 5 },
      document: {
        title: 'Push A',
        notes: '',
        localDay: 3,
        activeMs: null,
        exercises: [],
        own: [],
        bodyweightG: 81_234,
      },
    }
    const args =
      name === 'archive.bring'
        ? { rows: [{ of: 'shared_link', row: { ...link, revokedAt: null } }], revive: false }
        : link
    const { results } = await syncServer().push(
      { id: ida.userId },
      {
        ...{ protocol: 1, schemaV: 1, deviceId: newId(), space: ida.userId, build: 'test', clientNow: Date.now() },
        mutations: [{ seq: 1, mid: newId(), name, v, args, at: Date.now() }],
      },
    )
    expect(results[0]?.status).toMatch(/rejected|quarantined/)
    expect(await refusalOf(readSharedLink({ athleteId: ida.userId, token: link.token, ip }))).toMatch(/^not_found: /)
  },
)
