'use client'
/** Today, whole: a newcomer's welcome, or what is planned, under way and done. In a chunk of its own, with its words. */
import { type ReactNode, useMemo } from 'react'
import { IntlProvider, useLocale, useMessages } from 'use-intl'
import words from '../../messages/en/athlete-today.json'
import { useLive } from '../../sync/client/hooks.ts'
import { showDay } from '../../ui/show-day.ts'
import { Page } from './page.tsx'
import { readToday, TodayFull } from './today-full.tsx'
import { useAthlete } from './use-athlete.ts'
import { Welcome } from './welcome.tsx'

export function TodayWhole() {
  return (
    <Words>
      <Today />
    </Words>
  )
}

function Today() {
  const athlete = useAthlete()
  const { today, profile, habits } = athlete
  const { weekStart } = profile
  const data = useLive((rows) => readToday(rows, today, weekStart), [today, weekStart])
  const title = showDay(today, 'weekday', habits.locale)
  if (!data) {
    return (
      <Page title={title} ready={false}>
        {null}
      </Page>
    )
  }
  return data.hasAny ? <TodayFull title={title} athlete={athlete} data={data} /> : <Welcome athlete={athlete} />
}

function Words({ children }: { children: ReactNode }) {
  const before = useMessages()
  const all = useMemo(() => ({ ...before, ...words }), [before])
  return (
    <IntlProvider locale={useLocale()} messages={all}>
      {children}
    </IntlProvider>
  )
}
