import type { Metadata } from 'next'
import { StaffScreen } from '../../../../../screens/gym/staff-screen.tsx'
import { requireGymPage } from '../../../../../wiring/portal.ts'

export const metadata: Metadata = { title: 'Staff' }

export default async function Page({ params }: { params: Promise<{ gymId: string }> }) {
  await requireGymPage((await params).gymId, 'see_staff')
  return <StaffScreen />
}
