'use client'
/** ⌘K: type a name or what you want to do, Enter. */
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'use-intl'
import { shownRows } from '../../modules/analytics/rules/attention.ts'
import { athletePath } from '../../modules/analytics/ui/portal/roster-table.tsx'
import { useRoster, useRosterSearch } from '../../modules/analytics/ui/portal/use-roster.ts'
import { useRosterWords } from '../../modules/analytics/ui/portal/use-roster-words.ts'
import { matchingItems, Palette, type PaletteItem, useCommonItems } from '../portal/palette.tsx'
import { useCoachPortal } from './portal-context.tsx'

const SHOWN_ATHLETES = 8

export function CommandPalette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations('portal')
  return <Palette open={open} onClose={onClose} title={t('palette')} hint={t('paletteHint')} useItems={useItems} />
}

function useItems(text: string): PaletteItem[] {
  const t = useTranslations('coach')
  const locale = useLocale()
  const router = useRouter()
  const { today, openInvite, openShortcuts, openNotShared } = useCoachPortal()
  const roster = useRoster(today)
  const rows = useRosterSearch(today, roster, text)
  const words = useRosterWords(today)
  const common = useCommonItems(openShortcuts)
  const actions = [
    { id: 'roster', label: t('do.roster'), run: () => router.push('/coach') },
    { id: 'invite', label: t('do.invite'), detail: 'I', run: openInvite },
    ...common,
  ]
  const matching = matchingItems(actions, text)
  const athletes = shownRows(rows, { search: text, sort: 'attention', locale })
    .slice(0, SHOWN_ATHLETES)
    .map((row) => ({
      id: row.athleteId,
      label: row.name,
      detail: words.lastTrained(row.figures),
      run: () => (row.figures ? router.push(athletePath(row.athleteId)) : openNotShared(row)),
    }))
  // With nothing typed the things to do come first; a name that is typed is what is wanted.
  return text.trim() === '' ? [...matching, ...athletes] : [...athletes, ...matching]
}
