import type { Metadata } from 'next'
import { ImportScreen } from '../../../../../screens/gym/import-screen.tsx'
import { requireGymPage } from '../../../../../wiring/portal.ts'

export const metadata: Metadata = { title: 'Import' }

export default async function Page({ params }: { params: Promise<{ gymId: string }> }) {
  await requireGymPage((await params).gymId, 'import_members')
  return <ImportScreen />
}
