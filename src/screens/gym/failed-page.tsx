'use client'
import { FailedScreen } from '../portal/failed-screen.tsx'
import { PublicFrame } from '../public/public-frame.tsx'

/** It may have failed before the gym's frame stood. */
export function FailedPage({ onRetry }: { onRetry: () => void }) {
  return (
    <PublicFrame>
      <FailedScreen onRetry={onRetry} />
    </PublicFrame>
  )
}
