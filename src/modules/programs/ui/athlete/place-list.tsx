'use client'
/** What a day of a program asks for, each place with why it is what it is. */
import { useLocale, useTranslations } from 'use-intl'
import { formatLoad, type LoadUnit } from '../../../../shared/units.ts'
import type { PlannedPlace } from '../../rules/next-session.ts'

type Props = {
  places: readonly PlannedPlace[]
  nameOf: (exerciseId: string) => string
  unit: LoadUnit
  /** Makes each place a button. */
  onOpen?: (place: PlannedPlace) => void
}

export function PlaceList({ places, nameOf, unit, onOpen }: Props) {
  return (
    <ul>
      {places.map((place) => (
        <li key={place.slot.slot} className="border-line border-b last:border-b-0">
          {onOpen ? (
            <button
              type="button"
              onClick={() => onOpen(place)}
              className="-mx-3 flex min-h-14 w-[calc(100%+24px)] items-center gap-3 rounded-1 px-3 py-2 text-left active:bg-pressed"
            >
              <Place place={place} name={nameOf(place.exerciseId)} unit={unit} />
            </button>
          ) : (
            <div className="flex min-h-14 items-center gap-3 py-2">
              <Place place={place} name={nameOf(place.exerciseId)} unit={unit} />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

function Place({ place, name, unit }: { place: PlannedPlace; name: string; unit: LoadUnit }) {
  const t = useTranslations('session')
  const locale = useLocale()
  const { slot, sets, why, missed } = place
  const [first] = sets
  if (!first) return null
  const step = slot.step?.[unit]
  const reason =
    why === 'find'
      ? t('why.find')
      : why === 'more' && step
        ? t('why.more', { step: `${new Intl.NumberFormat(locale).format(step)}\u00a0${unit}` })
        : why === 'reps'
          ? t('why.reps')
          : why === 'again' && missed > 0
            ? t('why.again')
            : why === 'less'
              ? t('why.less', { n: missed })
              : null
  return (
    <>
      <span className="min-w-0 flex-1">
        <span className="block break-words font-medium">{name}</span>
        {reason && <span className="num block text-ink-2 text-sm">{reason}</span>}
      </span>
      <span className="num shrink-0 text-right">
        <span className="block font-semibold text-lg leading-tight tracking-tight">
          {first.loadG === null
            ? t('sets', { sets: sets.length, reps: first.reps })
            : formatLoad(first.loadG, unit, locale)}
        </span>
        {first.loadG !== null && (
          <span className="block text-ink-2 text-sm">{t('sets', { sets: sets.length, reps: first.reps })}</span>
        )}
      </span>
    </>
  )
}
