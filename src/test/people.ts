/** A database with the services on it, and people in it: what the stories about accounts and coaching start from. */
import { afterAll } from 'vitest'
import type { Share } from '../modules/coaching/model.ts'
import { acceptInvite, createInvite } from '../modules/coaching/service/invites.ts'
import { createAccount } from '../modules/users/service/accounts.ts'
import { closePools, openPool } from '../server/db.ts'
import { once } from '../server/process.ts'
import type { Actor } from '../shared/actor.ts'
import { syncServer } from '../wiring/sync-server.ts'
import { openDatabase, type TestDatabase } from './database.ts'

/** Call it in `beforeAll`: the services' own pool is the app's role on a database of this file's. */
export async function openServices(options: { statementTimeoutMs?: number } = {}): Promise<TestDatabase> {
  const database = await openDatabase()
  process.env.DATABASE_URL = database.url('spotter_app')
  process.env.DATABASE_JOBS_URL = database.url('spotter_jobs')
  process.env.SESSION_SECRET = 'a secret that only the tests know, of 32 or more'
  process.env.LOG_LEVEL = 'silent'
  once('db.pool', () => openPool(database.url('spotter_app'), options))
  const sync = syncServer()
  afterAll(async () => {
    await sync.stop()
    await closePools()
  })
  return database
}

let people = 0

export type Person = Actor & { name: string; email: string; password: string }

export async function newPerson(name = 'Somebody'): Promise<Person> {
  people += 1
  const email = `person${people}@example.test`
  const password = `a good password ${people}`
  const { userId } = await createAccount({ name, email, password })
  return { userId, sessionId: null, name, email, password }
}

const TRAINING: Share[] = [{ domain: 'training', level: 'read' }]

/** The athlete accepts an invite of the coach and shares all that it asks for. */
export async function beginCoaching(coach: Actor, athlete: Actor, shares: Share[] = TRAINING): Promise<string> {
  const { token } = await createInvite(coach, { role: 'head', domains: shares, maxUses: 1 })
  const accepted = await acceptInvite(async () => {}, athlete, { token, shares, textVersion: 1 })
  return accepted.relationId
}
