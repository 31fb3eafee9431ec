import type { Metadata } from 'next'
import { JoinScreen } from '../../../../screens/public/join-screen.tsx'

/** The token stays out of other sites' logs and of search engines. */
export const metadata: Metadata = { title: 'Invite', robots: { index: false }, referrer: 'no-referrer' }

export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  return <JoinScreen token={(await params).token} />
}
