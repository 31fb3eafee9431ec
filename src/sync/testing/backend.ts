/** Where a history's server keeps its data: in memory, or on a real PostgreSQL. */
import type { TestDatabase } from '../../test/database.ts'
import { createPostgresStore, type PostgresSteps } from '../server/postgres-store.ts'
import type { Receipt, SyncStore } from '../server/store.ts'
import { describeTables } from '../server/synced-tables.ts'
import type { Account, AccountParts } from './account.ts'
import { memoryAccount } from './memory-aside.ts'
import { EMPTY, type ServerState, type SpaceState } from './memory-rows.ts'
import { createMemoryServer, type MemorySteps } from './memory-server.ts'
import { postgresAccount } from './postgres-account.ts'
import { testTables } from './tables.ts'
import { testCollections } from './world.ts'

export type Backend = {
  store: SyncStore
  epoch(): Promise<string>
  read(space: string): Promise<SpaceState>
  account(parts: AccountParts): Account
  backup(spaces: readonly string[]): Promise<() => Promise<void>>
}

export function memoryBackend(replaced: Partial<MemorySteps> = {}): Backend {
  const server = createMemoryServer(testCollections, replaced)
  return {
    store: server.store,
    epoch: async () => String(server.state().epoch),
    read: async (space) => server.state().spaces.get(space) ?? EMPTY,
    account: (parts) => memoryAccount(server, parts),
    async backup() {
      const state: ServerState = server.state()
      return async () => server.restore(state)
    },
  }
}

const TABLES = [
  ...['sync_space', 'sync_device', 'sync_receipt', 'sync_row', 'sync_part', 'sync_quarantine'],
  ...Object.keys(testTables),
]
const keyColumn = (table: string) => (table.startsWith('sync_') ? 'space_id' : 'athlete_id')

export function postgresBackend(db: TestDatabase, replaced: Partial<PostgresSteps> = {}): Backend {
  const tables = describeTables(testCollections, testTables)
  const rowsSql = [...tables.values()]
    .map(
      (
        table,
      ) => `select s.entity::text as entity, s.id::text as id, s.row_version as v, ${table.json} as data, t.stamps, t.deleted
from ${table.table} t join sync_row s on s.space_id = t.athlete_id and s.entity = '${table.entity}' and s.id = t.id where t.athlete_id = $1`,
    )
    .join(' union all ')
  return {
    store: createPostgresStore(db.app, tables, replaced),
    account: (parts) => postgresAccount(db.app, tables, parts),
    async epoch() {
      const [row] = await db.admin`select epoch::text as epoch from sync_epoch`
      return String(row?.epoch)
    },
    async read(space) {
      const [head, devices, receipts, rows, quarantined] = await Promise.all([
        db.admin`select version from sync_space where space_id = ${space}`,
        db.admin`select device_id::text as id, principal::text as principal, last_seq, last_ms from sync_device where space_id = ${space}`,
        db.admin`select device_id::text as "deviceId", seq, mid::text as mid, status, code from sync_receipt where space_id = ${space} order by device_id, seq`,
        db.admin.unsafe(rowsSql, [space]),
        db.admin`select device_id::text as "deviceId", seq, mid::text as mid, name, v, args, at, ms, code, message, principal::text as principal, hidden_from as "hiddenFrom" from sync_quarantine where space_id = ${space}`,
      ])
      return {
        version: Number(head[0]?.version ?? 0),
        devices: new Map(
          devices.map((row) => [row.id, { principal: row.principal, lastSeq: row.last_seq, lastMs: row.last_ms }]),
        ),
        receipts: receipts as unknown as Receipt[],
        rows: new Map(
          rows.map(({ entity, id, v, data, stamps, deleted }) => [
            `${entity}/${id}`,
            { entity, v: Number(v), row: { id, data, stamps, deleted } },
          ]),
        ),
        parts: new Map(),
        quarantined: quarantined.map((row) => ({ ...row, args: JSON.parse(row.args) })) as never,
      }
    },
    /** As if the database came back from a backup: its rows of then, and an epoch that no phone has seen. */
    async backup(spaces) {
      const saved = await Promise.all(
        TABLES.map(async (table) => {
          const rows = await db.admin.unsafe(
            `select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text as rows from ${table} t where ${keyColumn(table)} = any($1::uuid[])`,
            [spaces as string[]],
          )
          return { table, rows: String(rows[0]?.rows) }
        }),
      )
      return async () => {
        await db.admin.begin(async (tx) => {
          await tx`set local session_replication_role = replica`
          for (const { table, rows } of saved) {
            await tx.unsafe(`delete from ${table} where ${keyColumn(table)} = any($1::uuid[])`, [spaces as string[]])
            await tx.unsafe(
              `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::text::jsonb)`,
              [rows],
            )
          }
          await tx`update sync_epoch set epoch = gen_random_uuid()`
        })
      }
    },
  }
}
