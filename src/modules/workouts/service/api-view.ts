/** What the REST API shows of rows, and what it takes of a workout. */
import { appError } from '../../../shared/errors.ts'
import { dayOf, isoDate, isZone } from '../../../shared/local-day.ts'
import { dayFromIso } from '../../../shared/local-instant.ts'
import type { LoadMode } from '../../exercises/model.ts'
import type { ApiMeasurement, ApiRoutine, ApiWorkout, NewApiSet, NewApiWorkout } from '../model/api.ts'
import type { Measurement } from '../model/body.ts'
import type { Routine } from '../model/routines.ts'
import type { LoggedSet, SetFigures, WholeWorkout, Workout } from '../model.ts'
import { activeMs } from '../rules/duration.ts'

const iso = (ms: number) => new Date(ms).toISOString()
const isoOrNull = (ms: number | null) => (ms === null ? null : iso(ms))

export function toApiWorkout({ workout, entries }: WholeWorkout): ApiWorkout {
  const { id, title, state, zone, notes, bodyweightG, source } = workout
  return {
    ...{ id, title, state, startedAt: iso(workout.startedAt), endedAt: isoOrNull(workout.endedAt), zone },
    ...{ localDay: isoDate(workout.localDay), activeMs: workout.activeMs, notes, bodyweightG },
    ...{ sessionRpe: workout.sessionRpe ?? null, source, routineId: workout.routineId ?? null },
    exercises: entries.map(({ entry, sets }) => ({
      ...{ id: entry.id, exerciseId: entry.exerciseId, notes: entry.notes },
      ...{ superset: entry.superset, restS: entry.restS, sets: sets.map(toApiSet) },
    })),
  }
}

function toApiSet(set: LoggedSet): ApiWorkout['exercises'][number]['sets'][number] {
  const { id, kind, loadMode, loadG, reps, durationMs, distanceM, notes } = set
  const rir = set.rir2 === null ? null : set.rir2 / 2
  return {
    ...{ id, kind, loadMode, loadG, reps, repsRight: set.repsRight ?? null, rir, durationMs, distanceM },
    ...{ doneAt: isoOrNull(set.doneAt), notes },
  }
}

export function toApiRoutine({ id, title, folderId, notes, exercises }: Routine): ApiRoutine {
  return {
    ...{ id, title, folderId, notes },
    exercises: exercises.map((one) => {
      return {
        ...{ exerciseId: one.exerciseId, notes: one.notes, superset: one.superset, restS: one.restS, sets: one.sets },
      }
    }),
  }
}

export function toApiMeasurement({ id, kind, value, at, localDay }: Measurement): ApiMeasurement {
  return { id, kind, value, at: iso(at), localDay: isoDate(localDay) }
}

/** What the app would have stored of it, ids and places aside. */
export type TakenWorkout = {
  workout: Pick<Workout, 'title' | 'startedAt' | 'zone' | 'localDay' | 'notes'> & {
    endedAt: number
    activeMs: number
    sessionRpe: number | null
  }
  exercises: {
    exerciseId: string
    notes: string
    superset: number | null
    restS: number | null
    sets: (SetFigures & { doneAt: number; notes: string })[]
  }[]
}

const DAY_MS = 86_400_000
const MOST_SETS = 300
/** Nobody logged before: an earlier year is a slip. */
const EARLIEST = Date.UTC(1900, 0, 1)
/** Clocks of two machines differ. */
const AHEAD_MS = 5 * 60_000

/** Its form was checked; that there is such a day was not. */
function instantOf(text: string): number {
  if (dayFromIso(text.slice(0, 10)) !== null) return Date.parse(text)
  throw appError('bad_input', `There is no such day as ${text.slice(0, 10)}: look at ${text}.`)
}

/** Throws a sentence for what can't have been. `loadModeOf` knows the athlete's exercises. */
export function takeWorkout(
  given: NewApiWorkout,
  loadModeOf: (exerciseId: string) => LoadMode | undefined,
  now: number,
): TakenWorkout {
  const { title = '', zone = 'UTC', notes = '', sessionRpe = null } = given
  if (!isZone(zone)) throw appError('bad_input', `“${zone}” is no time zone: name one such as Europe/Ljubljana.`)
  const [startedAt, endedAt] = [instantOf(given.startedAt), instantOf(given.endedAt)]
  if (startedAt < EARLIEST) throw appError('bad_input', 'It starts before 1900: look at the year of startedAt.')
  if (Math.max(startedAt, endedAt) > now + AHEAD_MS) {
    throw appError('bad_input', 'It starts or ends after now: send a workout once it is finished.')
  }
  if (endedAt < startedAt) throw appError('bad_input', 'It ends before it starts: look at endedAt.')
  if (endedAt - startedAt > 7 * DAY_MS) throw appError('bad_input', 'It is longer than seven days: look at endedAt.')
  const count = given.exercises.reduce((sum, { sets }) => sum + sets.length, 0)
  if (count > MOST_SETS)
    throw appError('bad_input', `It has ${count} sets and may have ${MOST_SETS}: send two workouts.`)

  const exercises = given.exercises.map((one, at) => {
    const loadMode = loadModeOf(one.exerciseId)
    if (!loadMode) {
      throw appError(
        'bad_input',
        `Exercise ${at + 1} is none that there is: “${one.exerciseId}”. Take one of /exercises.`,
      )
    }
    const where = (set: number) => `Set ${set + 1} of exercise ${at + 1}`
    return {
      ...{
        exerciseId: one.exerciseId,
        notes: one.notes ?? '',
        superset: one.superset ?? null,
        restS: one.restS ?? null,
      },
      sets: one.sets.map((set, index) => takeSet(set, loadMode, { startedAt, endedAt, where: where(index) })),
    }
  })
  const said = given.exercises.flatMap(({ sets }) => sets.flatMap(({ doneAt }) => (doneAt ? [instantOf(doneAt)] : [])))
  // Where nobody said when sets were done, a long time between them is no pause.
  const trained = said.length > 0 ? activeMs(startedAt, endedAt, said) : endedAt - startedAt
  return {
    workout: {
      ...{ title, startedAt, endedAt, zone, localDay: dayOf(startedAt, zone), notes, sessionRpe, activeMs: trained },
    },
    exercises,
  }
}

function takeSet(
  set: NewApiSet,
  loadMode: LoadMode,
  { startedAt, endedAt, where }: { startedAt: number; endedAt: number; where: string },
): SetFigures & { doneAt: number; notes: string } {
  const { reps = null, durationMs = null, distanceM = null, loadG = null, rir = null } = set
  if (reps === null && durationMs === null && distanceM === null) {
    throw appError('bad_input', `${where} says nothing: give it reps, durationMs or distanceM.`)
  }
  const doneAt = set.doneAt ? instantOf(set.doneAt) : endedAt
  if (doneAt < startedAt || doneAt > endedAt) {
    throw appError('bad_input', `${where} was done before the start or after the end: look at its doneAt.`)
  }
  return {
    ...{ kind: set.kind ?? 'normal', loadMode, loadG, enteredLoad: null, enteredUnit: null, reps },
    ...(set.repsRight !== undefined && { repsRight: set.repsRight }),
    ...{ rir2: rir === null ? null : Math.round(rir * 2), durationMs, distanceM },
    ...{ enteredDistance: null, distanceUnit: null, doneAt, notes: set.notes ?? '' },
  }
}
