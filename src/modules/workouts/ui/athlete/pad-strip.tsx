'use client'
/** What helps to choose the number: plates and what to change on the bar, the estimate it makes, last time. */
import { useTranslations } from 'use-intl'
import { formatLoad, loadNumber } from '../../../../shared/units.ts'
import { cx } from '../../../../ui/cx.ts'
import type { Place } from '../../../gyms/model/places.ts'
import { plateLook } from '../../../gyms/rules/plate-look.ts'
import type { LoadUnit, SetFigures } from '../../model.ts'
import { estimateE1rm } from '../../rules/e1rm.ts'
import { effectiveLoadG } from '../../rules/load.ts'
import type { Found } from '../../rules/loading.ts'
import { isEstimated } from '../../rules/set-kinds.ts'
import { type PadState, typedFigures } from './pad-state.ts'
import { amountText, barText, isFewMoved, loadingOf, loadWords, platesText, plateText, sideOf } from './plate-words.ts'
import { effortShown, type FieldName, type Habits } from './set-fields.ts'
import type { Block } from './use-open-workout.ts'
import type { SetWords } from './use-set-words.ts'

type Props = {
  pad: PadState
  block: Block
  place: Place | null
  index: number
  figures: SetFigures
  fields: readonly FieldName[]
  bodyweightG: number | null
  habits: Habits
  words: SetWords
  /** Where the estimate comes from. */
  onWhy: (() => void) | undefined
}

export function PadStrip({ pad, block, place, index, figures, fields, bodyweightG, habits, words, onWhy }: Props) {
  const t = useTranslations('padStrip')
  const { exercise } = block
  const now = { ...figures, ...typedFigures(pad, habits) }
  const beside = block.beside[index]
  const unit = pad.unit.load
  const loading = pad.field === 'load' ? loadingOf(place, exercise, now, unit) : null
  const before = block.sets.slice(0, index).findLast(({ doneAt }) => doneAt !== null)
  const loaded = now.loadG === null ? null : loadWords(loading, now.loadG, before)
  // What is taken as it stands needs no words; what isn't there does.
  const isBar = loaded !== null && (!loaded.found.isExact || (loaded.found.by !== null && 'plating' in loaded.found.by))
  const estimate = (
    <Estimate
      figures={now}
      loadG={effectiveLoadG(now, bodyweightG, exercise)}
      habits={habits}
      isBrief={isBar}
      onWhy={onWhy}
    />
  )
  if (isBar) {
    return (
      <>
        <LoadWords {...loaded} loadG={now.loadG ?? 0} unit={unit} habits={habits} />
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
      if (loading === 'none') return t('none', { place: place?.name ?? '' })
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

type EstimateProps = {
  figures: SetFigures
  loadG: number | null
  habits: Habits
  isBrief: boolean
  onWhy: (() => void) | undefined
}

/** Brief beside the plates: reps and effort stand in the row above. */
function Estimate({ figures, loadG, habits, isBrief, onWhy }: EstimateProps) {
  const t = useTranslations('padStrip')
  const scale = useTranslations('workout.pad.field')
  const estimate = estimateE1rm(loadG, figures.reps, figures.rir2)
  if (!estimate || !isEstimated(figures.kind)) return null
  const effort = figures.rir2 === null ? null : effortShown(figures.rir2, habits)
  const named = `${scale(habits.effort === 'rir' ? 'rir' : 'rpe')} ${effort}`
  const reps = figures.reps ?? 0
  const value = new Intl.NumberFormat(habits.locale, { maximumFractionDigits: 1 }).format(
    Number(loadNumber(estimate.g, habits.loadUnit, 'en')),
  )
  const title = isBrief
    ? t('e1rmBrief')
    : effort === null || habits.effort === 'off'
      ? t('e1rm', { reps })
      : t('e1rmEffort', { reps, effort: named })
  const pair = <Pair title={title} text={value} isNarrow={isBrief} />
  if (!onWhy) return pair
  return (
    <button
      type="button"
      aria-label={t('why', { title, value })}
      onClick={onWhy}
      className={cx('-my-1 min-h-12 min-w-12 rounded-1 text-left active:bg-pressed', isBrief ? 'shrink-0' : 'flex-1')}
    >
      {pair}
    </button>
  )
}

type LoadProps = { found: Found; hasBefore: boolean; loadG: number; unit: LoadUnit; habits: Habits }

/** What to put on, or to take; where there is no such load, the nearest there are. */
export function LoadWords({ found, hasBefore, loadG, unit, habits }: LoadProps) {
  const t = useTranslations('padStrip')
  const { locale } = habits
  const { by, below, above } = found
  if (!found.isExact || !by || !('plating' in by)) return <Pair title={missing()} text={nearest()} />
  const side = sideOf(found)
  const start = barText(by.start, unit, locale)
  const { on, sides } = by.source
  return (
    <>
      {(side.length > 0 || on === 'bar') && (
        <span aria-hidden className="flex h-[46px] shrink-0 items-center gap-[3px]">
          {on === 'bar' && <i className="h-1.5 w-5 rounded-full bg-control" />}
          {side.slice(0, 6).map((plate, i) => {
            const look = plateLook(plate)
            return (
              <i
                // biome-ignore lint/suspicious/noArrayIndexKey: equal plates differ by their place only
                key={i}
                className="num grid min-w-[19px] place-items-center px-[2px] rounded-[3px] font-bold text-(--plate-ink) text-[10px] not-italic"
                style={{ height: look.height, background: look.colour }}
              >
                {plateText(plate, plate.unit, locale)}
              </i>
            )
          })}
        </span>
      )}
      <Pair title={title()} text={advice()} />
    </>
  )

  function title(): string {
    if (on === 'machine') return t(sides === 2 ? 'machine' : 'machineOne', { start })
    if (on === 'handle') return t(side.length === 0 ? 'handleOnly' : 'handle', { start })
    return t(side.length === 0 ? 'barOnly' : 'eachSide', { bar: start })
  }

  function missing(): string {
    const load = loadNumber(loadG, unit, locale)
    if (!by || !('plating' in by)) return t('notHere', { load })
    const isBar = by.source.on === 'bar' && by.plating.state === 'below_start'
    return isBar ? t('underBar', { bar: barText(by.start, unit, locale) }) : t('notLoaded', { load })
  }

  function nearest(): string {
    const [low, high] = [below, above].map((amount) => amount && amountText(amount, unit, locale))
    if (low && high) return t('between', { low, high })
    if (low) return t('most', { load: low })
    return high ? t('least', { load: high }) : ''
  }

  function advice(): string {
    if (!by || !('plating' in by) || by.plating.state === 'below_start') return ''
    const say = (plates: typeof side) => platesText(plates, unit, locale)
    const { add, remove } = by.plating.change
    if (!hasBefore || !isFewMoved(by.plating.change)) return side.length === 0 ? '' : say(side)
    if (add.length === 0 && remove.length === 0) return t('same')
    if (remove.length === 0) return t('add', { plates: say(add) })
    if (add.length === 0) return t('take', { plates: say(remove) })
    return t('swap', { out: say(remove), in: say(add) })
  }
}
