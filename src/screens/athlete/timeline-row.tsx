'use client'
/** One item of the timeline: what was done, when and where, and its undo; or why it can't be undone alone. */
import { useLocale, useTranslations } from 'use-intl'
import { dayOf } from '../../shared/local-day.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { showDay, showTime } from '../../ui/show-day.ts'
import type { Facts } from './timeline-facts.ts'
import { factsKeyOf, type Item } from './timeline-items.ts'
import type { UndoAnswer } from './undo-items.ts'
import type { DeedWords } from './use-deed-words.ts'

type Props = {
  item: Item
  facts: ReadonlyMap<string, Facts>
  words: DeedWords
  zone: string
  space: string
  refused: Exclude<UndoAnswer, { done: true }> | null
  onUndo: (keys: readonly string[], said: string, isRedo: boolean) => Promise<void>
}

export function TimelineRow({ item, facts, words, zone, space, refused, onUndo }: Props) {
  const t = useTranslations('timeline')
  const locale = useLocale()
  const { key, lead, undos } = item
  const own = facts.get(factsKeyOf(item))
  const text = words(item, own)
  const isUndone = undos.length > 0
  const when = (at: number) =>
    t('when', { day: showDay(dayOf(at, zone), 'weekday', locale), time: showTime(at, zone, locale) })
  const time = showTime(lead.at, zone, locale)
  const mine = lead.isHere ? t('where.here', { time }) : t('where.elsewhere', { time })
  const where = lead.actor === space ? mine : t('where.other', { time })
  const [first, ...others] = refused && 'because' in refused ? refused.because : []
  const undoneAt = undos.map(({ at }) => at).toSorted((a, b) => b - a)[0]
  return (
    <div className="border-line border-b py-1.5">
      <div className="flex items-center gap-2">
        <div className="min-w-0 flex-1">
          <p className={cx('num break-words font-medium', isUndone && 'text-ink-2 line-through')}>{text}</p>
          <p className="num text-ink-2 text-sm">
            {where}
            {undoneAt !== undefined && ` · ${t('undoneAt', { when: when(undoneAt) })}`}
            {lead.name === 'workouts.finish' && own?.sessionId && !isUndone && ` · ${t('program')}`}
          </p>
        </div>
        <Button
          tone="quiet"
          aria-label={t('label', { what: isUndone ? t('redo') : t('undo'), text })}
          onClick={() => void onUndo([key], text, isUndone)}
        >
          {isUndone ? t('redo') : t('undo')}
        </Button>
      </div>
      {refused && (
        <div role="alert" className="mb-2 rounded-2 bg-warn-soft p-3">
          <p>
            {'gone' in refused && t('gone')}
            {'behind' in refused && t('behind')}
            {first && t('refused', { text: words(first, facts.get(factsKeyOf(first))), when: when(first.lead.at) })}
            {others.length > 0 && <> {t('refusedMore', { n: others.length })}</>}
          </p>
          {'together' in refused && refused.together && (
            <Button
              className="mt-2"
              onClick={() =>
                void onUndo([key, ...(refused.together ?? []).filter((one) => one !== key)], text, isUndone)
              }
            >
              {t('together', { n: refused.together.length })}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
