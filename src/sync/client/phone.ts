/** The phone's engine, put together: store, memory of the open workout, writer, steps with the server, triggers. */
import { type AppError, appError, isAppError } from '../../shared/errors.ts'
import { idFrom } from '../../shared/id.ts'
import { SCHEMA_V } from '../wire.ts'
import type { AnyMutation, LoggedMutation, Phone, PhoneParts } from './api.ts'
import { createBreath } from './breathe.ts'
import { openMeta } from './commit.ts'
import { dismissDead, UNDO_MS } from './dismissed.ts'
import { createHot } from './hot.ts'
import { listenForPokes } from './listen.ts'
import { createRowStates, markOf } from './row-states.ts'
import { rowsOver } from './rows.ts'
import { createStatus } from './status.ts'
import { createSteps } from './steps.ts'
import { idOfKey, type Meta } from './store.ts'
import { createSyncLoop, type Outcome } from './sync-loop.ts'
import { notingTouched } from './touched.ts'
import { createTriggers } from './triggers.ts'
import { createWorld, runnableOf } from './world.ts'
import { createWriter } from './writer.ts'

export function createPhone(given: PhoneParts): Phone {
  const parts = { ...given, store: notingTouched(given.store, given.collections) }
  const { store, clock } = parts
  const world = createWorld(parts)
  const states = createRowStates()
  const hot = createHot(world, store)
  const status = createStatus({ paused: parts.guest ? 'guest' : null })
  const isOnline = () => parts.signals?.online() ?? true
  let isStopped = false
  let stopWatching = () => {}
  let stopListening = () => {}
  let stopLeaving = () => {}

  function newUuid(): string {
    return idFrom(
      clock.now(),
      Uint8Array.from({ length: 16 }, () => Math.floor(parts.random() * 256)),
    )
  }

  function onMeta(meta: Meta): void {
    const dropped = meta.dropped?.length ?? 0
    const here =
      meta.resetting || meta.boot === 'months'
        ? 'recent'
        : meta.boot === 'done'
          ? dropped > 0
            ? 'partly'
            : 'all'
          : meta.cursor
            ? 'now'
            : 'nothing'
    status.set({ lastSyncAt: meta.lastSyncAt, offsetMs: meta.offsetMs, dropped, here: parts.guest ? 'all' : here })
  }

  const tellPending = () => status.set({ pending: states.pending() })
  states.subscribe(tellPending)

  const writer = createWriter({
    world,
    store,
    hot,
    states,
    rescue: parts.rescue,
    clock,
    newDeviceId: newUuid,
    isAway: () => parts.signals?.visible() === false,
    onSaved: () => triggers.afterWrite(),
    onMeta,
    async onFound() {
      await Promise.all([hot.reload(new Set(world.rowTables)), reloadStates()])
    },
    onUnsaved: (unsaved) => {
      status.set({ unsaved })
      if (unsaved > 0) triggers.afterWrite()
    },
  })

  const steps = createSteps(parts, world, {
    newDeviceId: newUuid,
    onProgress: (attempted, acked) => states.progress(attempted, acked),
    onUpgrade: (kind) =>
      status.set(kind === 'hard' ? { paused: 'upgrade', updateWanted: true } : { updateWanted: true }),
    onMeta,
  })
  const loop = createSyncLoop({
    space: parts.space,
    locks: parts.locks,
    status,
    steps,
    isOnline,
    // A sync that the end of the session cut short lost nothing: the next one of this account goes on.
    report: (error) => isStopped || parts.report(error),
  })

  async function syncOnce(): Promise<Outcome> {
    await writer.retry().catch(() => {})
    const outcome = await loop.sync()
    await reloadStates().catch(() => {})
    return outcome
  }

  const triggers = createTriggers({
    clock,
    random: parts.random,
    signals: parts.signals,
    sync: syncOnce,
    pending: () => states.pending(),
    unsaved: () => writer.unsaved().length,
  })

  /** Reads the outbox anew when it is not what memory holds: another tab wrote, or a sync trimmed it. */
  async function reloadStates(): Promise<void> {
    const read = await store.read(['outbox', 'dead'], async (tx) => {
      const newest = await tx.range('outbox', null, { newestFirst: true, limit: 1 })
      const mark = markOf(await tx.count('outbox'), newest[0]?.mid, await tx.count('dead'))
      return mark === states.mark() ? undefined : { outbox: await tx.all('outbox'), dead: await tx.all('dead') }
    })
    if (!read) return
    states.reload(read.outbox, read.dead)
    status.set({ attention: read.dead.length })
    tellPending()
  }

  /** Only a mistake of ours comes here: its words are fetched when there is something to say. */
  async function refuse({ name, args: schema }: AnyMutation, args: unknown): Promise<never> {
    const { inputSentence } = await import('../../shared/input-error.ts')
    const issues = schema.safeParse(args).error?.issues ?? []
    throw appError('bad_input', inputSentence(issues, args), { mutation: name })
  }

  /** What can't be adopted is kept under "needs attention": nobody's words are dropped. */
  async function bury(logged: LoggedMutation, { code, message }: AppError): Promise<void> {
    const entry = { ...logged, seq: 0, ms: logged.at, keys: [], status: 'rejected' as const, code, message }
    await store.write(['dead'], (tx) => tx.put('dead', [entry]))
    await reloadStates()
  }

  async function write(logged: LoggedMutation, mutation: AnyMutation): Promise<void> {
    await writer.write({ mutation, args: logged.args as never }, logged, true)
  }

  return {
    space: parts.space,
    mutate(mutation, args) {
      const own = mutation as unknown as AnyMutation
      const parsed = own.args.safeParse(args)
      if (!parsed.success) return refuse(own, args)
      const logged = { mid: newUuid(), name: own.name, v: own.v, args: parsed.data, at: clock.now() }
      return write(logged, own).then(() => ({ mid: logged.mid }))
    },
    read: (query) => store.read([...world.rowTables, 'months'], (tx) => query(rowsOver(tx, world.collections))),
    readLoosely: (query, signal) =>
      store.readLoosely((tx) => query(rowsOver(tx, world.collections, createBreath(signal)))),
    live: (query, onValue, onError = () => {}) =>
      store.live((tx) => query(rowsOver(tx, world.collections)), onValue, onError),
    store: given.store,
    keepHot: (collection, id) => hot.keep(collection, id),
    hot,
    status,
    rowState: (id) => states.of(id),
    onRowStates: (listener) => states.subscribe(listener),
    setReadyOffline: (readyOffline) => status.set({ readyOffline }),

    async start() {
      stopLeaving = parts.signals?.subscribe(() => parts.signals?.visible() || writer.leave()) ?? stopLeaving
      const meta = await store.write(['meta'], async (tx) => {
        const opened = await openMeta(tx, newUuid)
        if (opened.schemaV >= SCHEMA_V || opened.resetting) return opened
        // This build syncs collections the last one did not know: the cursor has passed their rows, so fetch again.
        const again: Meta = { ...opened, boot: 'now', schemaV: SCHEMA_V }
        await tx.put('meta', [again])
        return again
      })
      onMeta(meta)
      stopWatching = store.watch((tables) => {
        hot.reload(tables).catch(() => {})
        if (tables.has('outbox') || tables.has('dead')) reloadStates().catch(() => {})
      })
      await reloadStates()
      await writer.retry()
      status.set({ ready: true, online: isOnline() })
      triggers.start()
      stopListening = listenForPokes(parts, status, () => triggers.poke())
    },
    async stop() {
      isStopped = true
      triggers.stop()
      stopListening()
      stopLeaving()
      stopWatching()
      await store.close()
    },
    resume() {
      if (status.get().paused === 'signed-out') status.set({ paused: null })
      void triggers.now()
    },
    sync: async () => (await triggers.now()).result,
    async unsynced() {
      const outbox = await store.read(['outbox'], (tx) => tx.all('outbox'))
      return [...outbox.map(({ mid, name, v, args, at }) => ({ mid, name, v, args, at })), ...writer.unsaved()]
    },
    attention: () =>
      store.read(['dead'], async (tx) =>
        (await tx.all('dead')).map(({ mid, name, args, at, status: state, code, message, keys }) => ({
          mid,
          name,
          args,
          at,
          status: state,
          code,
          message,
          rows: keys.map(idOfKey),
        })),
      ),
    async dismiss(mid) {
      const undo = await dismissDead(store, mid, clock.now())
      clock.setTimeout(() => triggers.poke(), UNDO_MS)
      await reloadStates()
      return async () => {
        await undo()
        await reloadStates()
      }
    },
    async adopt(log) {
      let taken = 0
      for (const { mid, name, v, args, at } of log) {
        const logged = { mid, name, v, args, at }
        const runnable = runnableOf(world, logged)
        try {
          if (!runnable) throw appError('bad_input', `This version of the app does not know ${name}.`)
          await writer.write(runnable, logged)
          taken++
        } catch (error) {
          if (!isAppError(error) || error.code === 'unavailable') throw error
          await bury(logged, error)
        }
      }
      return taken
    },
    steps,
  }
}
