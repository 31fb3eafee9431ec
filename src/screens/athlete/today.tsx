'use client'
/**
 * First screen. What starts or resumes a workout comes with the page; all else of it in a chunk that is asked for at the
 * same time, so that the page is light and nobody waits for a week's figures to log a set.
 */
import { type ComponentType, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { thisDevice } from '../../client/device-memory.ts'
import { workouts } from '../../modules/workouts/model.ts'
import { openWorkouts } from '../../modules/workouts/rules/open-workout.ts'
import { isHeldHere } from '../../modules/workouts/ui/athlete/held-here.ts'
import { useLive, useMaybePhone } from '../../sync/client/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { showDay } from '../../ui/show-day.ts'
import { useSteady } from '../../ui/use-steady.ts'
import { address } from './addresses.ts'
import { Page } from './page.tsx'
import { useStartWorkout } from './start-workout.ts'
import { useAthlete, useToday } from './use-athlete.ts'

let whole: ComponentType | null = null

const load = () =>
  import('./today-whole.tsx').then(({ TodayWhole }) => {
    whole = TodayWhole
    return TodayWhole
  })
// Beside the page's own scripts, not after them.
if (typeof window !== 'undefined') load().catch(() => {})

export function TodayScreen() {
  const today = useToday()
  const isOpen = useMaybePhone() !== null
  const [loaded, setLoaded] = useState(() => whole)
  const Whole = useSteady(loaded)
  useEffect(() => {
    // Asked for again when it failed to load: a lost signal is not for ever.
    if (!loaded)
      load()
        .catch(load)
        .then(
          (found) => setLoaded(() => found),
          () => {},
        )
  }, [loaded])
  if (today === 0) return null
  if (Whole) return <Whole />
  return isOpen ? <TodayPlain /> : null
}

/** While the rest is on its way, or can't be had. */
function TodayPlain() {
  const t = useTranslations('today')
  const athlete = useAthlete()
  const { startEmpty } = useStartWorkout(athlete)
  const [, navigate] = useLocation()
  const open = useLive((rows) => rows.find(workouts, 'state', 'open'), [])
  const { current } = openWorkouts(open ?? [], thisDevice())
  const dock =
    current && isHeldHere(current) ? (
      <Button tone="primary" size="large" wide onClick={() => navigate(address.workout(current.id))}>
        <span className="min-w-0 truncate">{t('resume', { title: current.title || t('untitled') })}</span>
      </Button>
    ) : (
      <Button tone="primary" size="large" wide onClick={startEmpty}>
        {t('startEmpty')}
      </Button>
    )
  return (
    <Page title={showDay(athlete.today, 'weekday', athlete.habits.locale)} dock={open && dock} ready={false}>
      {null}
    </Page>
  )
}
