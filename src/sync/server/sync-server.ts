/** The server's end of sync on PostgreSQL, from what wiring hands in. */
import type { PgTable } from 'drizzle-orm/pg-core'
import type { ReservedSql, Sql } from 'postgres'
import type { EngineParts, SyncServer } from './engine.ts'
import { createEngine } from './engine.ts'
import { forgetAged } from './maintenance.ts'
import { createPoker } from './poke.ts'
import { createPostgresStore } from './postgres-store.ts'
import { createWithSpace, provideWithSpace, type WithSpace } from './space.ts'
import { describeTables } from './synced-tables.ts'

export type SyncServerParts = Omit<EngineParts, 'store' | 'poke'> & {
  /** The app's pool: row-level security applies to all that the engine does. */
  sql: Sql
  /** The table of each collection, by its name. */
  tables: Readonly<Record<string, PgTable>>
  /** Told when a poke could not be sent. Nothing is lost by it. */
  report?: (error: unknown) => void
}

export type PostgresSyncServer = SyncServer & {
  withSpace: WithSpace
  /** Forgets what is past its time in one space; `findAgedSpaces` says which have something. See maintenance.ts. */
  forgetAged(db: ReservedSql, space: string, nowMs?: number): Promise<void>
  stop(): Promise<void>
}

export function createSyncServer(parts: SyncServerParts): PostgresSyncServer {
  const { sql } = parts
  const tables = describeTables(parts.collections, parts.tables)
  const now = parts.now ?? Date.now
  const poker = createPoker(sql, parts.report)
  const withSpace = createWithSpace({
    tables,
    prepare: sql.options.prepare,
    now,
    onFlush: parts.onFlush ?? (() => []),
    poke: poker.poke,
  })
  provideWithSpace(withSpace)
  const engine = createEngine({ ...parts, store: createPostgresStore(sql, tables), poke: poker.poke })
  return {
    ...engine,
    withSpace,
    forgetAged: (db, space, nowMs = now()) => forgetAged(db, tables, space, nowMs),
    stop: poker.stop,
  }
}
