'use client'
/** What helps to choose the number: plates and what to change on the bar, the estimate it makes, last time. */
import { useTranslations } from 'use-intl'
import { formatLoad, loadNumber } from '../../../../shared/units.ts'
import { cx } from '../../../../ui/cx.ts'
import type { LoadUnit, SetFigures } from '../../model.ts'
import { estimateE1rm } from '../../rules/e1rm.ts'
import { effectiveLoadG } from '../../rules/load.ts'
import type { Plating } from '../../rules/plates.ts'
import { type PadState, typedFigures } from './pad-state.ts'
import { isFewMoved, isPlateLoaded, plateLook, plateSideOf, platesText, platingOf } from './plate-words.ts'
import { effortShown, type FieldName, type Habits } from './set-fields.ts'
import type { Block } from './use-open-workout.ts'
import type { SetWords } from './use-set-words.ts'

type Props = {
  pad: PadState
  block: Block
  index: number
  figures: SetFigures
  fields: readonly FieldName[]
  bodyweightG: number | null
  habits: Habits
  words: SetWords
}

export function PadStrip({ pad, block, index, figures, fields, bodyweightG, habits, words }: Props) {
  const t = useTranslations('workout.pad')
  const { exercise } = block
  const now = { ...figures, ...typedFigures(pad, habits) }
  const beside = block.beside[index]
  const isBar = pad.field === 'load' && isPlateLoaded(exercise) && now.loadG !== null && now.loadMode === 'external'
  const estimate = (
    <Estimate figures={now} loadG={effectiveLoadG(now, bodyweightG, exercise)} habits={habits} isBrief={isBar} />
  )
  if (isBar) {
    const before = block.sets.slice(0, index).findLast(({ doneAt }) => doneAt !== null)
    const unit = pad.unit.load
    const plating = platingOf(now.loadG ?? 0, unit, plateSideOf(before, unit))
    return (
      <>
        <BarWords plating={plating} hasBefore={before !== undefined} unit={unit} habits={habits} />
        {estimate}
      </>
    )
  }
  return (
    <>
      <Pair
        title={hint()}
        text={pad.field === 'effort' ? left() : (beside && words.short(beside, fields, exercise.measure)) || ''}
      />
      {exercise.measure === 'load_reps' && estimate}
    </>
  )

  function hint(): string {
    if (pad.field === 'effort') return t(habits.effort === 'rir' ? 'hintRir' : 'hintRpe')
    if (pad.field === 'load') {
      if (now.loadMode === 'assisted') return t('assist')
      if (now.loadMode === 'bodyweight_plus') return t('bodyweightPlus')
      if (exercise.implements === 2 && now.loadG !== null) {
        return t('perImplement', { total: formatLoad(now.loadG * 2, pad.unit.load, habits.locale) })
      }
    }
    return beside ? t('lastTime') : ''
  }

  function left(): string {
    if (now.rir2 === null) return ''
    if (now.rir2 % 2 === 1) return t('effortHalf', { low: (now.rir2 - 1) / 2, high: (now.rir2 + 1) / 2 })
    return t('effortLeft', { left: now.rir2 / 2 })
  }
}

function Pair({ title, text, isNarrow }: { title: string; text: string; isNarrow?: boolean }) {
  if (!title && !text) return null
  return (
    <span className={cx('num min-w-0 leading-tight', isNarrow ? 'shrink-0' : 'flex-1')}>
      {title}
      {text && <strong className="block font-semibold text-ink">{text}</strong>}
    </span>
  )
}

type EstimateProps = { figures: SetFigures; loadG: number | null; habits: Habits; isBrief: boolean }

/** Brief beside the plates: reps and effort stand in the row above. */
function Estimate({ figures, loadG, habits, isBrief }: EstimateProps) {
  const t = useTranslations('workout.pad')
  const estimate = estimateE1rm(loadG, figures.reps, figures.rir2)
  if (!estimate || figures.kind === 'warmup') return null
  const effort = figures.rir2 === null ? null : effortShown(figures.rir2, habits)
  const named = `${t(habits.effort === 'rir' ? 'field.rir' : 'field.rpe')} ${effort}`
  const reps = figures.reps ?? 0
  const value = new Intl.NumberFormat(habits.locale, { maximumFractionDigits: 1 }).format(
    Number(loadNumber(estimate.g, habits.loadUnit, 'en')),
  )
  if (isBrief) return <Pair title={t('e1rmBrief')} text={value} isNarrow />
  return (
    <Pair
      title={
        effort === null || habits.effort === 'off' ? t('e1rm', { reps }) : t('e1rmEffort', { reps, effort: named })
      }
      text={value}
    />
  )
}

function BarWords(props: { plating: Plating; hasBefore: boolean; unit: LoadUnit; habits: Habits }) {
  const { plating, hasBefore, unit, habits } = props
  const t = useTranslations('workout.pad')
  const u = useTranslations('workout.unit')
  const bar = `${unit === 'kg' ? 20 : 45} ${u(unit)}`
  if (plating.state === 'below_bar') return <Pair title={t('underBar', { bar })} text="" />
  const side = plating.side
  return (
    <>
      <span aria-hidden className="flex h-[46px] shrink-0 items-center gap-[3px]">
        <i className="h-1.5 w-5 rounded-full bg-control" />
        {side.slice(0, 6).map((plateG, i) => {
          const look = plateLook(plateG)
          return (
            <i
              // biome-ignore lint/suspicious/noArrayIndexKey: equal plates differ by their place only
              key={i}
              className="num grid min-w-[19px] place-items-center px-[2px] rounded-[3px] font-bold text-(--plate-ink) text-[10px] not-italic"
              style={{ height: look.height, background: look.colour }}
            >
              {loadNumber(plateG, unit, habits.locale)}
            </i>
          )
        })}
      </span>
      <Pair title={side.length === 0 ? t('barOnly', { bar }) : t('eachSide', { bar })} text={advice()} />
    </>
  )

  function advice(): string {
    if (plating.state === 'below_bar') return ''
    const say = (plates: readonly number[]) => platesText(plates, unit, habits.locale)
    if (plating.state === 'nearest_below') {
      return t('short', {
        missing: loadNumber(plating.deltaG, unit, habits.locale),
        next: plating.nextUpG === null ? '–' : loadNumber(plating.nextUpG, unit, habits.locale),
      })
    }
    const { add, remove } = plating.change
    if (!hasBefore || !isFewMoved(plating.change)) return side.length === 0 ? '' : say(side)
    if (add.length === 0 && remove.length === 0) return t('same')
    if (remove.length === 0) return t('add', { plates: say(add) })
    if (add.length === 0) return t('take', { plates: say(remove) })
    return t('swap', { out: say(remove), in: say(add) })
  }
}
