import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { GymsScreen } from '../../../screens/gym/gyms-screen.tsx'
import { requirePortal } from '../../../wiring/portal.ts'

export const metadata: Metadata = { title: 'Gyms' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const { caller, locale } = await requirePortal('/gym')
  const [gyms, me, query] = await Promise.all([caller.gyms.mine(), caller.users.me(), searchParams])
  const [only] = gyms
  if (only && gyms.length === 1 && query.new === undefined) redirect(`/gym/${only.id}`)
  return <GymsScreen gyms={gyms} name={me.name} locale={locale} />
}
