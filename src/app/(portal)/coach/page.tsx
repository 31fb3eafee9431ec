import type { Metadata } from 'next'
import { RosterScreen } from '../../../screens/coach/roster-screen.tsx'
import { requirePortal } from '../../../wiring/portal.ts'

export const metadata: Metadata = { title: 'Athletes' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  await requirePortal('/coach')
  const { q, sort } = await searchParams
  return <RosterScreen search={typeof q === 'string' ? q : ''} sort={typeof sort === 'string' ? sort : null} />
}
