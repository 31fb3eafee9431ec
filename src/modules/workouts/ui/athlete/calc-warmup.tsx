'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { newId } from '../../../../shared/id.ts'
import { formatLoad } from '../../../../shared/units.ts'
import { Button } from '../../../../ui/button.tsx'
import { showToast } from '../../../../ui/toast.tsx'
import { amountG } from '../../../gyms/rules/amount.ts'
import { editProfile } from '../../../users/mutators.ts'
import type { LoadUnit } from '../../model.ts'
import { addSet, removeSet } from '../../mutators.ts'
import { blankSet } from '../../rules/default-sets.ts'
import { findLoad } from '../../rules/loading.ts'
import { inOrder, positionsBefore } from '../../rules/place-in-order.ts'
import { nearestLoad } from '../../rules/round-at-place.ts'
import { isWorkSet } from '../../rules/volume.ts'
import { type Ramp, type WarmupStep, warmupRamp } from '../../rules/warmup-ramp.ts'
import { Answer, Why } from './calc-parts.tsx'
import type { Tried } from './calc-sheet.tsx'
import { useProfile } from './habits.ts'
import { loadingOf } from './plate-words.ts'
import type { Habits } from './set-fields.ts'
import type { Block, OpenWorkout } from './use-open-workout.ts'
import { WarmupSteps } from './warmup-steps.tsx'
import type { SheetProps } from './workout-sheets.tsx'

type Props = Omit<SheetProps, 'sheet'> & { block: Block; tried: Tried; onClose: () => void }

/** The sets that lead up to the load, to be put before it by one tap. */
export function CalcWarmup({ block, tried, onClose, open, ...props }: Props) {
  const t = useTranslations('calc.warmup')
  const { habits } = props
  const addWarmups = useAddWarmups({ open, ...props })
  const own = useProfile().warmupSteps ?? null
  const [isEditing, setEditing] = useState(false)
  if (isEditing) {
    const save = (warmupSteps: WarmupStep[] | null) => {
      void props.actions.mutate(editProfile, { fields: { warmupSteps } })
      setEditing(false)
    }
    return <WarmupSteps own={own} onSave={save} />
  }
  const ramp = rampFor(open, block, tried, own)
  const edit = (
    <Button wide className="mt-3" onClick={() => setEditing(true)}>
      {t('edit.open')}
    </Button>
  )
  if (ramp.kind === 'none') {
    return (
      <>
        <Answer value="–" text={t(`none.${ramp.why}`)} />
        {edit}
      </>
    )
  }
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
      {edit}
      <Why
        lines={[
          own ? t('whyOwn') : t('whySteps'),
          open.place ? t('whyPlace', { place: open.place.name }) : t('whyNoPlace'),
          t('counts'),
        ]}
      />
    </>
  )
}

function rampFor(open: OpenWorkout, block: Block, { loadG, unit }: Tried, own: readonly WarmupStep[] | null): Ramp {
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
    own,
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

type Step = { loadG: number; reps: number }

/** Before the first work set, behind the warm-ups that are there. */
function useAddWarmups({ open, actions: { mutate } }: Pick<SheetProps, 'open' | 'actions'>) {
  const t = useTranslations('calc.warmup')
  const undo = useTranslations('workout')('undo')
  return (block: Block, steps: readonly Step[], unit: LoadUnit): void => {
    const first = inOrder(block.sets).find(({ kind }) => kind !== 'warmup')
    const positions = positionsBefore(block.sets, first?.id, steps.length)
    const made = steps.map(({ loadG, reps }, i) => ({
      ...{ id: newId(), position: positions[i] ?? 'a0', ...blankSet(block.exercise), kind: 'warmup' as const },
      ...{ loadG, enteredLoad: null, enteredUnit: unit, reps },
    }))
    for (const set of made) void mutate(addSet, { workoutId: open.workout.id, entryId: block.entry.id, set })
    const back = () => {
      for (const { id } of made) void mutate(removeSet, { id })
    }
    showToast({ text: t('added', { n: made.length }), action: { label: undo, run: back } })
  }
}
