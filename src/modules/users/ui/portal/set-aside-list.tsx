'use client'
/** What sync could not apply and kept: in one's own log, or sent by oneself into an athlete's. Shown only when there is any. */
import type { ReactNode } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { trpc } from '../../../../client/trpc.ts'

export function SetAsideList({ around }: { around: (list: ReactNode) => ReactNode }) {
  const t = useTranslations('account')
  const format = useFormatter()
  const { data = [] } = trpc.sync.setAside.useQuery()
  if (data.length === 0) return null
  return around(
    <div className="grid gap-3 text-sm">
      <p className="text-ink-2">{t('setAsideWhy')}</p>
      <ul className="divide-y divide-line">
        {data.map(({ mid, message, receivedAt, isOwnLog, isOwnDoing }) => (
          <li key={mid} className="grid gap-0.5 py-2">
            <span className="font-medium">{message}</span>
            <span className="text-ink-2">
              {format.dateTime(receivedAt, { dateStyle: 'medium', timeStyle: 'short' })}
              {' · '}
              {t(isOwnDoing ? (isOwnLog ? 'setAsideOwn' : 'setAsideSent') : 'setAsideByOther')}
            </span>
          </li>
        ))}
      </ul>
    </div>,
  )
}
