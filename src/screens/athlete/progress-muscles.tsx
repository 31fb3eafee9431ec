'use client'
/** The muscles on the progress screen: hard sets week by week, by groups of one's own too, and how far each has recovered. */
import { Group, SlidersHorizontal } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { bandsOf } from '../../modules/analytics/rules/muscle-bands.ts'
import {
  MOST_RECOVERY_DAYS,
  muscleRecovery,
  USUAL_RECOVERY_DAYS,
} from '../../modules/analytics/rules/muscle-recovery.ts'
import { type OwnGroup, ownGroups } from '../../modules/analytics/rules/own-groups.ts'
import { BandsSheet } from '../../modules/analytics/ui/athlete/bands-sheet.tsx'
import { MuscleWeeks } from '../../modules/analytics/ui/athlete/muscle-weeks.tsx'
import { OwnGroupsSheet } from '../../modules/analytics/ui/athlete/own-groups-sheet.tsx'
import { RecoveryView } from '../../modules/analytics/ui/athlete/recovery-view.tsx'
import { editProfile } from '../../modules/users/mutators.ts'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { address } from './addresses.ts'
import type { ProgressWeek } from './read-progress.ts'
import type { Athlete } from './use-athlete.ts'

type Props = { weeks: readonly ProgressWeek[]; athlete: Athlete }

export function ProgressMuscles({ weeks, athlete }: Props) {
  const t = useTranslations('progress')
  const mutate = useMutate()
  const { profile, book, today } = athlete
  const [view, setView] = useState<'sets' | 'recovery'>('sets')
  const recoveryDays = profile.recoveryDays ?? USUAL_RECOVERY_DAYS
  const recovered = useMemo(() => {
    const days = weeks.slice(-1 - MOST_RECOVERY_DAYS / 7).flatMap((week) => week.days)
    return muscleRecovery(days, book.get, today, recoveryDays)
  }, [weeks, book, today, recoveryDays])
  return (
    <Section title={t('muscles')} aside={view === 'sets' && t('rangeMarked')}>
      <div className="mb-3">
        <Segmented
          label={t('musclesView')}
          value={view}
          onChange={setView}
          options={(['sets', 'recovery'] as const).map((value) => ({ value, label: t(`musclesAs.${value}`) }))}
        />
      </div>
      {view === 'sets' ? (
        <Sets weeks={weeks} athlete={athlete} />
      ) : (
        <RecoveryView
          recovered={recovered}
          days={recoveryDays}
          onDays={(days) => void mutate(editProfile, { fields: { recoveryDays: days } })}
        />
      )}
    </Section>
  )
}

function Sets({ weeks, athlete: { profile, book } }: Props) {
  const t = useTranslations('progress')
  const [, navigate] = useLocation()
  const mutate = useMutate()
  const [sheet, setSheet] = useState<'bands' | 'groups' | null>(null)
  const { muscleBands = null, ownGroups: kept } = profile
  const bands = bandsOf(muscleBands)
  const groups = useMemo(() => ownGroups(kept), [kept])
  const close = () => setSheet(null)

  function keepGroups(next: readonly OwnGroup[]) {
    const fields = { ownGroups: Object.fromEntries(next.map(({ name, muscles }) => [name, muscles])) }
    void mutate(editProfile, { fields })
  }

  return (
    <>
      <MuscleWeeks
        weeks={weeks}
        bands={bands}
        own={groups}
        factsOf={book.get}
        onOpen={(group) => navigate(address.muscle(group))}
      />
      <div className="mt-3 flex flex-wrap gap-2.5">
        <Button icon={<SlidersHorizontal size={18} aria-hidden />} onClick={() => setSheet('bands')}>
          {t('bands')}
        </Button>
        <Button icon={<Group size={18} aria-hidden />} onClick={() => setSheet('groups')}>
          {t('ownGroups')}
        </Button>
      </div>
      <BandsSheet
        open={sheet === 'bands'}
        onClose={close}
        bands={bands}
        isOwn={muscleBands !== null}
        onChange={(group, [low, high]) => {
          const own = group && { ...muscleBands, [group]: [low, high] as [number, number] }
          void mutate(editProfile, { fields: { muscleBands: own } })
        }}
      />
      <OwnGroupsSheet open={sheet === 'groups'} onClose={close} groups={groups} onChange={keepGroups} />
    </>
  )
}
