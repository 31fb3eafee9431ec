'use client'
/** ⌘K in a gym: a member's name or number, a page, or what is to be done. */
import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { FIRST_VIEW, viewRows } from '../../modules/gyms/rules/roster.ts'
import { useGymRoster } from '../../modules/gyms/ui/portal/use-gym-roster.ts'
import { useMemberWords } from '../../modules/gyms/ui/portal/use-member-words.ts'
import { matchingItems, Palette, type PaletteItem, useCommonItems } from '../portal/palette.tsx'
import { GYM_PAGES, PAGE_NEEDS, useGymPortal } from './gym-context.tsx'

const SHOWN = 8

export function GymPalette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations('portal')
  return <Palette open={open} onClose={onClose} title={t('palette')} hint={t('paletteHint')} useItems={useItems} />
}

function useItems(text: string): PaletteItem[] {
  const t = useTranslations('gym')
  const router = useRouter()
  const { home, can, path, roster, openShortcuts } = useGymPortal()
  const common = useCommonItems(openShortcuts)
  const { prepared, at } = useGymRoster(home.gymId)
  const clock = { now: at, absentWeeks: home.absentWeeks }
  const words = useMemberWords(home.zone, clock)
  const pages = GYM_PAGES.filter((page) => can(PAGE_NEEDS[page])).map((page) => ({
    id: `page ${page}`,
    label: t('goTo', { page: t(`page.${page}`) }),
    run: () => router.push(path(page)),
  }))
  const add = () => (roster.current ? roster.current.addMember() : router.push(path('roster', { add: '1' })))
  const open = (id: string) =>
    roster.current ? roster.current.openMember(id) : router.push(path('roster', { state: 'all', m: id }))
  const adding = can('add_member') ? [{ id: 'add', label: t('add.title'), detail: 'N', run: add }] : []
  const matching = matchingItems([...pages, ...adding, ...common], text)
  if (text.trim() === '' || !prepared) return matching
  const members = viewRows(prepared, { ...FIRST_VIEW, state: 'all', search: text }, clock)
    .slice(0, SHOWN)
    .map((row) => ({
      id: row.id,
      label: words.name(row),
      detail: words.status(row).text,
      run: () => open(row.id),
    }))
  return [...members, ...matching]
}
