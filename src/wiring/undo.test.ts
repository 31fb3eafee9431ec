/**
 * Undo over random histories: two phones do all there is to do, it arrives in any order, and some of it is undone and
 * redone on one of them. The log is then what it would be without that, or the undo was refused for a reason.
 * `UNDO_SEED=… UNDO_PATH=…` run a failure again, `UNDO_RUNS` runs more.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SyncedRow } from '../sync/merge.ts'
import type { Collection } from '../sync/mutation.ts'
import { timelinePage } from '../sync/server/timeline.ts'
import { createMemoryServer } from '../sync/testing/memory-server.ts'
import { undoHistories } from '../test/undo-histories.ts'
import { newSpace, runUndoHistory, type UndoBackend } from '../test/undo-world.ts'
import { phoneCollections } from './sync-phone.ts'

const { UNDO_SEED, UNDO_PATH, UNDO_RUNS = '300' } = process.env

function inMemory(): UndoBackend {
  const server = createMemoryServer(phoneCollections as readonly Collection[])
  const space = newSpace(1)
  const state = () => server.state().spaces.get(space)
  return {
    space,
    store: server.store,
    async timeline(have) {
      const found = (state()?.receipts ?? [])
        .flatMap(({ deviceId, seq, mid, status, journal }) =>
          status === 'applied' && journal && seq > (have[deviceId] ?? 0)
            ? [{ deviceId, seq, mid, actor: space, journal }]
            : [],
        )
        .sort((a, b) => (a.deviceId < b.deviceId ? -1 : a.deviceId > b.deviceId ? 1 : a.seq - b.seq))
      return structuredClone({ epoch: String(server.state().epoch), ...timelinePage(found, have) })
    },
    rows: async () =>
      new Map<string, SyncedRow>([...(state()?.rows ?? [])].map(([, { entity, row }]) => [`${entity}:${row.id}`, row])),
  }
}

test(
  'what is undone was never done, whatever else was, in whatever order it came',
  async () => {
    const told = { done: 0, redone: 0, refused: 0 }
    await fc.assert(
      fc.asyncProperty(undoHistories, async (phases) => {
        const one = await runUndoHistory(inMemory(), phases)
        for (const key of ['done', 'redone', 'refused'] as const) told[key] += one[key]
      }),
      {
        numRuns: Number(UNDO_RUNS),
        ...(UNDO_SEED && { seed: Number(UNDO_SEED) }),
        ...(UNDO_PATH && { path: UNDO_PATH }),
      },
    )
    // Histories in which nothing happens prove nothing.
    if (!UNDO_PATH) for (const count of Object.values(told)) expect(count).toBeGreaterThan(Number(UNDO_RUNS) / 4)
  },
  Number(UNDO_RUNS) * 1_000,
)
