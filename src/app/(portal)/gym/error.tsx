'use client'
import { FailedPage } from '../../../screens/gym/failed-page.tsx'

export default function Failed({ reset }: { reset: () => void }) {
  return <FailedPage onRetry={reset} />
}
