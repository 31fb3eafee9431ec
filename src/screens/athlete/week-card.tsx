'use client'
/** The week that is over tells of itself, once: the way to its report, until it is opened or put away. */
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import type { SessionFigures } from '../../modules/analytics/rules/kept-figures.ts'
import { reportToTell } from '../../modules/analytics/rules/week-report.ts'
import { editProfile } from '../../modules/users/mutators.ts'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { Button } from '../../ui/button.tsx'
import { address } from './addresses.ts'
import { TodayNotice } from './today-notice.tsx'
import type { Athlete } from './use-athlete.ts'

type Props = { athlete: Athlete; sessions: readonly SessionFigures[] }

export function WeekCard({ athlete: { profile, today }, sessions }: Props) {
  const t = useTranslations('day.report')
  const mutate = useMutate()
  const [, navigate] = useLocation()
  const { weekStart, weekSeen = null } = profile
  const from = reportToTell(sessions, { today, weekStart, seenDay: weekSeen })
  if (from === null) return null
  const isOfIt = (day: number) => day >= from && day < from + 7
  const workouts = sessions.filter(({ isOver, localDay }) => isOver && isOfIt(localDay)).length
  const putAway = () => void mutate(editProfile, { fields: { weekSeen: from + 6 } })
  return (
    <TodayNotice title={t('title')} text={t('text', { n: workouts })}>
      <Button
        onClick={() => {
          putAway()
          navigate(address.week(from))
        }}
      >
        {t('open')}
      </Button>
      <Button tone="quiet" onClick={putAway}>
        {t('away')}
      </Button>
    </TodayNotice>
  )
}
