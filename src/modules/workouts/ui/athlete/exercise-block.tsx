// biome-ignore-all lint/a11y/useSemanticElements: rows are grids that break into two lines at large text; a table can't
'use client'
import { Ellipsis, Plus } from 'lucide-react'
import { type ComponentType, type CSSProperties, Fragment, lazy, memo, type ReactNode, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { cx } from '../../../../ui/cx.ts'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { showDraft } from '../../../../ui/pad-input.ts'
import type { Place } from '../../../gyms/model/places.ts'
import type { LoggedSet, SetFigures } from '../../model.ts'
import { isNumbered } from '../../rules/set-kinds.ts'
import { clockText } from './clock-text.ts'
import type { ExerciseParts } from './exercise-picker.tsx'
import { usePlateParts } from './late-plates.ts'
import { LateLine } from './late-sheets.tsx'
import { formatOfPad, type PadState } from './pad-state.ts'
import { type FieldName, fieldsOf, type Habits, loadUnitOf, shownFigures } from './set-fields.ts'
import { type RowActions, SetRow } from './set-row.tsx'
import type { Block } from './use-open-workout.ts'
import { useRecordWords } from './use-record-words.ts'
import type { SetWords } from './use-set-words.ts'

// Hardly ever seen, or not before a set is to be timed: they are no part of what must load before one can be logged.
const loadLines = () => import('./late-lines.ts')
/** Not on this phone yet and no signal: the set is logged without the line, never instead of it. */
const line = <P extends object>(pick: (lines: Awaited<ReturnType<typeof loadLines>>) => ComponentType<P>) =>
  lazy(async (): Promise<{ default: ComponentType<P> }> => {
    const loaded = await loadLines().catch(() => loadLines().catch(() => null))
    return { default: loaded ? pick(loaded) : () => null }
  })
const DoubtLine = line((lines) => lines.DoubtLine)
const SetClocks = line((lines) => lines.SetClocks)

export type BlockActions = RowActions & {
  addSet: (entryId: string) => void
  openMenu: (entryId: string) => void
  openNote: (entryId: string) => void
  openSwap: (entryId: string) => void
  /** These figures are no slip of the thumb. */
  confirmSet: (set: LoggedSet) => void
}

type Props = {
  block: Block
  label: string | null
  /** In a superset: does the round end with this exercise? */
  round: 'end' | 'open' | null
  /** The set to do, when it is in this exercise. */
  nowId: string | null
  pad: PadState | null
  /** Where it is done. */
  place: Place | null
  /** Around what comes late. */
  Words: ExerciseParts['lines']
  /** The columns are those of the exercise above: their names are only said, not shown. */
  sameColumns: boolean
  words: SetWords
  habits: Habits
  actions: BlockActions
}

/** Of each column: on a usual phone, and on a narrow one or with larger text. */
const WIDTHS: Record<FieldName, readonly [string, string]> = {
  load: ['86px', '4.75rem'],
  reps: ['60px', '52px'],
  left: ['50px', '48px'],
  right: ['50px', '48px'],
  effort: ['52px', '52px'],
  duration: ['92px', '4.75rem'],
  distance: ['86px', '4.75rem'],
}

function columnsOf(fields: readonly FieldName[]): CSSProperties {
  const [usual, narrow] = ([0, 1] as const).map((i) => fields.map((field) => WIDTHS[field][i]).join(' '))
  return {
    '--cols-usual': `48px minmax(0, 1fr) ${usual} 60px`,
    '--cols-narrow': `48px minmax(0, 1fr) ${narrow} 54px`,
  } as CSSProperties
}

export const ExerciseBlock = memo(function ExerciseBlock(props: Props) {
  const { block, label, round, nowId, pad, place, Words, sameColumns, words, habits, actions } = props
  const { entry, exercise, sets } = block
  const t = useTranslations('workout')
  const recordWords = useRecordWords(habits)
  const mode = sets[0]?.loadMode ?? exercise.loadMode
  const fields = fieldsOf({ measure: exercise.measure, loadMode: mode }, habits.effort, block.sides)
  const head = words.heading
  const sideRestS = exercise.laterality === 'unilateral' ? (habits.sideRests[exercise.id] ?? 0) : 0
  const isTimed = fields.includes('duration') || entry.everyS != null
  return (
    <section aria-label={exercise.name} className="relative">
      {label && (
        <span
          aria-hidden
          className={cx(
            'absolute bottom-0 left-[7px] w-[3px] bg-accent-soft',
            label.endsWith('1') ? 'top-6 rounded-t-full' : 'top-0',
          )}
        />
      )}
      <header className="flex items-start gap-2.5 pt-3 pr-1 pb-0.5 pl-[18px]">
        {label && <span className="num pt-1.5 font-bold text-[0.75rem] text-accent-num">{label}</span>}
        <div className="min-w-0 flex-1">
          <h2 className="break-words font-bold text-[1.1875rem] leading-snug tracking-[-0.015em]">{exercise.name}</h2>
          <p className="num mt-px text-ink-2 text-sm">
            <Summary block={block} place={place} isNow={nowId !== null} round={round} habits={habits} />
          </p>
          {[entry.notes, place?.exerciseNotes?.[exercise.id]].map(
            (note, i) =>
              note && (
                // biome-ignore lint/suspicious/noArrayIndexKey: today's, and this place's
                <p key={i} className="mt-0.5 whitespace-pre-line break-words text-ink-2 text-sm italic">
                  {note}
                </p>
              ),
          )}
        </div>
        <IconButton label={t('exercise.menu', { name: exercise.name })} onClick={() => actions.openMenu(entry.id)}>
          <Ellipsis size={22} aria-hidden />
        </IconButton>
      </header>
      <div role="table" aria-label={t('exercise.sets', { name: exercise.name })} style={columnsOf(fields)}>
        <div
          role="row"
          tabIndex={-1}
          className={cx(
            'caps grid grid-cols-(--cols-usual) @max-[24.5rem]:grid-cols-(--cols-narrow) pt-1 pr-1.5 pb-0.5 pl-1 text-center',
            (sameColumns || sets.length === 0) && 'sr-only',
            '@max-[21rem]:sr-only',
          )}
        >
          <span role="columnheader" tabIndex={-1}>
            {t('column.set')}
          </span>
          <span role="columnheader" tabIndex={-1} className="truncate pl-0.5 text-left">
            {t('column.last')}
          </span>
          {fields.map((field) => (
            <span role="columnheader" tabIndex={-1} key={field}>
              {head(field, { loadMode: mode }, exercise.measure)}
            </span>
          ))}
          <span role="columnheader" tabIndex={-1}>
            <span className="sr-only">{t('column.done')}</span>
          </span>
        </div>
        {sets.map((set, i) => {
          const beside = block.beside[i] ?? null
          const record = block.records.get(set.id)
          const own =
            set.loadMode === mode
              ? fields
              : fieldsOf({ measure: exercise.measure, loadMode: set.loadMode }, habits.effort, block.sides)
          const short = (of: SetFigures) => words.short({ ...of, rir2: null }, own, exercise.measure)
          return (
            <Fragment key={set.id}>
              <SetRow
                set={set}
                figures={shownFigures(block, i) ?? set}
                beside={beside}
                mark={block.marks[i] ?? ''}
                record={record ? recordWords(record) : null}
                measure={exercise.measure}
                fields={own}
                isNow={set.id === nowId}
                typing={
                  pad?.setId === set.id
                    ? {
                        field: pad.field,
                        text: showDraft(pad.draft.text, formatOfPad(pad), habits.decimalSign),
                        unit: pad.unit.load,
                      }
                    : null
                }
                words={words}
                habits={habits}
                actions={actions}
              />
              {set.id === nowId && (isTimed || sideRestS > 0) && (
                <LateLine Words={Words}>
                  <SetClocks
                    block={block}
                    setId={set.id}
                    figures={shownFigures(block, i) ?? set}
                    name={words.name(set, block.marks[i] ?? '')}
                    isTimed={isTimed}
                    sideRestS={sideRestS}
                    check={actions.check}
                  />
                </LateLine>
              )}
              {block.doubts.has(set.id) && (
                <LateLine Words={Words}>
                  <DoubtLine
                    now={short(set)}
                    last={beside && short(beside)}
                    name={words.name(set, block.marks[i] ?? '')}
                    onCorrect={() => actions.openField(set.id, own[0] ?? 'reps')}
                    onKeep={() => actions.confirmSet(set)}
                  />
                </LateLine>
              )}
            </Fragment>
          )
        })}
      </div>
      <div className="flex flex-wrap gap-2 pt-1.5 pr-4 pb-2.5 pl-[18px]">
        <Act label={t('exercise.addSetLabel', { name: exercise.name })} onClick={() => actions.addSet(entry.id)}>
          <Plus size={17} aria-hidden />
          {t('exercise.addSet')}
        </Act>
        {nowId !== null && (
          <>
            <Act label={t('exercise.swapLabel', { name: exercise.name })} onClick={() => actions.openSwap(entry.id)}>
              {t('exercise.swap')}
            </Act>
            <Act label={t('exercise.noteLabel', { name: exercise.name })} onClick={() => actions.openNote(entry.id)}>
              {t('exercise.note')}
            </Act>
          </>
        )}
      </div>
    </section>
  )
})

function Act({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className="edge inline-flex min-h-12 items-center gap-1 rounded-[12px] px-4 font-medium text-[0.875rem] active:bg-pressed"
    >
      {children}
    </button>
  )
}

/** "4 × 6 · rest 3:00", and for the exercise at hand what to put on the bar. */
function Summary({
  block,
  place,
  isNow,
  round,
  habits,
}: {
  block: Block
  place: Place | null
  isNow: boolean
  round: Props['round']
  habits: Habits
}) {
  const t = useTranslations('workout')
  const { entry, exercise, sets } = block
  const bar = useBar(block, place, isNow, habits)
  const work = sets.filter(({ kind }) => isNumbered(kind))
  const reps = work.flatMap(({ reps: count }) => count ?? [])
  const parts: string[] = []
  if (work.length > 1 && reps.length === work.length) {
    const [least, most] = [Math.min(...reps), Math.max(...reps)]
    parts.push(t('exercise.plan', { sets: work.length, reps: least === most ? String(least) : `${least}–${most}` }))
  }
  const restS = entry.restS ?? exercise.restS
  if (bar) parts.push(bar.plates === '' ? t('exercise.barOnly', { bar: bar.bar }) : t('exercise.bar', bar))
  else if (restS === 0) parts.push(t('exercise.noRest'))
  // Within a round nobody rests: what is said is the rest that ends it.
  else if (round !== 'open')
    parts.push(t(`exercise.${round === 'end' ? 'restRound' : 'rest'}`, { time: clockText(restS * 1000) }))
  return parts.join(' · ')
}

/** What to put on the bar for the set to do: found anew for another load, not at each key. */
function useBar(block: Block, place: Place | null, isNow: boolean, habits: Habits) {
  const parts = usePlateParts()
  const { exercise, sets } = block
  const index = isNow ? sets.findIndex(({ doneAt }) => doneAt === null) : -1
  const figures = index === -1 ? null : shownFigures(block, index)
  const { loadG = null, loadMode = exercise.loadMode } = figures ?? {}
  const unit = figures ? loadUnitOf(figures, habits) : habits.loadUnit
  const { locale } = habits
  return useMemo(
    () => (loadG === null ? null : parts?.barLine(place, exercise, { loadG, loadMode }, unit, locale)),
    [parts, place, exercise, loadG, loadMode, unit, locale],
  )
}
