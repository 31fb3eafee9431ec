/**
 * Bootstrap by part: what today needs, then twelve months, then each older month. The parts leave no day out: `now` has
 * no end and `recent` ends where a `now` of the same moment or earlier began.
 */
import type { BootInput, BootOutput } from '../protocol.ts'
import { type Engine, mustRead, type Principal } from './access.ts'
import type { BootRange } from './store.ts'

const DAY_MS = 86_400_000
const NOW_DAYS = 28
const RECENT_MONTHS = 12

const dayNumber = (year: number, month: number) => Date.UTC(year, month, 1) / DAY_MS

function bootRange(part: string, nowMs: number): BootRange {
  const now = new Date(nowMs)
  const today = Math.floor(nowMs / DAY_MS)
  const recentFrom = dayNumber(now.getUTCFullYear(), now.getUTCMonth() - RECENT_MONTHS)
  if (part === 'now') {
    return { from: today - NOW_DAYS, to: Number.MAX_SAFE_INTEGER, undated: true, monthsBefore: recentFrom }
  }
  if (part === 'recent') return { from: recentFrom, to: today - NOW_DAYS, undated: false, monthsBefore: null }
  const [year = 0, month = 0] = part.split('-').map(Number)
  return { from: dayNumber(year, month - 1), to: dayNumber(year, month), undated: false, monthsBefore: null }
}

export async function boot(engine: Engine, principal: Principal, input: BootInput): Promise<BootOutput> {
  const shown = await mustRead(engine, principal, input.space)
  const scope = { actor: principal.id, space: input.space }
  const { epoch, version, rows, months } = await engine.store.boot(scope, bootRange(input.part, engine.now()))
  return {
    epoch,
    part: input.part,
    rows: shown.rows(rows),
    version,
    ...(input.part === 'now' && { months: shown.months ? months : [] }),
  }
}
