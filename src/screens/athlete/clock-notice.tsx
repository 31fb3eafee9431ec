'use client'
/** A phone whose clock is wrong gives what is logged a wrong day: said where a workout begins, once the server was heard. */
import { useTranslations } from 'use-intl'
import { useStatusPart } from '../../sync/client/hooks.ts'
import { Notice } from '../../ui/notice.tsx'

const MINUTE_MS = 60_000
/** Less is what an answer that was long on its way looks like. */
const LEAST_MS = 10 * MINUTE_MS
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

export function ClockNotice() {
  const t = useTranslations('clockNotice')
  const offsetMs = useStatusPart((status) => status.offsetMs)
  const wrong = Math.abs(offsetMs)
  if (wrong < LEAST_MS) return null
  const [unit, ms] =
    wrong >= DAY_MS
      ? (['day', DAY_MS] as const)
      : wrong >= HOUR_MS
        ? (['hour', HOUR_MS] as const)
        : (['minute', MINUTE_MS] as const)
  const by = t('by', { unit, n: Math.round(wrong / ms) })
  return (
    <div className="mb-4">
      <Notice tone="warn">
        <p className="font-semibold">{offsetMs < 0 ? t('ahead', { by }) : t('behind', { by })}</p>
        <p className="mt-0.5 text-ink-2 text-sm">{t('text')}</p>
      </Notice>
    </div>
  )
}
