/** The checks of what was set aside: put into the log after all it takes effect once, dismissed never, and phones know of it. */
import type { Look } from './look.ts'
import type { SpaceState } from './memory-rows.ts'
import type { TestPhone } from './phones.ts'
import type { History } from './record.ts'
import { must } from './violation.ts'

/** Their phone may have been told so, and no longer holds it: not even after a restore of the server. */
export function wasDismissed({ settled }: History, actor: string, mid: string): boolean {
  return settled.everDismissed.has(`${actor} ${mid}`)
}

export function checkAsideStep({ issued, settled }: History, state: SpaceState): void {
  const dismissed = new Set([...settled.dismissed].map((one) => one.split(' ')[1]))
  for (const { mid, status } of state.receipts) {
    if (status !== 'applied' || settled.applied.has(mid)) continue
    must(!dismissed.has(mid), 3, () => `${mid} was dismissed and took effect`)
    const isLate = issued.some((one) => one.mid === mid && one.kind === 'lateMark')
    must(!isLate, 3, () => `${mid} took effect, and nobody put it into the log`)
  }
  for (const { mid } of state.quarantined) {
    must(!settled.applied.has(mid), 1, () => `${mid} was put into the log and waits to be put there once more`)
  }
}

export function checkAsideAtRest(history: History, phone: TestPhone, seen: Look, state: SpaceState): void {
  const kept = new Map(state.quarantined.map((entry) => [entry.mid, entry]))
  const shown = new Set(seen.dead.filter(({ status }) => status === 'quarantined').map(({ mid }) => mid))
  for (const mid of shown) {
    const entry = kept.get(mid)
    must(entry !== undefined, 5, () => `phone ${phone.index} shows ${mid} as set aside, and the server does not`)
    const isHidden = entry?.hiddenFrom.includes(phone.actor)
    must(!isHidden, 5, () => `phone ${phone.index} still shows ${mid}, which its person dismissed`)
  }
  for (const one of history.issued) {
    if (one.phone !== phone.index || !kept.has(one.mid) || shown.has(one.mid)) continue
    must(
      wasDismissed(history, phone.actor, one.mid),
      5,
      () => `the server set ${one.kind} ${one.mid} aside, and phone ${phone.index}, which wrote it, does not say so`,
    )
  }
}
