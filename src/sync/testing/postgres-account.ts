/** The account page's deeds on PostgreSQL, by the functions that `wiring/sync-server.ts` calls. */
import { type Sql, withActor } from '../../server/db.ts'
import { asideSteps } from '../server/aside-steps.ts'
import * as quarantine from '../server/quarantine.ts'
import { createWithSpace, provideWithSpace } from '../server/space.ts'
import type { SyncedTables } from '../server/synced-tables.ts'
import type { Account, AccountParts } from './account.ts'

export function postgresAccount(sql: Sql, tables: SyncedTables, parts: AccountParts): Account {
  const { mutations, grant, now, onFlush } = parts
  const steps = { ...asideSteps, ...parts.steps }
  provideWithSpace(createWithSpace({ tables, prepare: sql.options.prepare, now, onFlush, poke: () => {} }))
  const as = <T>(userId: string, subject: string, work: Parameters<typeof withActor<T>>[2]) =>
    withActor({ userId, sessionId: null }, [subject], work, { sql })

  return {
    list: (actor) =>
      as(actor, actor, async (tx) => {
        const own = await quarantine.findQuarantined(tx, { space: actor })
        const sent = await quarantine.findQuarantined(tx, { sentBy: actor })
        return [...new Set([...own, ...sent].map(({ mid }) => mid))]
      }),
    async apply(actor, mid) {
      const space = await as(actor, actor, (tx) => quarantine.spaceOfQuarantined(tx, { actor, mid }))
      const asked = { space, mid, nowMs: now(), grant: grant(actor, space) }
      await as(actor, space, (tx) => quarantine.applyQuarantined(tx, mutations, asked, steps))
    },
    dismiss: (actor, mid) => as(actor, actor, (tx) => quarantine.dismissQuarantined(tx, { actor, mid })),
  }
}
