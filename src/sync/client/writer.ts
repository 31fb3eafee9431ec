/**
 * Mutations on their way to the disk, in order. A write that the store refuses stays painted, is copied to the rescue,
 * shows as *not saved* and is tried again; it never resolves before it is durable. What is still on its way when the page
 * leaves the screen is copied, too: it may be closed before the disk answers.
 */
import { appError, isAppError } from '../../shared/errors.ts'
import { isId } from '../../shared/id.ts'
import type { Clock, LoggedMutation, Rescue } from './api.ts'
import { type Committed, commitMutation, commitTables, MutationRefused, openMeta, refusable } from './commit.ts'
import type { HotLayer } from './hot.ts'
import type { RowStates } from './row-states.ts'
import { isQuotaError, type Meta, type PhoneStore, type StoreTx, withDropped } from './store.ts'
import { type Runnable, runnableOf, type World } from './world.ts'

const TOO_LONG_MS = 4_000

export type Writer = {
  /** `isNew`: its mid was made just now. */
  write(runnable: Runnable, logged: LoggedMutation, isNew?: boolean): Promise<void>
  /** Tries again what was refused, and what an earlier run of the app left in the rescue. */
  retry(): Promise<void>
  /** The page leaves the screen, maybe for good. */
  leave(): void
  unsaved(): readonly LoggedMutation[]
}

export function createWriter(parts: {
  world: World
  store: PhoneStore
  hot: HotLayer
  states: RowStates
  rescue: Rescue
  clock: Clock
  newDeviceId: () => string
  onSaved(): void
  onMeta(meta: Meta): void
  /** A write that failed turned out to be on the disk all the same. */
  onFound(): Promise<void>
  onUnsaved(count: number): void
  /** The page is not on the screen. */
  isAway(): boolean
}): Writer {
  const { world, store, hot, states, rescue } = parts
  const refused = new Map<string, { runnable: Runnable; logged: LoggedMutation }>()
  /** On their way, oldest first. */
  const underWay = new Map<string, LoggedMutation>()
  let hasLeft = false
  /** The mids that this writer has had in hand. All else in the rescue is another tab's, another build's, or not read yet. */
  const ours = new Set<string>()
  let tail: Promise<unknown> = Promise.resolve()

  function inOrder<T>(run: () => Promise<T>): Promise<T> {
    const turn = tail.then(run)
    tail = turn.catch(() => {})
    return turn
  }

  function commit(runnable: Runnable, logged: LoggedMutation, isNew: boolean): Promise<Committed | undefined> {
    let mayBeKnown = !isNew
    const tables = refusable(() => commitTables(world, runnable, logged))
    const run = (tx: StoreTx) => {
      // Another tab may have found it in the rescue.
      const options = { newDeviceId: parts.newDeviceId, mayBeKnown: mayBeKnown || hasLeft }
      // The store may run this again on a new handle, after the first run is on disk.
      mayBeKnown = true
      return commitMutation(tx, world, runnable, logged, options)
    }
    return store.write(tables, run, { silent: true })
  }

  async function commitWithRoom(
    runnable: Runnable,
    logged: LoggedMutation,
    isNew: boolean,
  ): Promise<Committed | undefined> {
    for (let isFirst = isNew; ; isFirst = false) {
      try {
        return await commit(runnable, logged, isFirst)
      } catch (error) {
        if (!isQuotaError(error) || !(await dropOldestMonths())) throw error
      }
    }
  }

  /** Half of the older months, the oldest first; false when there are none. Never the outbox. */
  async function dropOldestMonths(): Promise<boolean> {
    const meta = await store.write(['months', 'meta'], async (tx) => {
      const months = (await tx.all('months')).map(({ month }) => month)
      if (months.length === 0) return undefined
      const oldest = months.slice(0, Math.ceil(months.length / 2))
      await tx.remove('months', oldest)
      const after = withDropped(await openMeta(tx, parts.newDeviceId), oldest, parts.clock.now())
      await tx.put('meta', [after])
      return after
    })
    if (meta) parts.onMeta(meta)
    return meta !== undefined
  }

  function saveRescue(): void {
    const left = hasLeft ? [...underWay.values()].filter(({ mid }) => !refused.has(mid)) : []
    const mine = [...[...refused.values()].map(({ logged }) => logged), ...left]
    for (const { mid } of mine) ours.add(mid)
    rescue.save([...rescue.load().filter(({ mid }) => !ours.has(mid)), ...mine])
    parts.onUnsaved(refused.size)
  }

  function refuse(runnable: Runnable, logged: LoggedMutation): void {
    refused.set(logged.mid, { runnable, logged })
    states.unsaved(logged.mid)
    saveRescue()
  }

  async function attempt(runnable: Runnable, logged: LoggedMutation, isNew = false): Promise<void> {
    try {
      const committed = await commitWithRoom(runnable, logged, isNew)
      if (committed) {
        hot.settle(logged.mid, committed.rows)
        states.saved(committed.entry)
      } else {
        await parts.onFound()
        hot.drop(logged.mid)
        states.forget(logged.mid)
      }
      if (refused.delete(logged.mid)) saveRescue()
      parts.onSaved()
    } catch (error) {
      if (error instanceof MutationRefused) {
        hot.drop(logged.mid)
        states.forget(logged.mid)
        if (refused.delete(logged.mid)) saveRescue()
        throw error.cause
      }
      refuse(runnable, logged)
      throw appError('unavailable', 'This is not saved on the phone yet. Keep the app open: it is tried again.', {
        mid: logged.mid,
      })
    }
  }

  function recover(): void {
    for (const logged of rescue.load()) {
      if (refused.has(logged.mid)) continue
      const runnable = runnableOf(world, logged)
      // Another build knew its name: it is kept as it is.
      if (!runnable) continue
      hot.paint(runnable, logged)
      // Nothing is hot this early: a row that it names must not pass for one that the server has.
      states.saving(logged.mid, idsIn(logged.args))
      ours.add(logged.mid)
      refused.set(logged.mid, { runnable, logged })
    }
  }

  function leave(): void {
    hasLeft = underWay.size > 0
    if (hasLeft) saveRescue()
  }

  return {
    write(runnable, logged, isNew = false) {
      const ids = hot.paint(runnable, logged)
      // Where nothing is hot the rows are those it names: none of them may pass for one that the server has.
      states.saving(logged.mid, ids.length > 0 ? ids : idsIn(logged.args))
      // A store that neither saves nor fails (iOS again) must not look as if it saved. Counted from the tap: what waits
      // in line behind a hanging write is rescued too.
      const stopWatch = parts.clock.setTimeout(() => refuse(runnable, logged), TOO_LONG_MS)
      underWay.set(logged.mid, logged)
      // Many a number is saved because the page leaves, after the writer was told.
      if (parts.isAway()) leave()
      return inOrder(() => attempt(runnable, logged, isNew)).finally(() => {
        stopWatch()
        underWay.delete(logged.mid)
        if (hasLeft) saveRescue()
        if (underWay.size === 0) hasLeft = false
      })
    },
    retry: () =>
      inOrder(async () => {
        recover()
        for (const { runnable, logged } of [...refused.values()]) {
          try {
            await attempt(runnable, logged)
          } catch (error) {
            if (isAppError(error) && error.code === 'unavailable') return
          }
        }
      }),
    leave,
    unsaved: () => [...refused.values()].map(({ logged }) => logged),
  }
}

/** Every id that the arguments name. */
function idsIn(args: unknown): string[] {
  if (typeof args === 'string') return isId(args) ? [args] : []
  return args !== null && typeof args === 'object' ? Object.values(args).flatMap(idsIn) : []
}
