/** The test world's tables, closed and guarded like those of the modules. */

import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api'
import { sql } from 'drizzle-orm'
import { bigint, boolean, integer, jsonb, pgPolicy, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { appRole } from '../../server/schema.ts'
import type { TestDatabase } from '../../test/database.ts'
import { GUARD_FUNCTION_SQL, guardTableSql } from '../server/guard.ts'

const state = { stamps: jsonb('stamps').notNull(), deleted: boolean('deleted').notNull() }
const key = { athleteId: uuid('athlete_id').notNull(), id: text('id').notNull() }
const subject = (table: string) =>
  pgPolicy(`${table}_subject`, {
    for: 'all',
    to: appRole,
    using: sql`athlete_id = any ((select app_subjects())::uuid[])`,
    withCheck: sql`athlete_id = any ((select app_subjects())::uuid[])`,
  })

const testSession = pgTable(
  'test_session',
  { ...key, title: text('title').notNull(), day: integer('day').notNull(), target: integer('target'), ...state },
  (t) => [primaryKey({ columns: [t.athleteId, t.id] }), subject('test_session')],
)
const testMark = pgTable(
  'test_mark',
  {
    ...key,
    sessionId: text('session_id').notNull(),
    reps: integer('reps').notNull(),
    load: bigint('load_g', { mode: 'number' }),
    times: integer('times').notNull(),
    labels: jsonb('labels').notNull(),
    ...state,
  },
  (t) => [primaryKey({ columns: [t.athleteId, t.id] }), subject('test_mark')],
)
const testSetting = pgTable('test_setting', { ...key, value: text('value').notNull(), ...state }, (t) => [
  primaryKey({ columns: [t.athleteId, t.id] }),
  subject('test_setting'),
])

export const testTables = { test_session: testSession, test_mark: testMark, test_setting: testSetting }

export async function createTestTables({ owner }: Pick<TestDatabase, 'owner'>): Promise<void> {
  const statements = await generateMigration(generateDrizzleJson({}), generateDrizzleJson(testTables))
  for (const statement of statements) await owner.unsafe(statement)
  await owner.unsafe(GUARD_FUNCTION_SQL)
  for (const table of Object.keys(testTables))
    for (const statement of guardTableSql(table)) await owner.unsafe(statement)
}
