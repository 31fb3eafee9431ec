'use client'
/** Who is meant at the desk: large rows, since it is a counter and somebody waits. */
import { useTranslations } from 'use-intl'
import { cx } from '../../../../ui/cx.ts'
import type { RosterRow } from '../../rules/roster.ts'
import type { MemberWords } from './use-member-words.ts'

type Props = {
  id: string
  rows: readonly RosterRow[]
  words: MemberWords
  active: number
  onPress: (row: RosterRow) => void
}

export function DeskFound({ id, rows, words, active, onPress }: Props) {
  const t = useTranslations('gym')
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
            <span className="min-w-0 flex-1">
              <span className="block truncate font-semibold text-base">{words.name(row)}</span>
              <span className="num block text-ink-2">
                {t('numbered', { number: row.number })} · {status.text} · {words.seen(row.lastSeenAt)}
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
