/** What became of entries that were set aside, on the server in memory: the account page's deeds, as `quarantine.ts` does them. */
import { appError } from '../../shared/errors.ts'
import type { Settled } from '../protocol.ts'
import { asideSteps } from '../server/aside-steps.ts'
import { NO_SUCH } from '../server/quarantine.ts'
import { failureOf } from '../server/steps.ts'
import { createView } from '../view.ts'
import type { Account, AccountParts } from './account.ts'
import { type KeptAside, rowsFor, type SpaceState, withChanges } from './memory-rows.ts'
import type { MemoryServer } from './memory-server.ts'

/** Replaced one at a time, as the other steps of the server in memory. */
export const asideInMemory = {
  /** What a pull tells of the entries that it is asked about. */
  settled(space: SpaceState, actor: string, asked: readonly string[]): Settled[] {
    const applied = space.receipts.filter(({ status }) => status === 'applied' || status === 'noop')
    const dismissed = space.quarantined.filter(({ hiddenFrom }) => hiddenFrom.includes(actor))
    return [
      ...applied.map(({ mid }) => ({ mid, how: 'applied' as const })),
      ...dismissed.map(({ mid }) => ({ mid, how: 'dismissed' as const })),
    ].filter(({ mid }) => asked.includes(mid))
  },
  /** It was put into the log: the entry goes, and its receipts say so. */
  record(space: SpaceState, entry: KeptAside): SpaceState {
    return {
      ...space,
      quarantined: space.quarantined.filter(({ mid }) => mid !== entry.mid),
      receipts: space.receipts.map((receipt) => {
        if (receipt.mid !== entry.mid || receipt.status !== 'quarantined') return receipt
        const { deviceId, seq, mid } = receipt
        const isOwn = deviceId === entry.deviceId && seq === entry.seq
        return { deviceId, seq, mid, status: isOwn ? 'applied' : 'noop' }
      }),
    }
  },
  /** From one person's list; it is kept. */
  dismiss(space: SpaceState, entry: KeptAside, actor: string): SpaceState {
    const hidden = { ...entry, hiddenFrom: [...entry.hiddenFrom, actor] }
    return { ...space, quarantined: space.quarantined.map((one) => (one === entry ? hidden : one)) }
  },
}
export type AsideInMemory = typeof asideInMemory

export function memoryAccount(server: MemoryServer, parts: AccountParts): Account {
  const steps = { ...asideSteps, ...parts.steps }

  /** Everything that this person may see, hidden or not. */
  function seenBy(actor: string): (KeptAside & { space: string })[] {
    return [...server.state().spaces].flatMap(([space, { quarantined }]) =>
      quarantined
        .filter(({ principal }) => space === actor || principal === actor)
        .map((entry) => ({ ...entry, space })),
    )
  }
  function spaceOf(actor: string, mid: string): string {
    const found = seenBy(actor).find((entry) => entry.mid === mid)
    if (!found) throw appError('not_found', NO_SUCH)
    return found.space
  }
  function entryOf({ quarantined }: SpaceState, mid: string): KeptAside {
    const entry = quarantined.find((one) => one.mid === mid)
    if (!entry) throw appError('not_found', NO_SUCH)
    return entry
  }

  return {
    list: async (actor) =>
      seenBy(actor)
        .filter(({ hiddenFrom }) => !hiddenFrom.includes(actor))
        .map(({ mid }) => mid)
        .reverse(),
    async apply(actor, mid) {
      const space = spaceOf(actor, mid)
      steps.mayApply(parts.grant(actor, space))
      await server.change(space, (base) => {
        const entry = entryOf(base, mid)
        const { mutation, args, ctx, stamp } = steps.again(parts.mutations, space, entry)
        const view = createView(server.collections)
        try {
          const reads = mutation.reads(args, ctx)
          for (let needs = view.needs(reads); needs.length > 0; needs = view.needs(reads))
            view.lay(
              needs,
              needs.flatMap((need) => rowsFor(base, need)),
            )
          const draft = view.begin(reads, stamp, ctx)
          mutation.run(draft.tx, args, ctx)
          draft.keep()
        } catch (error) {
          throw appError('conflict', failureOf(error).message)
        }
        const changes = view.changes()
        if (changes.length > 0) parts.onFlush(space, changes, actor)
        const changed = withChanges(base, changes, changes.length > 0 ? base.version + 1 : base.version)
        return server.steps.record(changed, entry)
      })
    },
    async dismiss(actor, mid) {
      await server.change(spaceOf(actor, mid), (base) => {
        const entry = entryOf(base, mid)
        if (entry.hiddenFrom.includes(actor)) throw appError('not_found', NO_SUCH)
        return server.steps.dismiss(base, entry, actor)
      })
    },
  }
}
