'use client'
/** Today, whole: a newcomer's welcome, or what is planned, under way and done. In a chunk of its own, with its words. */
import { type ReactNode, useEffect, useMemo } from 'react'
import { IntlProvider, useLocale, useMessages } from 'use-intl'
import { useDeviceAccount } from '../../client/account-provider.tsx'
import { renewOnce } from '../../client/push.ts'
import programs from '../../messages/en/athlete-programs.json'
import words from '../../messages/en/athlete-today.json'
import { useLive, useMaybePhone } from '../../sync/client/hooks.ts'
import { showDay } from '../../ui/show-day.ts'
import { useSteady } from '../../ui/use-steady.ts'
import { Page } from './page.tsx'
import { Restoring, useIsRestoring } from './restoring.tsx'
import { readToday, TodayFull } from './today-full.tsx'
import { useAthlete } from './use-athlete.ts'
import { useProgram } from './use-program.ts'
import { Welcome } from './welcome.tsx'

export function TodayWhole() {
  const isOpen = useMaybePhone() !== null
  const { today, habits } = useAthlete()
  const { identity } = useDeviceAccount()
  useEffect(() => {
    if (identity?.kind === 'account') renewOnce(identity.space)
  }, [identity])
  const title = showDay(today, 'weekday', habits.locale)
  return <Words>{isOpen ? <Today title={title} /> : <Waiting title={title} />}</Words>
}

function Today({ title }: { title: string }) {
  const athlete = useAthlete()
  const { today, profile } = athlete
  const { weekStart } = profile
  const data = useLive((rows) => readToday(rows, today, weekStart), [today, weekStart])
  const program = useProgram(athlete)
  const isRestoring = useIsRestoring()
  const isRead = data && program !== undefined
  // The first pull ends when it ends: each of them begins a workout somewhere else on the screen.
  const view = useSteady(!isRead ? 'waiting' : data.hasAny || program ? 'full' : isRestoring ? 'restoring' : 'welcome')
  if (!isRead || view === 'waiting') return <Waiting title={title} />
  if (view === 'full') return <TodayFull title={title} athlete={athlete} data={data} program={program} />
  return view === 'restoring' ? <Restoring athlete={athlete} title={title} /> : <Welcome athlete={athlete} />
}

/** The log is read within a frame or two: a skeleton would only flicker. */
function Waiting({ title }: { title: string }) {
  return (
    <Page title={title} ready={false}>
      {null}
    </Page>
  )
}

function Words({ children }: { children: ReactNode }) {
  const before = useMessages()
  const all = useMemo(() => ({ ...programs, ...words, ...before }), [before])
  return (
    <IntlProvider locale={useLocale()} messages={all}>
      {children}
    </IntlProvider>
  )
}
