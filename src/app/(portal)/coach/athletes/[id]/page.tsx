import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { refusalOf } from '../../../../../client/portal-errors.ts'
import { liftsOfParam } from '../../../../../client/portal-keys.ts'
import { athleteFirst } from '../../../../../client/portal-prefetch.ts'
import { AthleteScreen } from '../../../../../screens/coach/athlete-screen.tsx'
import { requirePortal } from '../../../../../wiring/portal.ts'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: 'Athlete' }

export default async function Page({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams])
  const { caller, today } = await requirePortal(`/coach/athletes/${id}`)
  const lifts = liftsOfParam(typeof query.lifts === 'string' ? query.lifts : null)
  const tab = typeof query.tab === 'string' ? query.tab : ''
  const training = tab === 'training'
  const first = await athleteFirst(caller, { athleteId: id, lifts, today, training }).catch((error: unknown) => {
    if (refusalOf(error) === 'gone') notFound()
    throw error
  })
  return (
    <HydrationBoundary state={first.state}>
      <AthleteScreen key={id} athleteId={id} lifts={lifts} tab={tab} />
    </HydrationBoundary>
  )
}
