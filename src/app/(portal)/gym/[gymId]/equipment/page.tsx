import type { Metadata } from 'next'
import { EquipmentScreen } from '../../../../../screens/gym/equipment-screen.tsx'
import { requireGymPage } from '../../../../../wiring/portal.ts'

export const metadata: Metadata = { title: 'Equipment' }

export default async function Page({ params }: { params: Promise<{ gymId: string }> }) {
  await requireGymPage((await params).gymId, 'see_places')
  return <EquipmentScreen />
}
