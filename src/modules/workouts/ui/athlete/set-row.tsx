// biome-ignore-all lint/a11y/useSemanticElements: rows are grids that break into two lines at large text; a table can't
'use client'
import { memo, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { RowState } from '../../../../sync/client/api.ts'
import { useSyncState } from '../../../../sync/client/hooks.ts'
import { cx } from '../../../../ui/cx.ts'
import { CheckMark, Tick, type TickState } from '../../../../ui/tick.tsx'
import type { Measure } from '../../../exercises/model.ts'
import type { LoadUnit, LoggedSet, SetFigures } from '../../model.ts'
import { distanceUnitOf, type FieldName, type Habits, loadUnitOf } from './set-fields.ts'
import type { SetWords } from './use-set-words.ts'

export type RowActions = {
  openField: (setId: string, field: FieldName) => void
  /** `more`: figures that were not typed, but measured. */
  check: (setId: string, more?: Partial<SetFigures>) => void
  takeLast: (setId: string) => void
  openSet: (setId: string) => void
  /** Nothing is checked here. */
  isPlan?: boolean
}

type Props = {
  set: LoggedSet
  /** What the row shows: its own figures, or last time's where it has none yet. */
  figures: SetFigures
  beside: LoggedSet | null
  mark: string
  /** "best e1RM 132", once, where this set made a record. */
  record: string | null
  measure: Measure
  fields: readonly FieldName[]
  /** The one set to do. */
  isNow: boolean
  /** The field that is being typed in, what stands in it, and the unit in which a load is typed. */
  typing: { field: FieldName; text: string; unit: LoadUnit } | null
  words: SetWords
  habits: Habits
  actions: RowActions
}

/** A second tap of the same finger: the check that it meant is done, and what opens by then is in the way. */
const SECOND_TAP_MS = 500

const TICKS: Record<RowState, TickState> = {
  saving: 'hollow',
  phone: 'hollow',
  queued: 'half',
  server: 'full',
  unsaved: 'alert',
  attention: 'alert',
}

/** One set, one row: kind, last time, figures, check. Large text breaks it into two lines. */
export const SetRow = memo(function SetRow(props: Props) {
  const { set, figures, beside, mark, record, measure, fields, isNow, typing, words, habits, actions } = props
  const t = useTranslations('workout')
  const state = useSyncState(set.id)
  // Celebrated once, when it is made; never again because the screen came back.
  const hadRecord = useRef(record !== null)
  const checkedAt = useRef(Number.NEGATIVE_INFINITY)
  const isDone = set.doneAt !== null
  const name = words.name(set, mark)
  const said = words.long(figures, fields, measure)
  const where = isDone ? t('set.done', { where: t(`where.${state}`) }) : t('set.notDone')
  const last = beside && words.short(beside, fields, measure)
  const canTake = !isDone && beside !== null && last !== words.short({ ...figures, rir2: beside.rir2 }, fields, measure)

  return (
    <div
      role="row"
      tabIndex={-1}
      aria-label={t('set.row', { name, figures: said, state: where })}
      data-set={set.id}
      className={cx(
        'relative grid scroll-my-3 grid-cols-(--cols-usual) @max-[24.5rem]:grid-cols-(--cols-narrow) items-center pr-1.5 pl-1 outline-none @max-[21rem]:grid-cols-[48px_minmax(0,1fr)_60px] @max-[21rem]:border-line @max-[21rem]:border-t @max-[21rem]:py-1.5',
        isNow ? 'min-h-15' : 'min-h-13',
        isNow &&
          'before:absolute before:inset-x-1.5 before:inset-y-0 before:rounded-2 before:bg-raised before:shadow-row',
      )}
    >
      <span role="cell" className="relative">
        <button
          type="button"
          aria-label={t('set.kindButton', { name })}
          onClick={() => actions.openSet(set.id)}
          className={cx(
            'num grid size-12 place-items-center rounded-1 font-semibold text-base active:bg-pressed',
            set.kind === 'normal' ? (isNow ? 'text-ink' : 'text-ink-2') : 'text-warn',
          )}
        >
          {mark}
        </button>
      </span>
      <span role="cell" className="num relative min-w-0 text-[0.875rem] text-ink-2 leading-tight tracking-tight">
        {canTake ? (
          <button
            type="button"
            aria-label={t('set.useLast', { text: last ?? '' })}
            onClick={() => actions.takeLast(set.id)}
            className="min-h-12 w-full rounded-1 pl-0.5 text-left active:bg-pressed"
          >
            {last}
          </button>
        ) : (
          <span className="block pl-0.5">{last ?? '–'}</span>
        )}
        {record && (
          <em
            className={cx(
              'block pl-0.5 font-semibold text-[0.75rem] text-good-num not-italic',
              !hadRecord.current && 'celebrate',
            )}
          >
            {record}
          </em>
        )}
      </span>
      <span
        role="presentation"
        className="contents @max-[21rem]:order-last @max-[21rem]:col-span-full @max-[21rem]:flex"
      >
        {fields.map((field) => {
          const isTyping = typing?.field === field
          const value = isTyping ? typing.text : words.figure(field, figures, measure)
          const unit = isTyping ? typing.unit : loadUnitOf(figures, habits)
          const heading = words.heading(field, { loadMode: figures.loadMode, enteredUnit: unit }, measure)
          return (
            <span role="cell" key={field} className="relative min-w-0 px-0.5 @max-[21rem]:flex-1">
              <button
                type="button"
                data-cell={`${set.id}:${field}`}
                aria-label={t('set.cell', { field: heading, name, value: value || t('set.empty') })}
                aria-expanded={isTyping}
                onClick={() => actions.openField(set.id, field)}
                className={cx(
                  'num grid h-12 w-full min-w-12 place-items-center overflow-hidden rounded-1 @max-[21rem]:h-auto @max-[21rem]:min-h-12',
                  field === 'effort' || (value?.length ?? 0) > 6 ? 'text-[1rem]' : 'text-xl',
                  isDone || isNow ? 'text-ink' : field === 'effort' ? 'text-ink-2' : 'text-plan',
                  field !== 'effort' && (isDone || isNow ? 'font-[600]' : 'font-[480]'),
                  (isNow || isTyping) && 'bg-bg',
                  isTyping ? 'edge-accent outline-none' : isNow && 'edge',
                  !isNow && !isTyping && 'active:bg-pressed',
                )}
              >
                <span className="whitespace-nowrap @max-[21rem]:whitespace-normal">
                  {value || (isTyping ? ' ' : emptySign(field, figures, t('set.bw')))}
                  {(field !== 'load' || unit === habits.loadUnit) && (
                    // Where the columns have no headings.
                    <small className="ml-1 hidden text-[0.75rem] text-ink-2 @max-[21rem]:inline">{heading}</small>
                  )}
                  <Unit field={field} loadUnit={unit} figures={figures} measure={measure} habits={habits} />
                </span>
              </button>
            </span>
          )
        })}
      </span>
      <span role="cell" className="relative grid place-items-center">
        {isDone ? (
          <button
            type="button"
            aria-label={t('set.open', { name, where: t(`where.${state}`) })}
            onClick={({ timeStamp }) => {
              if (timeStamp - checkedAt.current >= SECOND_TAP_MS) actions.openSet(set.id)
            }}
            className="grid h-12 w-13 place-items-center rounded-2 active:bg-pressed"
          >
            <Tick state={TICKS[state]} />
          </button>
        ) : actions.isPlan ? null : (
          <button
            type="button"
            aria-label={t('set.check', { name, figures: said })}
            onClick={({ timeStamp }) => {
              checkedAt.current = timeStamp
              actions.check(set.id)
            }}
            className={cx(
              'grid h-12 w-13 place-items-center rounded-2',
              isNow
                ? 'bg-accent text-accent-ink active:bg-accent-press'
                : 'text-transparent shadow-[inset_0_0_0_2px_var(--control)] active:bg-pressed',
            )}
          >
            <CheckMark />
          </button>
        )}
      </span>
    </div>
  )
})

function emptySign(field: FieldName, figures: SetFigures, bodyweight: string): string {
  return field === 'load' && figures.loadMode === 'bodyweight_plus' ? bodyweight : '–'
}

/** Said in the cell only where it is not the column's. */
function Unit(props: { field: FieldName; loadUnit: LoadUnit; figures: SetFigures; measure: Measure; habits: Habits }) {
  const { field, loadUnit, figures, measure, habits } = props
  const t = useTranslations('workout.unit')
  if (field === 'load' && loadUnit !== habits.loadUnit) {
    return <small className="ml-0.5 text-[0.75rem] text-ink-2">{t(loadUnit)}</small>
  }
  if (field === 'distance' && figures.distanceM !== null) {
    const unit = distanceUnitOf(figures, measure, habits)
    const column = distanceUnitOf({ distanceUnit: null }, measure, habits)
    if (unit !== column) return <small className="ml-0.5 text-[0.75rem] text-ink-2">{t(unit)}</small>
  }
  return null
}
