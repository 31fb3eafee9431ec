'use client'
import { FailedScreen } from '../../../screens/portal/failed-screen.tsx'

export default function Failed({ reset }: { reset: () => void }) {
  return <FailedScreen onRetry={reset} />
}
