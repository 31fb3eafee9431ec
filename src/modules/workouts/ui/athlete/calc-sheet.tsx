'use client'
/** What lifters work out in their heads, for the set at hand: each answer says how it was found. */
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { parseEffort } from '../../../../shared/entered-effort.ts'
import { parseLoad } from '../../../../shared/entered-number.ts'
import { loadNumber } from '../../../../shared/units.ts'
import { TextField } from '../../../../ui/field.tsx'
import { Segmented } from '../../../../ui/segmented.tsx'
import { Sheet } from '../../../../ui/sheet.tsx'
import type { LoadUnit, SetFigures } from '../../model.ts'
import { effectiveLoadG } from '../../rules/load.ts'
import { CalcChart } from './calc-chart.tsx'
import { CalcE1rm } from './calc-e1rm.tsx'
import { CalcPlates } from './calc-plates.tsx'
import { CalcUnits } from './calc-units.tsx'
import { CalcWarmup } from './calc-warmup.tsx'
import { effortShown, type Habits, loadUnitOf, shownFigures } from './set-fields.ts'
import type { CalcTab } from './sheet-state.ts'
import type { Block } from './use-open-workout.ts'
import type { SheetProps } from './workout-sheets.tsx'

const TABS: readonly CalcTab[] = ['warmup', 'plates', 'e1rm', 'chart', 'units']

type Props = Omit<SheetProps, 'sheet'> & { entryId: string; tab?: CalcTab; onClose: () => void }

/** Figures that are tried out; nothing of them is logged. */
export type Tried = { loadG: number | null; reps: number | null; rir2: number | null; unit: LoadUnit }

export function CalcSheet({ entryId, tab: first = 'warmup', onClose, ...props }: Props) {
  const t = useTranslations('calc')
  const words = useTranslations('workout')
  const { open, habits } = props
  const block = open.blocks.find(({ entry }) => entry.id === entryId)
  const from = block && figuresAtHand(block)
  const [tab, setTab] = useState(first)
  const unit = from ? loadUnitOf(from, habits) : habits.loadUnit
  const [typed, setTyped] = useState(() => ({
    load: from?.loadG == null ? '' : loadNumber(from.loadG, unit, habits.locale),
    reps: String(from?.reps ?? ''),
    effort: from?.rir2 == null ? '' : String(effortShown(from.rir2, habits)).replace('.', habits.decimalSign),
  }))
  if (!block) return null
  const { exercise } = block
  const load = parseLoad(typed.load, unit)
  const reps = /^\d{1,4}$/.test(typed.reps) ? Number(typed.reps) : null
  const tried: Tried = { loadG: load.ok ? load.grams : null, reps, rir2: rir2Of(typed.effort, habits), unit }
  const loadMode = block.sets[0]?.loadMode ?? exercise.loadMode
  // What is lifted, the body's share with it.
  const liftedG = effectiveLoadG({ loadMode, loadG: tried.loadG }, open.workout.bodyweightG, exercise)
  const asksReps = tab === 'e1rm' || tab === 'chart'
  const field = (key: keyof typeof typed, label: string, mode: 'decimal' | 'numeric') => (
    <div className="min-w-20 flex-1">
      <TextField
        label={label}
        inputMode={mode}
        autoComplete="off"
        value={typed[key]}
        onChange={(event) => setTyped({ ...typed, [key]: event.target.value })}
        error={key === 'load' && typed.load !== '' && !load.ok ? t('noLoad') : undefined}
      />
    </div>
  )
  return (
    <Sheet open onClose={onClose} title={t('title')} detail={exercise.name} closeLabel={words('close')}>
      <div className="whitespace-nowrap">
        <Segmented
          label={t('title')}
          value={tab}
          onChange={setTab}
          options={TABS.map((value) => ({ value, label: t(`tab.${value}`) }))}
        />
      </div>
      <div className="mt-4 flex flex-wrap gap-3">
        {field('load', words(`unit.${unit}`), 'decimal')}
        {asksReps && field('reps', words('column.reps'), 'numeric')}
        {asksReps &&
          habits.effort !== 'off' &&
          field('effort', words(habits.effort === 'rir' ? 'column.rir' : 'column.rpe'), 'decimal')}
      </div>
      <div className="mt-4">
        {tab === 'warmup' && <CalcWarmup block={block} tried={tried} onClose={onClose} {...props} />}
        {tab === 'plates' && <CalcPlates block={block} tried={tried} place={open.place} habits={habits} />}
        {tab === 'e1rm' && <CalcE1rm tried={{ ...tried, loadG: liftedG }} habits={habits} />}
        {tab === 'chart' && <CalcChart tried={{ ...tried, loadG: liftedG }} habits={habits} />}
        {tab === 'units' && <CalcUnits tried={tried} habits={habits} />}
      </div>
    </Sheet>
  )
}

/** The set to do, else the last one. */
function figuresAtHand(block: Block): SetFigures | null {
  const next = block.sets.findIndex(({ doneAt, kind }) => doneAt === null && kind !== 'warmup')
  return shownFigures(block, next < 0 ? block.sets.length - 1 : next)
}

/** Null where nothing, or no effort, is typed. */
function rir2Of(text: string, { effort }: Habits): number | null {
  const parsed = parseEffort(text, effort === 'rir' ? 'rir' : 'rpe')
  return parsed.ok ? parsed.rir2 : null
}
