/** A set as coaches write it: `140×5 @9`, in the unit it was typed in. */
import { shownLoad } from '../../../../shared/entered-number.ts'
import { distanceIn, type LoadUnit } from '../../../../shared/units.ts'
import type { LoggedSet, SetFigures } from '../../model.ts'

export type SetHabits = {
  loadUnit: LoadUnit
  distanceUnit: 'km' | 'mi'
  effort: 'rpe' | 'rir' | 'off'
  locale: string
  /** How "bodyweight" and "in reserve" are written short. */
  words: { bodyweight: string; rir: string }
}

/**
 * Everything that was noted of the set, in one short text without breaks inside. `counted` is the word for what stands in
 * the place of reps: floors, steps.
 */
export function setText(set: SetFigures, habits: SetHabits, counted?: string): string {
  const parts = [work(set, habits, counted), effort(set.rir2, habits)].filter(Boolean)
  return parts.join('\u00a0')
}

function work(set: SetFigures, habits: SetHabits, counted: string | undefined): string {
  const load = loadText(set, habits)
  const amount = [
    counted && set.reps !== null ? `${set.reps}\u00a0${counted}` : repsText(set),
    set.distanceM === null ? null : distanceText(set, habits),
    set.durationMs === null ? null : clock(set.durationMs),
  ].filter((part) => part !== null)
  if (load === null) return amount.join(' in ') || '–'
  return amount.length > 0 ? `${load}×${amount.join(' in ')}` : load
}

/** "8", and "8/7" where the right side did another number. */
function repsText({ reps, repsRight }: SetFigures): string | null {
  if (reps === null) return null
  return (repsRight ?? reps) === reps ? String(reps) : `${reps}/${repsRight}`
}

function loadText(set: SetFigures, { loadUnit, locale, words }: SetHabits): string | null {
  const shown = shownLoad(set, loadUnit, locale)
  // The athlete's own unit is said once, above the table; another is said with the set.
  const number = shown && (shown.unit === loadUnit ? shown.number : `${shown.number}\u00a0${shown.unit}`)
  switch (set.loadMode) {
    case 'external':
      return number
    case 'bodyweight_plus':
      return number === null || set.loadG === 0 ? words.bodyweight : `+${number}`
    case 'assisted':
      return number === null ? null : `−${number}`
    case 'bodyweight':
      return set.reps === null ? null : words.bodyweight
    case 'band':
    case 'none':
      return null
  }
}

function effort(rir2: number | null, { effort: shown, locale, words }: SetHabits): string | null {
  if (rir2 === null || shown === 'off') return null
  const number = (value: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value)
  return shown === 'rir' ? `${number(rir2 / 2)}\u00a0${words.rir}` : `@${number(10 - rir2 / 2)}`
}

function distanceText(set: SetFigures, { distanceUnit, locale }: SetHabits): string {
  const unit = set.distanceUnit ?? (set.distanceM !== null && set.distanceM < 1000 ? 'm' : distanceUnit)
  const number =
    set.enteredDistance ??
    new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(distanceIn(set.distanceM ?? 0, unit))
  return `${number}\u00a0${unit}`
}

/** "1:05", "1:02:03". */
function clock(ms: number): string {
  const seconds = Math.round(ms / 1000)
  const pad = (value: number) => String(value).padStart(2, '0')
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return h > 0 ? `${h}:${pad(m)}:${pad(s)}` : `${m}:${pad(s)}`
}

/** Which sets a log shows: done ones always, planned ones while the workout is open. */
export function shownSets(sets: readonly LoggedSet[], open: boolean): LoggedSet[] {
  return open ? [...sets] : sets.filter(({ doneAt }) => doneAt !== null)
}
