'use client'
/** A set in words: short for the column of last time, whole for those who hear the screen instead of seeing it. */
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { shownLoad } from '../../../../shared/entered-number.ts'
import { distanceIn, loadIn } from '../../../../shared/units.ts'
import { countedOf, type Measure } from '../../../exercises/model.ts'
import type { LoadUnit, SetFigures } from '../../model.ts'
import { clockText } from './clock-text.ts'
import { distanceUnitOf, effortShown, type FieldName, type Habits, loadUnitOf, rightReps } from './set-fields.ts'

export type SetWords = {
  /** One figure as the row shows it; null when there is none. */
  figure(field: FieldName, set: SetFigures, measure: Measure): string | null
  /** "100 × 6, 8", as the column of last time shows it. A load says its unit where it is not `unit`, the column's own. */
  short(set: SetFigures, fields: readonly FieldName[], measure: Measure, unit?: LoadUnit | null): string
  /** "102.5 kilograms, 6 reps, RPE 8". */
  long(set: SetFigures, fields: readonly FieldName[], measure: Measure): string
  /** "Set 3", "Warm-up". */
  name(set: Pick<SetFigures, 'kind'>, mark: string): string
  /** The column's heading; a set's own where it has a unit. */
  heading(field: FieldName, set: Headed | undefined, measure: Measure): string
}

type Headed = Pick<SetFigures, 'loadMode'> & Partial<Pick<SetFigures, 'enteredUnit'>>

export function useSetWords(habits: Habits): SetWords {
  const t = useTranslations('workout')
  return useMemo(() => {
    const number = (value: number, digits: number) =>
      new Intl.NumberFormat(habits.locale, { maximumFractionDigits: digits, useGrouping: false }).format(value)

    const side = (of: 'left' | 'right', set: SetFigures) =>
      t(`set.${of}`, { n: (of === 'left' ? set.reps : rightReps(set)) ?? 0 })

    const figure: SetWords['figure'] = (field, set, measure) => {
      switch (field) {
        case 'load':
          return shownLoad(set, habits.loadUnit, habits.locale)?.number ?? null
        case 'reps':
        case 'left':
          return set.reps === null ? null : field === 'reps' ? repsText(set) : String(set.reps)
        case 'right':
          return rightReps(set)?.toString() ?? null
        case 'effort':
          return set.rir2 === null ? null : number(effortShown(set.rir2, habits), 1)
        case 'duration':
          return set.durationMs === null ? null : clockText(set.durationMs)
        case 'distance':
          if (set.distanceM === null) return null
          return set.enteredDistance ?? number(distanceIn(set.distanceM, distanceUnitOf(set, measure, habits)), 2)
      }
    }

    const short: SetWords['short'] = (set, fields, measure, unit = habits.loadUnit) => {
      const at = (field: FieldName) => (fields.includes(field) ? figure(field, set, measure) : null)
      const load = at('load')
      const foreign = load !== null && loadUnitOf(set, habits) !== unit
      const withUnit = foreign ? `${load} ${t(`unit.${loadUnitOf(set, habits)}`)}` : load
      const distance = at('distance')
      const counted = countedOf(measure)
      const isTimedWay = counted !== null || measure === 'distance_duration'
      const reps = at('reps')
      const main = [
        set.loadMode === 'assisted' && withUnit !== null ? `−${withUnit}` : withUnit,
        (fields.includes('left') ? repsText(set) : counted && reps ? `${reps} ${t(`unit.${counted}`)}` : reps) ??
          (distance === null ? null : `${distance} ${t(`unit.${distanceUnitOf(set, measure, habits)}`)}`),
        isTimedWay ? null : at('duration'),
      ].filter((part) => part !== null)
      const after = isTimedWay ? at('duration') : at('effort')
      const text = measure === 'reps' || main.length > 1 ? main.join(' × ') : main.join('')
      return [text, after].filter(Boolean).join(', ')
    }

    const long: SetWords['long'] = (set, fields, measure) => {
      const parts = fields.map((field) => {
        const value = figure(field, set, measure)
        if (value === null) {
          return field === 'load' && set.loadMode === 'bodyweight_plus' ? t('set.bodyweight') : null
        }
        switch (field) {
          case 'load': {
            const unit = loadUnitOf(set, habits)
            const words = { value, unit: t(`unitLong.${unit}`, { n: loadIn(set.loadG ?? 0, unit) }) }
            return set.loadMode === 'assisted' ? t('set.assist', words) : t('set.load', words)
          }
          case 'reps': {
            const counted = countedOf(measure)
            if (counted) return t('set.distance', { value, unit: t(`unitLong.${counted}`, { n: set.reps ?? 0 }) })
            return differs(set)
              ? [side('left', set), side('right', set)].join(', ')
              : t('set.reps', { n: set.reps ?? 0 })
          }
          case 'left':
          case 'right':
            return side(field, set)
          case 'effort':
            return habits.effort === 'rir' ? t('set.rir', { value }) : t('set.rpe', { value })
          case 'duration':
            return t('set.duration', { value })
          default: {
            const unit = distanceUnitOf(set, measure, habits)
            return t('set.distance', {
              value,
              unit: t(`unitLong.${unit}`, { n: distanceIn(set.distanceM ?? 0, unit) }),
            })
          }
        }
      })
      return parts.filter((part) => part !== null).join(', ') || t('set.noFigures')
    }

    return {
      figure,
      short,
      long,
      name: ({ kind }, mark) => t('set.name', { kind, mark: mark.replace(/\D/g, '') }).replace('  ', ' '),
      heading: (field, set, measure) => {
        const counted = countedOf(measure)
        if (field === 'reps' && counted) return t(`unit.${counted}`)
        if (field === 'reps' || field === 'left' || field === 'right' || field === 'duration')
          return t(`column.${field}`)
        if (field === 'effort') return habits.effort === 'rir' ? t('column.rir') : t('column.rpe')
        if (field === 'distance') return t(`unit.${distanceUnitOf({ distanceUnit: null }, measure, habits)}`)
        const unit = t(`unit.${set?.enteredUnit ?? habits.loadUnit}`)
        if (set?.loadMode === 'bodyweight_plus') return t('column.plusLoad', { unit })
        return set?.loadMode === 'assisted' ? t('column.assistLoad', { unit }) : unit
      },
    }
  }, [t, habits])
}

const differs = (set: SetFigures) => rightReps(set) !== set.reps

/** "8", and "8/7" where the right side did another number. */
function repsText(set: SetFigures): string | null {
  if (set.reps === null) return null
  return differs(set) ? `${set.reps}/${rightReps(set)}` : String(set.reps)
}
