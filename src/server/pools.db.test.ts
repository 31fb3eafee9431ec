import { expect, test } from 'vitest'
import { openDatabase } from '../test/database.ts'
import { closePools, openPool, pool } from './db.ts'
import { once } from './process.ts'

test('closing closes what was opened, and opens nothing for it: the demo is loaded without an environment', async () => {
  const database = await openDatabase()
  delete process.env.DATABASE_URL
  delete process.env.DATABASE_JOBS_URL
  once('db.pool', () => openPool(database.url('spotter_app'), { max: 1 }))
  expect(await pool()`select 1 as one`).toMatchObject([{ one: 1 }])
  await closePools()
  await expect(pool()`select 1`).rejects.toMatchObject({ code: 'CONNECTION_ENDED' })
})
