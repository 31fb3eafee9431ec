/**
 * Step 3: what is not on this phone yet, by part: now, then 12 months, then one older month at a time. A first bootstrap
 * applies each part at once and never trims; after a reset the parts are staged and swapped in together.
 */
import type { BootOutput, Cursor, WireRow } from '../protocol.ts'
import { PROTOCOL, SCHEMA_V } from '../wire.ts'
import type { BootStep } from './api.ts'
import { applyTables, queueAside, stageRows, swapIn, takeRows } from './apply.ts'
import { toMonth } from './load.ts'
import { replay } from './replay.ts'
import type { StepContext } from './steps.ts'
import { isQuotaError, keyOf, type Meta, type StoreTx, withDropped } from './store.ts'

/** A phone that was full is not asked again with every set. */
const ROOM_AGAIN_MS = 3_600_000

export function createBoot(context: StepContext) {
  const { parts, world, hooks, readMeta, resetFrom, serverNow } = context
  const { store, transport } = parts
  const tables = applyTables(world)

  async function boot(): Promise<BootStep> {
    const own = await context.meta()
    if (!own || own.boot === 'done') return 'done'
    const part = own.boot === 'months' ? own.monthsLeft[0] : own.boot
    if (part === undefined) return finishBoot(own)
    const answer = await transport.boot({ protocol: PROTOCOL, deviceId: own.deviceId, space: parts.space, part })
    const behind = own.boot === 'now' ? (own.cursor?.[0] ?? 0) : own.bootVersion
    const isOtherHistory = (own.epoch !== null && answer.epoch !== own.epoch) || answer.version < behind
    if (isOtherHistory) {
      await resetFrom(own.deviceId)
      return 'more'
    }

    const next = await store
      .write(tables, async (tx): Promise<Meta | undefined> => {
        const current = await readMeta(tx)
        if (
          current?.deviceId !== own.deviceId ||
          current.boot !== own.boot ||
          current.monthsLeft[0] !== own.monthsLeft[0]
        )
          return undefined
        // Until now nobody could tell whether the server that set something aside is the one that answers here.
        const known = current.epoch === null ? await queueAside(tx, current, serverNow(current)) : current
        const taken = await takePart(tx, known, part, answer)
        const after = again({ ...taken, partsVersion: Math.max(current.partsVersion, answer.version) })
        await tx.put('meta', [after])
        return after
      })
      .catch((error) => {
        // No room for an older month: the phone does without the rest of them, and says so.
        if (isQuotaError(error) && own.boot === 'months') return null
        throw error
      })
    if (next === null) return finishBoot(own)
    if (!next) return 'more'
    hooks.onMeta(next)
    return next.boot === 'done' ? 'done' : 'more'
  }

  async function takePart(tx: StoreTx, current: Meta, part: string, answer: BootOutput): Promise<Meta> {
    if (current.boot === 'months') {
      await tx.put('months', [toMonth(world, part, answer.version, answer.rows)])
      // A row that was changed here before its month came stands before the month's: it needs the server's copy under it.
      const dirty = await tx.held('base', answer.rows.map(keyOfRow))
      if (dirty.size > 0) {
        const changed = answer.rows.filter((row) => dirty.has(keyOfRow(row)))
        await takeRows(tx, world, changed)
        await replay(tx, world, current.deviceId)
      }
      const monthsLeft = current.monthsLeft.slice(1)
      return { ...current, monthsLeft, boot: monthsLeft.length > 0 ? 'months' : 'done' }
    }
    if (current.resetting) {
      if (part === 'now') await tx.clear('staging')
      await stageRows(tx, answer.rows)
      if (part === 'recent') await swapIn(tx, world, current.deviceId)
    } else {
      await takeRows(tx, world, answer.rows)
      if ((await tx.count('outbox')) > 0) await replay(tx, world, current.deviceId)
    }
    if (part === 'now') {
      const cursor = current.resetting ? null : (current.cursor ?? startAt(answer.version))
      return {
        ...current,
        cursor,
        boot: 'recent',
        bootVersion: answer.version,
        epoch: answer.epoch,
        schemaV: SCHEMA_V,
        monthsLeft: answer.months ?? [],
        dropped: [],
      }
    }
    return {
      ...current,
      cursor: current.cursor ?? startAt(current.bootVersion),
      resetting: false,
      boot: current.monthsLeft.length > 0 ? 'months' : 'done',
    }
  }

  async function finishBoot(own: Meta): Promise<BootStep> {
    const next = await store.write(['meta'], async (tx) => {
      const current = await readMeta(tx)
      if (current?.deviceId !== own.deviceId) return undefined
      const missing = withDropped(current, current.monthsLeft, parts.clock.now())
      const after = again({ ...missing, monthsLeft: [], boot: 'done' })
      await tx.put('meta', [after])
      return after
    })
    if (next) hooks.onMeta(next)
    return next?.boot === 'done' ? 'done' : 'more'
  }

  /** The newest month that there was no room for, when there may be room again; true when it is here. */
  async function refill(): Promise<boolean> {
    const own = await context.meta()
    const [part] = own?.dropped ?? []
    if (own?.boot !== 'done' || part === undefined) return false
    if (parts.clock.now() - (own.droppedAt ?? 0) < ROOM_AGAIN_MS || (await parts.hasRoom?.()) === false) return false
    const answer = await transport.boot({ protocol: PROTOCOL, deviceId: own.deviceId, space: parts.space, part })
    // Another history: the next pull finds it, and everything is fetched anew.
    if (answer.epoch !== own.epoch || answer.version < own.bootVersion) return false
    const isHere = (current: Meta | undefined): current is Meta =>
      current?.deviceId === own.deviceId && current.boot === 'done' && current.dropped?.[0] === part
    const next = await store
      .write(tables, async (tx): Promise<Meta | undefined> => {
        const current = await readMeta(tx)
        if (!isHere(current)) return undefined
        const taken = await takePart(tx, { ...current, boot: 'months', monthsLeft: [part] }, part, answer)
        const dropped = current.dropped?.slice(1)
        const after = { ...taken, dropped, partsVersion: Math.max(current.partsVersion, answer.version) }
        await tx.put('meta', [after])
        return after
      })
      .catch((error) => {
        if (isQuotaError(error)) return null
        throw error
      })
    if (next) hooks.onMeta(next)
    if (next !== null) return next !== undefined
    await store.write(['meta'], async (tx) => {
      const current = await readMeta(tx)
      if (isHere(current)) await tx.put('meta', [withDropped(current, [part], parts.clock.now())])
    })
    return false
  }

  return { boot, refill }
}

const keyOfRow = ({ entity, id }: WireRow) => keyOf(entity, id)

/** Done, unless a row moved between parts: then all parts once more, over what is here. */
function again(meta: Meta): Meta {
  return meta.boot === 'done' && meta.bootAgain ? { ...meta, boot: 'now', bootAgain: false } : meta
}

/** Rows of the version itself come again: they may have been written beside the bootstrap's. */
function startAt(version: number): Cursor {
  return [version, '', '']
}
