'use client'
/** A place in its next sessions, if every set of them is done as asked. */
import { useLocale, useTranslations } from 'use-intl'
import { formatLoad, type LoadUnit, loadNumber } from '../../../../shared/units.ts'
import type { Coming } from '../../rules/simulate.ts'
import { useSetsText } from './use-step-words.ts'

type Props = { coming: readonly Coming[]; nameOf: (exerciseId: string) => string; unit: LoadUnit }

export function ComingSessions({ coming, nameOf, unit }: Props) {
  const t = useTranslations('programs')
  const locale = useLocale()
  const setsText = useSetsText()
  if (coming.length === 0) return null
  const isOneLift = new Set(coming.map(({ exerciseId }) => exerciseId)).size === 1
  return (
    <section aria-labelledby="coming" className="mb-3">
      <h3 id="coming" className="mb-1 font-medium text-ink-2 text-sm">
        {t('coming')}
      </h3>
      <ol>
        {coming.map(({ sets, exerciseId, title, round }, i) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: they are their order
            key={i}
            className="num flex min-h-11 items-center justify-between gap-3 border-line border-b py-1 last:border-b-0"
          >
            <span className="min-w-0 text-ink-2 text-sm">
              {t('comingOf', { title: isOneLift ? title : nameOf(exerciseId), n: round + 1 })}
            </span>
            <span className="shrink-0 text-right">
              <span className="block font-semibold">{loadsText(sets, unit, locale) ?? setsText(sets)}</span>
              {sets.some(({ loadG }) => loadG !== null) && (
                <span className="block text-ink-2 text-sm">{setsText(sets)}</span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** "82.5 kg", "65 · 75 · 85 kg"; null where there is no load. */
function loadsText(sets: Coming['sets'], unit: LoadUnit, locale: string): string | null {
  const loads = sets.flatMap(({ loadG }, i) => (loadG === null || loadG === sets[i - 1]?.loadG ? [] : loadG))
  const last = loads.pop()
  if (last === undefined) return null
  return [...loads.map((loadG) => loadNumber(loadG, unit, locale)), formatLoad(last, unit, locale)].join(' · ')
}
