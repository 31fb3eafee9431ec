import type { Metadata } from 'next'
import { DeskScreen } from '../../../../../screens/gym/desk-screen.tsx'
import { requireGymPage } from '../../../../../wiring/portal.ts'

export const metadata: Metadata = { title: 'Check-in' }

export default async function Page({ params }: { params: Promise<{ gymId: string }> }) {
  await requireGymPage((await params).gymId, 'check_in')
  return <DeskScreen />
}
