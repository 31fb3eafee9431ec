'use client'
import { useCallback, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { useMaybePhone, useSyncStatus } from '../../../../sync/client/hooks.ts'
import { Tick, type TickState } from '../../../../ui/tick.tsx'
import { useNow } from './use-now.ts'

/** Online and still waiting after this long: the signal is no good, say so. */
const WAITING_MS = 20_000

/** One calm line, only when it matters. */
export function SyncLine({ setIds }: { setIds: readonly string[] }) {
  const t = useTranslations('workout.sync')
  const status = useSyncStatus()
  const waiting = useWaiting(setIds)
  const now = useNow(5000)
  const isStale = now !== null && waiting > 0 && now - (status.lastSyncAt ?? 0) > WAITING_MS
  const line = ((): { text: string; tick: TickState; bad?: boolean } | null => {
    if (status.unsaved > 0) return { text: t('unsaved'), tick: 'alert', bad: true }
    if (status.attention > 0) return { text: t('attention', { n: status.attention }), tick: 'alert' }
    if (status.paused === 'guest' || !status.ready) return null
    if (status.paused === 'signed-out') return { text: t('signedOut', { sets: waiting }), tick: 'half' }
    if (status.paused === 'upgrade') return { text: t('upgrade'), tick: 'half' }
    if (!status.online) {
      return {
        text: waiting > 0 ? t('offline', { sets: waiting }) : t('offlineNone'),
        tick: waiting > 0 ? 'half' : 'hollow',
      }
    }
    return isStale && !status.syncing ? { text: t('waiting', { sets: waiting }), tick: 'half' } : null
  })()
  return (
    // Its room is always there: a line that comes and goes must not move what a thumb is about to hit. The list fades
    // into it.
    <div role="status" aria-live="polite" className="relative min-h-[30px]">
      <span
        aria-hidden
        className="pointer-events-none absolute inset-x-0 -top-6 h-6 bg-gradient-to-t from-bg to-transparent"
      />
      {line && (
        <p
          className={`flex min-h-[30px] items-center justify-center gap-2 px-4 py-1 text-sm ${line.bad ? 'text-bad' : 'text-ink-2'}`}
        >
          <Tick state={line.tick} size={16} />
          <span className="num">{line.text}</span>
        </p>
      )}
    </div>
  )
}

/** How many of these sets the server has not got yet. */
function useWaiting(setIds: readonly string[]): number {
  const phone = useMaybePhone()
  const subscribe = useCallback((listener: () => void) => phone?.onRowStates(listener) ?? (() => {}), [phone])
  const count = () => (phone ? setIds.filter((id) => phone.rowState(id) !== 'server').length : 0)
  return useSyncExternalStore(subscribe, count, () => 0)
}
