import type { Metadata } from 'next'
import { LegalPage } from '../../../screens/public/legal-page.tsx'
import { operator } from '../../../wiring/operator.ts'

export const metadata: Metadata = { title: 'Terms' }
/** Its operator is known to the server that runs, not to the build. */
export const dynamic = 'force-dynamic'

export default function Page() {
  return <LegalPage page="terms" operator={operator()} />
}
