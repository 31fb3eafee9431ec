'use client'
/** The gyms that somebody is a member of, what each sees, and the way out. */
import { type ReactNode, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { type Answers, trpc } from '../../../../client/trpc.ts'
import { dayOf } from '../../../../shared/local-day.ts'
import { Button } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { showDay } from '../../../../ui/show-day.ts'

/** `around` is drawn only where there is a membership. */
export function MembershipList({ around }: { around: (list: ReactNode) => ReactNode }) {
  const memberships = trpc.gyms.memberships.useQuery()
  if (!memberships.data || memberships.data.length === 0) return null
  return around(
    <ul className="divide-y divide-line">
      {memberships.data.map((one) => (
        <Membership key={one.memberId} one={one} onLeft={() => void memberships.refetch()} />
      ))}
    </ul>,
  )
}

function Membership({ one, onLeft }: { one: Answers['gyms']['memberships'][number]; onLeft: () => void }) {
  const t = useTranslations('join')
  const locale = useLocale()
  const [asking, setAsking] = useState(false)
  const leave = trpc.gyms.leave.useMutation({ onSuccess: onLeft })
  const day = (at: number) => showDay(dayOf(at, 'UTC'), 'year', locale)
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1">
          <p className="break-words font-medium">{one.gymName}</p>
          <p className="num text-ink-2 text-sm">
            {t('since', { when: day(one.startedAt), number: one.number })}
            {' · '}
            {one.lastSeenAt === null ? t('noVisits') : t('visits', { count: one.visits, when: day(one.lastSeenAt) })}
          </p>
          <p className="text-ink-2 text-sm">
            {t('knows', { list: [one.name, one.email, one.phone].filter(Boolean).join(', ') })}
          </p>
        </div>
        {!asking && (
          <Button
            tone="danger-quiet"
            onClick={() => setAsking(true)}
            aria-label={t('leaveLabel', { gym: one.gymName })}
          >
            {t('leave')}
          </Button>
        )}
      </div>
      {asking && (
        <div className="mt-3">
          <Notice
            tone="warn"
            urgent
            actions={
              <>
                <Button tone="danger" busy={leave.isPending} onClick={() => leave.mutate({ memberId: one.memberId })}>
                  {t('leaveYes')}
                </Button>
                <Button onClick={() => setAsking(false)}>{t('stay')}</Button>
              </>
            }
          >
            {leave.error?.message ?? t('leaveQuestion', { gym: one.gymName })}
          </Notice>
        </div>
      )}
    </li>
  )
}
