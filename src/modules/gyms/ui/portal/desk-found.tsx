'use client'
/** Who is meant at the desk: large rows, since it is a counter and somebody waits. */
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Avatar } from '../../../../ui/avatar.tsx'
import { cx } from '../../../../ui/cx.ts'
import type { RosterRow } from '../../rules/roster.ts'
import { partsInView, useMemberPhotos } from './use-member-photos.ts'
import type { MemberWords } from './use-member-words.ts'

type Props = {
  id: string
  gymId: string
  rows: readonly RosterRow[]
  words: MemberWords
  active: number
  onPress: (row: RosterRow) => void
}

export function DeskFound({ id, gymId, rows, words, active, onPress }: Props) {
  const t = useTranslations('gym')
  const photos = useMemberPhotos(
    gymId,
    useMemo(() => partsInView(rows, 0, rows.length - 1), [rows]),
  )
  return (
    <div id={id} role="listbox" aria-label={t('desk.found')} className="border-line empty:hidden [&>*]:border-b">
      {rows.map((row, index) => {
        const status = words.status(row)
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the combobox's
          <div
            key={row.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onClick={() => onPress(row)}
            className={cx(
              'flex min-h-12 cursor-pointer items-center gap-4 border-line px-3 py-1.5 hover:bg-bg',
              index === active && 'bg-pressed',
            )}
          >
            <Avatar name={row.name} url={photos.get(row.id)} className="size-9 text-xs" />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-semibold text-base">{words.name(row)}</span>
              <span className="num block text-ink-2">
                {[
                  t('numbered', { number: row.number }),
                  status.text,
                  ...(row.lastSeenAt === null ? [] : [words.seen(row.lastSeenAt)]),
                ].join(' · ')}
              </span>
            </span>
            <span aria-hidden className={cx('font-semibold', index === active ? 'text-ink' : 'text-accent-text')}>
              {t('panel.checkIn')}
            </span>
          </div>
        )
      })}
    </div>
  )
}
