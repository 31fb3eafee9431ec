'use client'
import { useMemo } from 'react'
import { useLocale } from 'use-intl'
import { shownRows } from '../../modules/analytics/rules/attention.ts'
import { useRoster } from '../../modules/analytics/ui/portal/use-roster.ts'
import { useCoachPortal } from './portal-context.tsx'

export type Neighbours = { before: string | null; after: string | null }

/** The athletes above and below in the list as it was looked at last. */
export function useNeighbours(athleteId: string): Neighbours {
  const locale = useLocale()
  const { today, view } = useCoachPortal()
  const roster = useRoster(today)
  return useMemo(() => {
    const { search, sort } = view.current
    // Whoever shares no training has no page to go to.
    const rows = roster.rows.filter(({ figures }) => figures)
    const listed = shownRows(rows, { search, sort, locale })
    // One who isn't among the found, opened by address or from ⌘K, or was all that was found: the whole list.
    const among = listed.length > 1 && listed.some((row) => row.athleteId === athleteId)
    const all = among ? listed : shownRows(rows, { search: '', sort, locale })
    const at = all.findIndex((row) => row.athleteId === athleteId)
    if (at === -1) return { before: null, after: all[0]?.athleteId ?? null }
    return { before: all[at - 1]?.athleteId ?? null, after: all[at + 1]?.athleteId ?? null }
  }, [roster.rows, locale, athleteId, view])
}
