'use client'
/** What every page of a gym can ask of its frame. */
import { createContext, type RefObject, useContext } from 'react'
import type { Answers } from '../../client/trpc.ts'
import { canInGym, type GymAction } from '../../modules/gyms/rules/access.ts'

export type Home = Answers['gyms']['home']

export type OpenRoster = { openMember: (memberId: string) => void; addMember: () => void }

export type GymPortal = {
  me: { id: string; name: string; email: string }
  home: Home
  /** After the gym, its staff or its locations were changed. */
  refresh: () => void
  can: (action: GymAction) => boolean
  path: (page: GymPage, query?: Record<string, string>) => string
  /** Of the roster, while it is the page that is open: an address would change nothing there. */
  roster: RefObject<OpenRoster | null>
  openPalette: () => void
  openShortcuts: () => void
}

export const GYM_PAGES = ['roster', 'desk', 'staff', 'equipment', 'import', 'log', 'settings'] as const
export type GymPage = (typeof GYM_PAGES)[number]

/** Who may open which page. */
export const PAGE_NEEDS: Record<GymPage, GymAction> = {
  roster: 'see_members',
  desk: 'check_in',
  staff: 'see_staff',
  equipment: 'see_places',
  import: 'import_members',
  log: 'see_log',
  settings: 'edit_gym',
}

export function gymPath(gymId: string, page: GymPage = 'roster', query: Record<string, string> = {}): string {
  const params = new URLSearchParams(query).toString()
  return `/gym/${gymId}${page === 'roster' ? '' : `/${page}`}${params ? `?${params}` : ''}`
}

export const GymContext = createContext<GymPortal | null>(null)

export function useGymPortal(): GymPortal {
  const portal = useContext(GymContext)
  if (!portal) throw new Error('A gym page stands outside its frame.')
  return portal
}

export function contextOf(home: Home, rest: Omit<GymPortal, 'home' | 'can' | 'path'>): GymPortal {
  return {
    ...rest,
    home,
    can: (action) => canInGym(home.role, action),
    path: (page, query) => gymPath(home.gymId, page, query),
  }
}
