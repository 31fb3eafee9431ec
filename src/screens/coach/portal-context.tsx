'use client'
/** What every coach page can ask of its frame: who is here, which day it is, and the dialogs that open from anywhere. */
import { createContext, type RefObject, useContext } from 'react'
import type { RosterSort } from '../../modules/analytics/rules/attention.ts'
import type { RosterRow } from '../../modules/analytics/ui/portal/use-roster.ts'

export type Me = { id: string; name: string; email: string }
/** How the list was looked at last: the way back leads there, and its neighbours are the next and the one before. */
export type RosterView = { search: string; sort: RosterSort; path: string }
export const FIRST_VIEW: RosterView = { search: '', sort: 'attention', path: '/coach' }

export type CoachPortal = {
  me: Me
  /** The coach's own local day. */
  today: number
  view: RefObject<RosterView>
  openInvite: () => void
  openPalette: () => void
  openShortcuts: () => void
  /** For an athlete who shares no training: there is no page, and this says why. */
  openNotShared: (row: RosterRow) => void
}

export const CoachPortalContext = createContext<CoachPortal | null>(null)

export function useCoachPortal(): CoachPortal {
  const portal = useContext(CoachPortalContext)
  if (!portal) throw new Error('A coach page stands outside its frame.')
  return portal
}
