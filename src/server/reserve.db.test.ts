import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../shared/id.ts'
import { openDatabase, type TestDatabase } from '../test/database.ts'
import { withActor } from './db.ts'
import { reserve } from './reserve.ts'

let db: TestDatabase
const codeOf = (error: unknown) => (error as { code?: string }).code ?? 'other'
beforeAll(async () => {
  db = await openDatabase({ max: 2 })
})

async function killConnectionOf(tx: Awaited<ReturnType<typeof reserve>>): Promise<void> {
  const [own] = await tx`select pg_backend_pid() as pid`
  await db.admin`select pg_terminate_backend(${own?.pid}, 5000)`
}

describe('a database that hangs', () => {
  it('fails who waits for it, and the pool serves on; once it goes on, it has all its connections again', async () => {
    const tx = await reserve(db.app, 300)
    await tx`begin`
    const [own] = await tx`select pg_backend_pid() as pid`
    process.kill(own?.pid, 'SIGSTOP')
    try {
      await expect(tx`select 1`).rejects.toMatchObject({ code: 'unavailable' })
      await expect(tx`commit`).rejects.toMatchObject({ code: 'unavailable' })
      tx.release()
      expect(await db.app`select 1 as one`).toEqual([{ one: 1 }])
    } finally {
      process.kill(own?.pid, 'SIGCONT')
    }
    const both = () => Promise.all([reserve(db.app), reserve(db.app)])
    const again = await both()
    for (const held of again) expect(await held`select 1 as one`).toEqual([{ one: 1 }])
    for (const held of again) held.release()
  })
})

describe('a connection that is closed while somebody holds it', () => {
  it('fails the next statement instead of never answering it, and the pool serves on', async () => {
    for (let round = 0; round < 5; round++) {
      const tx = await reserve(db.app)
      await tx`begin`
      await killConnectionOf(tx)
      await expect.poll(() => tx`select 1`.then(() => null, codeOf)).toBe('CONNECTION_CLOSED')
      await expect(tx.unsafe('commit')).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' })
      tx.release()
    }
    expect(await db.app`select 1 as one`).toEqual([{ one: 1 }])
  })

  it('is told to nobody who takes it later: it died in the middle of a statement, and was opened anew', async () => {
    for (let round = 0; round < 3; round++) {
      const held = await Promise.all([reserve(db.app), reserve(db.app)])
      for (const tx of held) {
        const [own] = await tx`select pg_backend_pid() as pid`
        const sleeping = tx`select pg_sleep(60)`.then(() => null, codeOf)
        const isAsleep = () =>
          db.admin`select 1 from pg_stat_activity where pid = ${own?.pid} and wait_event = 'PgSleep'`
        await expect.poll(async () => (await isAsleep()).length).toBe(1)
        await db.admin`select pg_terminate_backend(${own?.pid}, 5000)`
        expect(await sleeping).not.toBeNull()
        tx.release()
      }
      const next = await Promise.all([reserve(db.app), reserve(db.app)])
      for (const tx of next) expect(await tx`select 1 as one`).toEqual([{ one: 1 }])
      for (const tx of next) tx.release()
    }
  })

  it('fails the transaction of `withActor` with that error, and the next one runs', async () => {
    const actor = { userId: newId(), sessionId: null }
    const broken = withActor(
      actor,
      [],
      async (tx) => {
        await killConnectionOf(tx)
        await expect.poll(() => tx`select 1`.then(() => null, codeOf)).toBe('CONNECTION_CLOSED')
        return tx`select 1`
      },
      { sql: db.app },
    )
    await expect(broken).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' })
    const fine = await withActor(actor, [], (tx) => tx`select app_actor()::text as actor`, { sql: db.app })
    expect(fine).toEqual([{ actor: actor.userId }])
  })
})
