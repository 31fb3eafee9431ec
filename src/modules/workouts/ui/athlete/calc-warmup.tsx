'use client'
import { useTranslations } from 'use-intl'
import { formatLoad } from '../../../../shared/units.ts'
import { Button } from '../../../../ui/button.tsx'
import { amountG } from '../../../gyms/rules/amount.ts'
import { findLoad } from '../../rules/loading.ts'
import { nearestLoad } from '../../rules/round-at-place.ts'
import { isWorkSet } from '../../rules/volume.ts'
import { type Ramp, warmupRamp } from '../../rules/warmup-ramp.ts'
import { Answer, Why } from './calc-parts.tsx'
import type { Tried } from './calc-sheet.tsx'
import { useEntryActions } from './entry-actions.ts'
import { loadingOf } from './plate-words.ts'
import type { Habits } from './set-fields.ts'
import type { Block, OpenWorkout } from './use-open-workout.ts'
import type { SheetProps } from './workout-sheets.tsx'

type Props = Omit<SheetProps, 'sheet'> & { block: Block; tried: Tried; onClose: () => void }

/** The sets that lead up to the load, to be put before it by one tap. */
export function CalcWarmup({ block, tried, onClose, open, ...props }: Props) {
  const t = useTranslations('calc.warmup')
  const { habits } = props
  const { addWarmups } = useEntryActions({ open, ...props })
  const ramp = rampFor(open, block, tried)
  if (ramp.kind === 'none') return <Answer value="–" text={t(`none.${ramp.why}`)} />
  const show = (grams: number) => formatLoad(grams, tried.unit, habits.locale)
  const hasWarmups = block.sets.some(({ kind }) => kind === 'warmup')
  return (
    <>
      <ol className="num divide-y divide-line border-line border-y">
        {ramp.steps.map((step) => (
          <li key={step.loadG} className="flex min-h-12 items-center gap-3">
            <strong className="min-w-24 font-semibold text-lg">
              {show(step.loadG)} × {step.reps}
            </strong>
            <span className="text-ink-2 text-sm">
              {step.percent === null
                ? t('bar')
                : t(step.exactG === step.loadG ? 'exact' : 'rounded', {
                    percent: step.percent,
                    exact: show(step.exactG),
                  })}
            </span>
          </li>
        ))}
      </ol>
      <Button
        tone="primary"
        size="large"
        wide
        className="mt-4"
        onClick={() => {
          onClose()
          addWarmups(block, ramp.steps, tried.unit)
        }}
      >
        {t(hasWarmups ? 'addMore' : 'add', { n: ramp.steps.length })}
      </Button>
      <Why
        lines={[t('whySteps'), open.place ? t('whyPlace', { place: open.place.name }) : t('whyNoPlace'), t('counts')]}
      />
    </>
  )
}

function rampFor(open: OpenWorkout, block: Block, { loadG, unit }: Tried): Ramp {
  const { exercise, sets } = block
  const loadMode = sets[0]?.loadMode ?? exercise.loadMode
  const loading = loadingOf(open.place, exercise, { loadMode }, unit)
  const sources = loading && loading !== 'none' ? loading.sources : []
  const found = loadG === null || sources.length === 0 ? null : findLoad(sources, loadG)
  const startG = found?.by && 'plating' in found.by && found.by.source.on === 'bar' ? amountG(found.by.start) : null
  return warmupRamp({
    workG: loadMode === 'external' ? loadG : null,
    startG,
    round: (grams) => {
      if (sources.length === 0) return roundTo(grams, unit)
      const nearest = nearestLoad(sources, grams)
      return nearest && amountG(nearest)
    },
    isIsolation: Object.values(exercise.muscles).filter((share) => (share ?? 0) >= 0.4).length < 2,
    alreadyDone: doneForSameMuscles(open, block),
  })
}

/** Where no place says what there is: 2.5 kg or 5 lb. */
function roundTo(grams: number, unit: Habits['loadUnit']): number {
  const stepG = unit === 'kg' ? 2500 : 5 * 453.59237
  return Math.round(Math.round(grams / stepG) * stepG)
}

/** Work sets of other exercises that trained its main muscle today. */
function doneForSameMuscles({ blocks }: OpenWorkout, block: Block): number {
  const main = Object.entries(block.exercise.muscles).filter(([, share]) => share === 1)
  return blocks
    .filter(
      (other) => other !== block && main.some(([muscle]) => (other.exercise.muscles[muscle as never] ?? 0) >= 0.5),
    )
    .reduce((sum, { sets }) => sum + sets.filter(isWorkSet).length, 0)
}
