'use client'
/** One past workout: every set as it was typed, what it was worth, and the records it made. */
import { Trophy } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { formatTonnage } from '../../../../shared/units.ts'
import { cx } from '../../../../ui/cx.ts'
import { Figure } from '../../../../ui/section.tsx'
import { showDay } from '../../../../ui/show-day.ts'
import { countedOf, type Measure } from '../../../exercises/model.ts'
import type { LoggedSet, WholeWorkout } from '../../model.ts'
import { e1rmOfSet } from '../../rules/e1rm.ts'
import type { PersonalRecord } from '../../rules/records.ts'
import { setMarks } from '../../rules/set-kinds.ts'
import { summarise } from '../../rules/summary.ts'
import { columnUnit } from './column-unit.ts'
import type { ExerciseBook } from './exercise-book.ts'
import { RecordWhySheet } from './record-why-sheet.tsx'
import { fieldsOf, type Habits } from './set-fields.ts'
import { estimateText, useRecordText } from './use-record-text.ts'
import { useSetWords } from './use-set-words.ts'

type Props = {
  whole: WholeWorkout
  book: ExerciseBook
  habits: Habits
  /** Made in this workout; undefined while the years before are still being read. */
  records: readonly PersonalRecord[] | undefined
  exerciseHref: (id: string) => string
  /** Its figures stand above already: a run alone. */
  isTold?: boolean
}

export function WorkoutDetail({ whole, book, habits, records, exerciseHref, isTold }: Props) {
  const t = useTranslations('workoutDetail')
  const { workout, entries } = whole
  const summary = summarise(whole, book.get)
  const told = records?.filter(({ isBaseline }) => !isBaseline) ?? []
  return (
    <>
      {isTold || (
        <div className="flex flex-wrap gap-x-8 gap-y-3 py-3">
          {workout.activeMs !== null && workout.activeMs > 0 && (
            <Figure value={Math.round(workout.activeMs / 60_000)} unit={t('min')} label={t('time')} />
          )}
          <Figure value={summary.sets} label={t('sets')} />
          {summary.tonnageG > 0 && (
            <Figure value={formatTonnage(summary.tonnageG, habits.loadUnit, habits.locale)} label={t('volume')} />
          )}
        </div>
      )}
      {workout.notes && <p className="mt-1 whitespace-pre-line break-words text-ink-2">{workout.notes}</p>}
      {told.length > 0 && <DayRecords records={told} whole={whole} book={book} habits={habits} />}
      {entries.map(({ entry, sets }, i) => (
        <Entry
          key={entry.id}
          whole={whole}
          index={i}
          sets={sets}
          book={book}
          habits={habits}
          records={told}
          href={exerciseHref(entry.exerciseId)}
        />
      ))}
      {entries.length === 0 && <p className="py-6 text-ink-2">{t('noExercises')}</p>}
    </>
  )
}

function DayRecords({ records, whole, book, habits }: Omit<Props, 'exerciseHref'> & { records: PersonalRecord[] }) {
  const t = useTranslations('workoutDetail')
  const text = useRecordText(habits)
  const [asked, setAsked] = useState<PersonalRecord | null>(null)
  // A later record of a kind beat the earlier one of the same workout.
  const last = new Map(records.map((record) => [`${record.exerciseId} ${record.kind} ${record.at ?? ''}`, record]))
  return (
    <section aria-label={t('records')} className="mt-3 rounded-2 bg-good-soft p-4">
      <h2 className="flex items-center gap-2 font-bold text-good-num">
        <Trophy size={18} aria-hidden />
        {t('recordCount', { n: last.size })}
      </h2>
      <ul className="mt-1">
        {[...last.values()].map((record) => (
          <li key={`${record.setId} ${record.kind} ${record.at ?? ''}`}>
            <button
              type="button"
              aria-haspopup="dialog"
              onClick={() => setAsked(record)}
              className="-mx-2 flex min-h-12 w-[calc(100%+16px)] items-baseline gap-3 rounded-1 px-2 py-1.5 text-left active:bg-pressed"
            >
              <span className="min-w-0 flex-1">
                <span className="block break-words font-medium">{book.get(record.exerciseId).name}</span>
                <span className="num block text-ink-2 text-sm">
                  {text.name(record)}
                  {record.previous !== null &&
                    `, ${t('was', { value: text.value({ ...record, value: record.previous }) })}`}
                </span>
                {record.isDoubtful && <span className="block text-sm text-warn">{t('doubtful')}</span>}
              </span>
              <span className="num shrink-0 font-bold">{text.value(record)}</span>
            </button>
          </li>
        ))}
      </ul>
      {asked && (
        <RecordWhySheet
          record={asked}
          whole={whole}
          exercise={book.get(asked.exerciseId)}
          habits={habits}
          day={showDay(asked.localDay, 'full', habits.locale)}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  )
}

type EntryProps = {
  whole: WholeWorkout
  index: number
  sets: readonly LoggedSet[]
  book: ExerciseBook
  habits: Habits
  records: readonly PersonalRecord[]
  href: string
}

function Entry({ whole, index, sets, book, habits, records, href }: EntryProps) {
  const t = useTranslations('workoutDetail')
  const unit = columnUnit(sets, habits.loadUnit)
  const words = useSetWords(habits)
  const { workout, entries } = whole
  const entry = entries[index]?.entry
  if (!entry) return null
  const exercise = book.get(entry.exerciseId)
  const counted = countedOf(exercise.measure)
  const marks = setMarks(sets)
  const isSuperset =
    entry.superset !== null && entries.some((other, i) => i !== index && other.entry.superset === entry.superset)
  return (
    <section className={cx('mt-5', isSuperset && 'border-accent-soft border-l-[3px] pl-3')}>
      <h2 className="font-bold text-[1.0625rem] tracking-tight">
        <Link href={href} className="-ml-2 inline-flex min-h-12 min-w-12 items-center rounded-1 px-2 active:bg-pressed">
          <span className="break-words">{exercise.name}</span>
        </Link>
      </h2>
      {entry.notes && <p className="mb-2 whitespace-pre-line break-words text-ink-2 text-sm italic">{entry.notes}</p>}
      <table className="num w-full">
        <thead>
          <tr className="caps text-left text-ink-2!">
            <th scope="col" className="w-[2.75rem] pb-1 font-semibold">
              {t('column.set')}
            </th>
            <th scope="col" className="pb-1 font-semibold">
              {counted
                ? words.heading('reps', undefined, exercise.measure)
                : t('column.done', { unit: unit ?? t('column.load'), measure: columnOf(exercise.measure, sets) })}
            </th>
            {counted || exercise.measure === 'distance_duration' ? (
              <td />
            ) : (
              <th scope="col" className="pb-1 text-right font-semibold">
                {t('column.e1rm')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {sets.map((set, i) => {
            const fields = fieldsOf({ measure: exercise.measure, loadMode: set.loadMode }, habits.effort)
            const estimate = e1rmOfSet(set, workout.bodyweightG, exercise)
            const best = records.some(({ setId }) => setId === set.id)
            return (
              <tr key={set.id} className={cx('border-line border-t', set.doneAt === null && 'text-ink-2')}>
                <th
                  scope="row"
                  className={cx('h-10 text-left font-semibold', set.kind === 'normal' ? 'text-ink-2' : 'text-warn')}
                >
                  <span className="sr-only">{words.name(set, marks[i] ?? '')}</span>
                  <span aria-hidden>{marks[i]}</span>
                </th>
                <td className="py-1.5">
                  <span className={cx('text-lg', set.doneAt !== null && 'font-semibold')}>
                    {words.short({ ...set, rir2: null }, fields, exercise.measure, unit) || '–'}
                  </span>
                  {set.rir2 !== null && habits.effort !== 'off' && (
                    <span className="ml-2 text-ink-2">
                      {t(habits.effort)} {words.figure('effort', set, exercise.measure)}
                    </span>
                  )}
                  {set.doneAt === null && <span className="ml-2 text-sm">{t('notDone')}</span>}
                  {best && <Trophy size={15} aria-label={t('record')} className="ml-2 inline text-good" />}
                  {set.notes && <span className="block break-words text-ink-2 text-sm">{set.notes}</span>}
                </td>
                <td className="text-right text-ink-2">{estimate ? estimateText(estimate.g, habits) : ''}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

/** Reps alone where no set carried a load: pull-ups without a belt. */
function columnOf(measure: Measure, sets: readonly LoggedSet[]): Measure {
  return measure === 'load_reps' && sets.every(({ loadG }) => loadG === null) ? 'reps' : measure
}
