import type { Metadata } from 'next'
import { LetterScreen } from '../../../../screens/public/letter-screen.tsx'

/** The token stays out of other sites' logs and of search engines. */
export const metadata: Metadata = { title: 'Your letter', robots: { index: false }, referrer: 'no-referrer' }

export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  return <LetterScreen token={(await params).token} />
}
