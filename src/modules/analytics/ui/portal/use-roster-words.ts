'use client'
/** A row of the roster in words, the same on the screen and in exports. */
import { useMemo } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { isoDate } from '../../../../shared/local-day.ts'
import type { Cell } from '../../../../ui/portal-csv.ts'
import { showDay } from '../../../../ui/show-day.ts'
import { attentionOf, type Figures } from '../../rules/attention.ts'
import type { RosterRow } from './use-roster.ts'

export type RosterWords = {
  /** "today", "3 days ago". */
  lastTrained: (figures: Figures | null) => string
  /** Why this athlete asks for attention; empty when they don't. */
  attention: (figures: Figures | null) => string
  shares: (row: RosterRow) => string
  /** Head and rows for spreadsheets. */
  table: (rows: readonly RosterRow[]) => Cell[][]
}

export function useRosterWords(today: number): RosterWords {
  const t = useTranslations('roster')
  const locale = useLocale()
  return useMemo(() => {
    const lastTrained: RosterWords['lastTrained'] = (figures) => {
      if (!figures) return t('notShared')
      if (figures.lastDay === null) return t('never')
      const days = today - figures.lastDay
      if (days < 14) return t('daysAgo', { days: Math.max(0, days) })
      return days < 60 ? t('weeksAgo', { weeks: Math.floor(days / 7) }) : showDay(figures.lastDay, 'year', locale)
    }
    const attention: RosterWords['attention'] = (figures) => {
      if (!figures) return t('noTraining.why')
      const found = attentionOf(figures, today)
      if (!found) return ''
      switch (found.kind) {
        case 'never':
          return t('why.never')
        case 'gone':
          return t('why.gone', { weeks: Math.floor(found.days / 7) })
        case 'quiet':
          return t('why.quiet', { days: found.days, usual: found.usual })
        case 'less':
          return t('why.less', { days: found.days, usual: found.usual })
      }
    }
    const shares: RosterWords['shares'] = (row) =>
      row.shares.length === 0
        ? t('sharesNothing')
        : row.shares.map(({ domain, level }) => (level === 'write' ? t('shareWrite') : t(`share.${domain}`))).join(', ')
    return {
      lastTrained,
      attention,
      shares,
      table: (rows) => [
        [t('name'), t('lastTrained'), t('last7'), t('last28'), t('sets7'), t('attention'), t('shares')],
        ...rows.map((row): Cell[] => [
          row.name,
          row.figures?.lastDay == null ? null : isoDate(row.figures.lastDay),
          row.figures?.last7 ?? null,
          row.figures?.last28 ?? null,
          row.figures?.sets7 ?? null,
          attention(row.figures),
          shares(row),
        ]),
      ],
    }
  }, [t, locale, today])
}
