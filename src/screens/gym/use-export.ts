'use client'
/** The rows that are shown as a file for spreadsheets. The server gives them, since it writes down who took what. */
import { useLocale, useTranslations } from 'use-intl'
import { trpc } from '../../client/trpc.ts'
import type { RosterRow } from '../../modules/gyms/rules/roster.ts'
import { dayOf, isoDate } from '../../shared/local-day.ts'
import { type Cell, csvOf, downloadText } from '../../ui/portal-csv.ts'
import { showToast } from '../../ui/toast.tsx'
import { useGymPortal } from './gym-context.tsx'

export function useExport(gymId: string, names: ReadonlyMap<string, string>) {
  const t = useTranslations('gym')
  const locale = useLocale()
  const { home } = useGymPortal()
  const ask = trpc.gyms.exportMembers.useMutation()
  const day = (at: number | null) => (at === null ? null : isoDate(dayOf(at, home.zone)))
  const called = (id: string | null) => (id === null ? null : (names.get(id) ?? null))

  async function run(rows: readonly RosterRow[]) {
    const memberIds = rows.map(({ id }) => id)
    const members = await ask.mutateAsync({ gymId, memberIds }).catch((error: { message: string }) => {
      showToast({ tone: 'bad', text: error.message })
      return null
    })
    if (!members) return
    const head = ['number', 'name', 'email', 'phone', 'coach', 'location', 'since', 'until', 'seen'] as const
    const table: Cell[][] = [
      head.map((column) => t(`export.${column}`)),
      ...members.map((one): Cell[] => [
        ...[one.number, one.name, one.email, one.phone, called(one.coachId), called(one.locationId)],
        ...[day(one.startedAt), day(one.endedAt), day(one.lastSeenAt)],
      ]),
    ]
    downloadText(`${t('export.file')}-${isoDate(dayOf(Date.now(), home.zone))}.csv`, csvOf(table))
    showToast({ tone: 'good', text: t('export.done', { count: members.length.toLocaleString(locale) }) })
  }
  return { run, busy: ask.isPending }
}
