/** What a link to a routine or a workout holds, and what becomes of it in somebody else's log. */
import type { CustomExercise } from '../../exercises/model.ts'
import type { CardioSession } from '../model/cardio.ts'
import type { Routine, RoutineExercise, RoutineSet } from '../model/routines.ts'
import type { SharedDocument, SharedLink } from '../model/shares.ts'
import type { LoggedSet, WholeWorkout } from '../model.ts'
import { inOrder } from './place-in-order.ts'
import { routineExercisesOf } from './routines.ts'
import { setMarks } from './set-kinds.ts'

/** What of it is told. A bodyweight, a place or an effort is among none of them: there is no way to tell those. */
export type Shown = Record<'loads' | 'duration' | 'notes' | 'heart' | 'route', boolean>
export const USUALLY_SHOWN: Shown = { loads: true, duration: true, notes: false, heart: false, route: false }
export type Told = { shown: Shown; own: readonly CustomExercise[] }

type Recorded = Pick<CardioSession, 'avgHr' | 'maxHr' | 'outline'>

export function documentOfRoutine({ title, notes, exercises }: Routine, told: Told): SharedDocument {
  return documentOf({ title, notes, localDay: null, activeMs: null }, exercises, told)
}

/** What was done of it: sets that were only planned are nobody's business. */
export function documentOfWorkout(
  { workout, entries }: WholeWorkout,
  recorded: Recorded | undefined,
  told: Told,
): SharedDocument {
  const { title, notes, localDay, activeMs } = workout
  const done = entries.flatMap(({ entry, sets }) => {
    const kept = sets.filter(({ doneAt }) => doneAt !== null)
    return kept.length > 0 ? [{ entry, sets: kept }] : []
  })
  const { shown } = told
  const head = { title, notes, localDay, activeMs: shown.duration ? activeMs : null }
  const cardio = recorded && cardioOf(recorded, shown)
  return { ...documentOf(head, routineExercisesOf({ entries: done }), told), ...(cardio && { cardio }) }
}

/** Undefined where nothing of it is chosen, or there is nothing. The outline is metres from its start: it has no place. */
function cardioOf({ avgHr, maxHr, outline }: Recorded, { heart, route }: Shown): SharedDocument['cardio'] {
  const told = { avgHr: heart ? avgHr : null, maxHr: heart ? maxHr : null, outline: route ? outline : [] }
  return told.avgHr === null && told.maxHr === null && told.outline.length === 0 ? undefined : told
}

function documentOf(
  head: Pick<SharedDocument, 'title' | 'notes' | 'localDay' | 'activeMs'>,
  exercises: readonly RoutineExercise[],
  { shown, own }: Told,
): SharedDocument {
  const named = new Set(exercises.map(({ exerciseId }) => exerciseId))
  return {
    ...head,
    notes: shown.notes ? head.notes : '',
    // Names of places are made anew: an id of one's log is nobody else's.
    exercises: exercises.map((one, i) => ({
      ...one,
      slot: String(i + 1),
      notes: shown.notes ? one.notes : '',
      sets: shown.loads ? one.sets : one.sets.map(withoutLoad),
    })),
    own: own.filter(({ id }) => named.has(id)).map((exercise) => ({ ...exercise, notes: '' })),
  }
}

function withoutLoad({ loadG: _g, enteredLoad: _text, enteredUnit: _unit, ...set }: RoutineSet): RoutineSet {
  return set
}

/** A link as it comes in by a file: an archive puts nothing into anybody's feed. */
export function unposted(link: SharedLink): SharedLink {
  return link.kind === 'post' && link.revokedAt === null ? { ...link, revokedAt: link.createdAt } : link
}

/**
 * What was done, to be pasted anywhere: a line a set with its mark, the exercises' names above. Lists are Markdown's, and
 * read as well where nothing makes lists of them.
 */
export function textOfWorkout(
  { entries }: Pick<WholeWorkout, 'entries'>,
  title: string,
  nameOf: (exerciseId: string) => string,
  setText: (set: LoggedSet, exerciseId: string) => string,
): string {
  const blocks = entries.flatMap(({ entry, sets }) => {
    const done = inOrder(sets).filter(({ doneAt }) => doneAt !== null)
    const marks = setMarks(done)
    const lines = done.map((set, i) => `- ${marks[i]}: ${setText(set, entry.exerciseId)}`)
    return lines.length > 0 ? [[nameOf(entry.exerciseId), ...lines].join('\n')] : []
  })
  return [title, ...blocks].join('\n\n')
}

/**
 * The exercises of a document as the reader has them: those of the catalogue are everybody's; an own one is the reader's
 * of the same name and columns, or one to be made under an id from `newId`.
 */
export function adoptExercises(
  { exercises, own }: Pick<SharedDocument, 'exercises' | 'own'>,
  readers: readonly CustomExercise[],
  newId: () => string,
): { exercises: RoutineExercise[]; make: CustomExercise[] } {
  const make: CustomExercise[] = []
  const nameOf = ({ name }: CustomExercise) => name.trim().toLocaleLowerCase()
  const ids = new Map(
    own.map((exercise) => {
      const known = readers.find((one) => nameOf(one) === nameOf(exercise) && one.measure === exercise.measure)
      const made = known ?? { ...exercise, id: newId() }
      if (!known) make.push(made)
      return [exercise.id, made.id]
    }),
  )
  return {
    exercises: exercises.map((one) => ({ ...one, exerciseId: ids.get(one.exerciseId) ?? one.exerciseId })),
    make,
  }
}
