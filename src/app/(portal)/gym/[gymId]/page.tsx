import type { Metadata } from 'next'
import { RosterScreen } from '../../../../screens/gym/roster-screen.tsx'
import { requireGymPage, rosterStartOf } from '../../../../wiring/portal.ts'

export const metadata: Metadata = { title: 'Members' }

type Props = {
  params: Promise<{ gymId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Page({ params, searchParams }: Props) {
  const [{ gymId }, query] = await Promise.all([params, searchParams])
  await requireGymPage(gymId, 'see_members')
  const { view, start } = await rosterStartOf(gymId, query)
  const openId = typeof query.m === 'string' ? query.m : null
  return <RosterScreen start={start} view={view} openId={openId} adding={query.add === '1'} />
}
