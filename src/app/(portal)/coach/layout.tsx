import type { ReactNode } from 'react'
import { rosterFirst } from '../../../client/portal-prefetch.ts'
import { CoachFrame } from '../../../screens/coach/coach-frame.tsx'
import { openPortal } from '../../../wiring/portal.ts'

export default async function CoachLayout({ children }: { children: ReactNode }) {
  const portal = await openPortal()
  // The page itself sends whoever isn't signed in to the door.
  if (!portal) return children
  const { caller, today, locale } = portal
  const [me, roster] = await Promise.all([caller.users.me(), rosterFirst(caller, today)])
  return (
    <CoachFrame me={me} roster={roster} today={today} locale={locale}>
      {children}
    </CoachFrame>
  )
}
