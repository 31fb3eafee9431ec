import type { Metadata } from 'next'
import { SettingsScreen } from '../../../../../screens/gym/settings-screen.tsx'
import { requireGymPage } from '../../../../../wiring/portal.ts'

export const metadata: Metadata = { title: 'Settings' }

export default async function Page({ params }: { params: Promise<{ gymId: string }> }) {
  await requireGymPage((await params).gymId, 'edit_gym')
  return <SettingsScreen />
}
