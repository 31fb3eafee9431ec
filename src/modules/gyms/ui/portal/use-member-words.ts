'use client'
/** A member in words, the same in the list, beside it and in exports. */
import { useMemo } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { dayOf } from '../../../../shared/local-day.ts'
import { showDay } from '../../../../ui/show-day.ts'
import { type Clock, type MemberStatus, type RosterRow, statusOf } from '../../rules/roster.ts'

export type MemberWords = {
  name: (row: { name: string; number: number }) => string
  status: (row: RosterRow) => { text: string; kind: MemberStatus['kind'] }
  /** "today", "3 days ago", "9 weeks ago". */
  seen: (at: number | null) => string
  day: (at: number) => string
}

export function useMemberWords(zone: string, clock: Clock): MemberWords {
  const t = useTranslations('gym')
  const locale = useLocale()
  const { now, absentWeeks } = clock
  return useMemo(() => {
    const today = dayOf(now, zone)
    const day = (at: number) => showDay(dayOf(at, zone), 'year', locale)
    return {
      name: ({ name, number }) => name || t('erased', { number }),
      day,
      seen: (at) => {
        if (at === null) return t('seen.never')
        const days = Math.max(0, today - dayOf(at, zone))
        if (days < 14) return t('seen.days', { days })
        return days < 120 ? t('seen.weeks', { weeks: Math.floor(days / 7) }) : day(at)
      },
      status: (row) => {
        const status = statusOf(row, { now, absentWeeks })
        switch (status.kind) {
          case 'ended':
            return { kind: 'ended', text: t('status.ended', { when: day(status.at) }) }
          case 'invited':
            return {
              kind: 'invited',
              text: t('status.invited', { when: showDay(dayOf(status.until, zone), 'short', locale) }),
            }
          case 'absent':
            return { kind: 'absent', text: t('status.absent', { weeks: status.weeks }) }
          default:
            return { kind: status.kind, text: t(`status.${status.kind}`) }
        }
      },
    }
  }, [t, locale, zone, now, absentWeeks])
}
