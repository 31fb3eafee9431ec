'use client'
/** The items by day, and by workout within it. Only the rows near the screen are in the page, however much was done. */
import { useMemo } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { dayOf } from '../../shared/local-day.ts'
import { showDayNear } from '../../ui/show-day.ts'
import { WindowList } from '../../ui/window-list.tsx'
import type { Refusal } from './timeline.tsx'
import type { Facts } from './timeline-facts.ts'
import { factsKeyOf, type Item } from './timeline-items.ts'
import { TimelineRow } from './timeline-row.tsx'
import type { Athlete } from './use-athlete.ts'
import type { DeedWords } from './use-deed-words.ts'

type Props = {
  items: readonly Item[]
  facts: ReadonlyMap<string, Facts>
  words: DeedWords
  athlete: Athlete
  space: string
  refusal: Refusal | null
  onUndo: (keys: readonly string[], said: string, isRedo: boolean) => Promise<void>
  /** Called when the end comes near. */
  onEnd: () => void
}

type Line = { key: string; day: number } | { key: string; place: string } | { key: string; item: Item }

export function TimelineList({ items, facts, words, athlete, space, refusal, onUndo, onEnd }: Props) {
  const locale = useLocale()
  const t = useTranslations('timeline')
  const w = useTranslations('workout')
  const { zone, today } = athlete
  const lines = useMemo(() => {
    const all: Line[] = []
    let [day, place]: [number | null, string] = [null, '']
    for (const item of items) {
      const own = dayOf(item.lead.at, zone)
      if (own !== day) all.push({ key: `day ${own} ${item.key}`, day: own })
      const workout = facts.get(factsKeyOf(item))?.workout
      const mine = workout?.id ?? ''
      if (mine !== place || own !== day) {
        all.push({ key: `place ${item.key}`, place: workout ? workout.title || w('untitled') : t('outside') })
      }
      all.push({ key: item.key, item })
      day = own
      place = mine
    }
    return all
  }, [items, facts, zone, t, w])

  return (
    <WindowList
      lines={lines}
      estimate={(line) => ('item' in line ? 64 : 36)}
      onEnd={onEnd}
      render={(line) =>
        'day' in line ? (
          <h2 className="pt-5 font-bold text-[1rem] tracking-tight">{showDayNear(line.day, today, locale)}</h2>
        ) : 'place' in line ? (
          <h3 className="break-words pt-2 font-medium text-ink-2 text-sm">{line.place}</h3>
        ) : (
          <TimelineRow
            item={line.item}
            facts={facts}
            words={words}
            zone={zone}
            space={space}
            refused={refusal?.key === line.item.key ? refusal.answer : null}
            onUndo={onUndo}
          />
        )
      }
    />
  )
}
