'use client'
/** What a day of a program asks for, each place with why it is what it is. */
import { useLocale } from 'use-intl'
import { formatLoad, type LoadUnit, loadNumber } from '../../../../shared/units.ts'
import type { PlannedPlace } from '../../rules/next-session.ts'
import { useSetsText, useStepWords } from './use-step-words.ts'

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
              <Place place={place} nameOf={nameOf} unit={unit} />
            </button>
          ) : (
            <div className="flex min-h-14 items-center gap-3 py-2">
              <Place place={place} nameOf={nameOf} unit={unit} />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

type PlaceProps = { place: PlannedPlace; nameOf: (exerciseId: string) => string; unit: LoadUnit }

function Place({ place, nameOf, unit }: PlaceProps) {
  const locale = useLocale()
  const setsText = useSetsText()
  const wordsOf = useStepWords(unit, nameOf)
  const { sets } = place
  const [first] = sets
  if (!first) return null
  const reason = wordsOf(place, place.asked)
  const topG = Math.max(...sets.map(({ loadG }) => loadG ?? 0))
  const isMixed = sets.some(({ loadG }) => loadG !== first.loadG)
  return (
    <>
      <span className="min-w-0 flex-1">
        <span className="block break-words font-medium">{nameOf(place.exerciseId)}</span>
        {isMixed && (
          <span className="num block text-ink-2 text-sm">
            {sets.map(({ loadG }) => (loadG === null ? '' : loadNumber(loadG, unit, locale))).join(' · ')}
          </span>
        )}
        {reason && <span className="num block text-ink-2 text-sm">{reason}</span>}
      </span>
      <span className="num shrink-0 text-right">
        <span className="block font-semibold text-lg leading-tight tracking-tight">
          {topG === 0 ? setsText(sets) : formatLoad(topG, unit, locale)}
        </span>
        {topG > 0 && <span className="block text-ink-2 text-sm">{setsText(sets)}</span>}
      </span>
    </>
  )
}
