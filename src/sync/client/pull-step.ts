/** Step 2: the server's changes since the cursor. Pages are staged; only the last one applies, trims and moves the cursor. */
import type { Cursor, PullOutput, Stamps, WireRow } from '../protocol.ts'
import { MAX_ASIDE, PROTOCOL, SCHEMA_V } from '../wire.ts'
import type { PullStep } from './api.ts'
import { applyTables, settleAside, stageRows, takeRows, trimOutbox } from './apply.ts'
import { getStored } from './load.ts'
import { replay } from './replay.ts'
import type { StepContext } from './steps.ts'
import { keyOf, type Meta, type StoreTx } from './store.ts'

const PULL_LIMIT = 500
/**
 * With nothing left to send, every stamp here is the server's, none later than its clock: one moment of a clock that ran
 * ahead must not date all later writes. More than this phone can be wrong about the server's time.
 */
const CLOCK_ERROR_MS = 60_000

export function createPull(context: StepContext) {
  const { parts, world, hooks, readMeta, sent, resetFrom, serverNow } = context
  const { store, transport, clock } = parts
  const tables = applyTables(world)
  /** Where the next page begins; in memory only: after a reload the pull starts over from the cursor. */
  let page: { deviceId: string; from: Cursor; cursor: Cursor } | null = null
  /** Of what was set aside a pull asks about so many, by their mids; the next one goes on behind this. What fails begins anew. */
  let askedUpTo = ''

  async function pull(limit = PULL_LIMIT): Promise<PullStep> {
    const { own, aside } = await store.read(['meta', 'dead'], async (tx) => ({
      own: await readMeta(tx),
      aside: (await tx.all('dead')).filter(({ status }) => status === 'quarantined').map(({ mid }) => mid),
    }))
    if (!own?.cursor) return 'boot-first'
    const from = own.cursor
    const behind = askedUpTo
    const unasked = aside.filter((mid) => mid > behind)
    const asked = unasked.slice(0, MAX_ASIDE)
    askedUpTo = ''
    if (page && (page.deviceId !== own.deviceId || keyOfCursor(page.from) !== keyOfCursor(from))) page = null
    const answer = await transport.pull({
      protocol: PROTOCOL,
      deviceId: own.deviceId,
      space: parts.space,
      schemaV: SCHEMA_V,
      epoch: own.epoch,
      cursor: page?.cursor ?? from,
      limit,
      ...(asked.length > 0 && { aside: asked }),
    })
    const isOtherHistory = own.epoch !== null && answer.epoch !== own.epoch
    if (answer.reset || isOtherHistory || answer.version < from[0]) return resetFrom(own.deviceId)

    const isFirst = page === null
    if (answer.more) {
      const isStaged = await store.write(['staging', 'meta'], async (tx) => {
        if (!isUnmoved(await readMeta(tx), own)) return false
        if (isFirst) await tx.clear('staging')
        await stageRows(tx, answer.rows)
        return true
      })
      page = isStaged ? { deviceId: own.deviceId, from, cursor: answer.cursor } : null
      askedUpTo = behind
      return 'more'
    }

    const next = await store.write(tables, (tx) => applyLastPage(tx, own, answer, isFirst))
    page = null
    if (!next) return 'more'
    // Confirmed and gone again (a restore before the first bootstrap): what is still in the outbox goes once more.
    if (isSameHistory(own) && answer.lastSeq < sent.acked) {
      sent.acked = answer.lastSeq
      hooks.onProgress(sent.attempted, sent.acked)
    }
    hooks.onMeta(next)
    if (asked.length === unasked.length) return 'applied'
    askedUpTo = asked.at(-1) ?? ''
    return 'more'
  }

  /** Rows, trim, replay and cursor: all of it or nothing. Undefined when another tab was faster. */
  async function applyLastPage(
    tx: StoreTx,
    own: Meta,
    answer: PullOutput,
    isFirst: boolean,
  ): Promise<Meta | undefined> {
    const current = await readMeta(tx)
    if (!current || !isUnmoved(current, own)) return undefined
    const staged = isFirst ? [] : (await tx.all('staging')).map(({ row }) => row)
    const rows = [...staged, ...answer.rows]
    const hasMoved = await hasMovedRows(tx, current, rows)
    // Not what a push confirmed, and not more than this tab has seen confirmed: a clone may have pushed the rest. And
    // only when every part is here: what was pushed before the bootstrap may lie in a month that is still to come.
    const isAllHere = current.boot === 'done'
    const bound = isAllHere && isSameHistory(own) ? Math.min(answer.lastSeq, sent.acked) : 0
    // What was applied elsewhere may lie in a month that is still to come, too.
    const settled = (isAllHere && answer.settled) || []
    const cleared = await settleAside(tx, current, settled, serverNow(current))
    const trimmed = await trimOutbox(tx, cleared, bound, serverNow(current))
    const isAllSent = (await tx.count('outbox')) === 0
    await takeRows(tx, world, rows, isAllSent)
    if ((trimmed !== current || rows.length > 0) && (!isAllSent || (await tx.count('base')) > 0))
      await replay(tx, world, own.deviceId)
    if (!isFirst) await tx.clear('staging')
    const isAgain = hasMoved && current.boot === 'done'
    const seenMs = Math.max(trimmed.seenMs ?? 0, newestOf(rows))
    const next: Meta = {
      ...trimmed,
      // Whoever changes what they see means it later than that, whatever this phone's clock was set to meanwhile.
      lastMs: Math.max(
        isAllSent ? Math.min(trimmed.lastMs, serverNow(current) + CLOCK_ERROR_MS) : trimmed.lastMs,
        seenMs,
      ),
      seenMs,
      boot: isAgain ? 'now' : current.boot,
      bootAgain: !isAgain && (hasMoved || current.bootAgain),
      epoch: answer.epoch,
      cursor: answer.cursor,
      offsetMs: sent.offsetMs ?? current.offsetMs,
      lastSyncAt: clock.now(),
    }
    await tx.put('meta', [next])
    return next
  }

  function newestOf(seen: readonly WireRow[]): number {
    return seen.reduce((newest, { stamps: { row, fields = {} } }) => {
      return Object.values(fields).reduce((ms, stamp) => Math.max(ms, stamp[0]), Math.max(newest, row[0]))
    }, 0)
  }

  function isSameHistory(own: Meta): boolean {
    return sent.deviceId === own.deviceId && sent.epoch === own.epoch
  }

  /**
   * A dated row whose day was written while parts of the bootstrap were fetched may have left a part before it came for
   * one that had come already: its children are then in neither. Told by the day's stamp, not by the day: it may be back.
   */
  async function hasMovedRows(tx: StoreTx, own: Meta, rows: readonly WireRow[]): Promise<boolean> {
    for (const { entity, id, v, stamps } of rows) {
      const collection = world.collections.get(entity)
      if (!collection?.dated) continue
      const isBetweenParts = v > own.bootVersion && (own.boot !== 'done' || v <= own.partsVersion)
      // Out of a month that was dropped, maybe: its children are not here.
      const isFromDropped = (own.dropped?.length ?? 0) > 0 && stamps.fields?.[collection.dated] !== undefined
      if (!isBetweenParts && !isFromDropped) continue
      const dirty = await tx.get('base', keyOf(entity, id))
      const copy = dirty ? dirty.row : (await getStored(tx, collection, [id]))[0]
      if (!copy || writeOf(copy.stamps, collection.dated) !== writeOf(stamps, collection.dated)) return true
    }
    return false
  }

  return { pull }
}

function keyOfCursor(cursor: Cursor | null): string {
  return JSON.stringify(cursor)
}

function isUnmoved(current: Meta | undefined, own: Meta): boolean {
  return current?.deviceId === own.deviceId && keyOfCursor(current.cursor) === keyOfCursor(own.cursor)
}

/** Which mutation wrote the field last; its time may be corrected on the server. */
function writeOf(stamps: Stamps, field: string): string {
  const [, deviceId, seq] = stamps.fields?.[field] ?? stamps.row
  return `${deviceId} ${seq}`
}
