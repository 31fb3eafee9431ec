import type { Metadata } from 'next'
import { LogScreen } from '../../../../../screens/gym/log-screen.tsx'
import { requireGymPage } from '../../../../../wiring/portal.ts'

export const metadata: Metadata = { title: 'Changes' }

export default async function Page({ params }: { params: Promise<{ gymId: string }> }) {
  await requireGymPage((await params).gymId, 'see_log')
  return <LogScreen />
}
