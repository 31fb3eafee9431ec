/**
 * Personal records as a pure function of what was done, in the order it was done: unchecking a set, editing an old
 * workout or deleting one revokes and restores records by itself. Only caches of the answer are stored.
 */
import type { LoadMode } from '../../exercises/model.ts'
import type { LoggedSet, WholeWorkout, Workout } from '../model.ts'
import { e1rmOfSet, mayBeE1rmRecord } from './e1rm.ts'
import type { ExerciseFacts } from './load.ts'
import { inOrder } from './place-in-order.ts'
import { type BestMark, type FrontMark, marksOf, most, type RecordKind } from './record-marks.ts'
import { isFull } from './set-kinds.ts'
import { isWorkSet, setTonnageG } from './volume.ts'

/** Raised when what is a record changes: records are derived anew, and none of them is announced. */
export const RECORDS_FORMULA_VERSION = 1

/** The id of the workout, and of the set, that a best entered by hand is (see hand-best.ts). */
export const BY_HAND = 'by-hand'

export type PersonalRecord = {
  exerciseId: string
  loadMode: LoadMode
  kind: RecordKind
  /** The load, assistance or distance at which it stands, where the kind needs one. */
  at: number | null
  /** Grams, reps, ms, metres or gram-reps, as the kind says. */
  value: number
  /** What it beat; null for a baseline. */
  previous: number | null
  /** The first workout with the exercise: where one starts is no record, but all later ones are measured by it. */
  isBaseline: boolean
  /** A jump so big that a slip of the thumb is likelier: ask before celebrating. Not once the figures were confirmed. */
  isDoubtful: boolean
  setId: string
  workoutId: string
  localDay: number
  doneAt: number
}

/**
 * All records of one exercise, oldest first. Every load mode has its own; warm-ups, failed attempts, partial and forced
 * reps make none, nor a hold where reps are counted; equal is not better.
 */
export function recordsOf(
  history: readonly WholeWorkout[],
  exerciseId: string,
  facts: ExerciseFacts,
): PersonalRecord[] {
  return recordsUpTo(new Map(), history, exerciseId, facts)
}

/** What stands after some workouts, in each load mode: all that a later one is measured by. */
export type Standing = ReadonlyMap<LoadMode, Board>

/** `earlier`: what stood before all of `history`, so that years can be gone through in pieces. */
export function standingAfter(
  history: readonly WholeWorkout[],
  exerciseId: string,
  facts: ExerciseFacts,
  earlier: Standing = new Map(),
): Standing {
  const boards = forLater(earlier)
  seeAll(boards, history, exerciseId, facts, () => {})
  return boards
}

/** The records of one workout, which is later than all that made `standing`: years are not gone through for each set. */
export function recordsAfter(
  standing: Standing,
  later: WholeWorkout,
  exerciseId: string,
  facts: ExerciseFacts,
): PersonalRecord[] {
  const boards = forLater(standing)
  return recordsUpTo(boards, [later], exerciseId, facts)
}

function forLater(standing: Standing): Map<LoadMode, Board> {
  return new Map([...standing].map(([mode, board]) => [mode, board.forLater()]))
}

/** Shows the boards each set in turn, oldest first. */
function seeAll(
  boards: Map<LoadMode, Board>,
  history: readonly WholeWorkout[],
  exerciseId: string,
  facts: ExerciseFacts,
  onFound: (found: Found, event: SetEvent) => void,
): void {
  for (const event of eventsOf(history, exerciseId)) {
    const { set, workout } = event
    const board = boards.get(set.loadMode) ?? new Board(workout.id)
    boards.set(set.loadMode, board)
    for (const found of board.see(set, workout, facts)) onFound(found, event)
  }
}

function recordsUpTo(
  boards: Map<LoadMode, Board>,
  history: readonly WholeWorkout[],
  exerciseId: string,
  facts: ExerciseFacts,
): PersonalRecord[] {
  const records: PersonalRecord[] = []
  seeAll(boards, history, exerciseId, facts, (found, { set, workout }) => {
    const { id: setId, loadMode, doneAt } = set
    const { id: workoutId, localDay, startedAt } = workout
    records.push({ exerciseId, loadMode, ...found, setId, workoutId, localDay, doneAt: doneAt ?? startedAt })
  })
  // A workout's tonnage is known when it is over; the record stands at the set that passed the best.
  return records.map((record) =>
    record.kind === 'session_tonnage'
      ? { ...record, value: boards.get(record.loadMode)?.sessions.get(record.workoutId) ?? record.value }
      : record,
  )
}

/** The order in which workouts make records. */
export function isBefore(a: Pick<Workout, 'id' | 'startedAt'>, b: Pick<Workout, 'id' | 'startedAt'>): boolean {
  return a.startedAt < b.startedAt || (a.startedAt === b.startedAt && a.id < b.id)
}

type SetEvent = { set: LoggedSet; workout: Workout }

function eventsOf(history: readonly WholeWorkout[], exerciseId: string): SetEvent[] {
  const sorted = [...history].sort((a, b) => (isBefore(a.workout, b.workout) ? -1 : 1))
  return sorted.flatMap(({ workout, entries }) =>
    entries
      .filter(({ entry }) => entry.exerciseId === exerciseId)
      .flatMap((entry) => inOrder(entry.sets))
      .filter(isWorkSet)
      // The time of checking tells the order; a stable sort keeps the list's order where times are equal.
      .sort((a, b) => (a.doneAt ?? 0) - (b.doneAt ?? 0))
      .map((set) => ({ set, workout })),
  )
}

/** What a confirmation says: these figures, and no others. */
export function confirmationOf({ loadG, reps }: Pick<LoggedSet, 'loadG' | 'reps'>): string {
  return `${loadG ?? ''} × ${reps ?? ''}`
}

type Found = Pick<PersonalRecord, 'kind' | 'at' | 'value' | 'previous' | 'isBaseline' | 'isDoubtful'>

/** What stands for one exercise in one load mode. */
class Board {
  /** Tonnage by workout. */
  readonly sessions = new Map<string, number>()
  private readonly best = new Map<string, number>()
  /** Reps by load, or the like: only points that no other beats on both. */
  private front: { at: number; value: number }[] = []
  private easiest: number | null = null
  private bestSessionG = 0
  private lastSessionG = 0

  private readonly baselineWorkoutId: string

  constructor(baselineWorkoutId: string) {
    this.baselineWorkoutId = baselineWorkoutId
  }

  /** The same without the workouts that made it. */
  forLater(): Board {
    const board = new Board(this.baselineWorkoutId)
    for (const [key, value] of this.best) board.best.set(key, value)
    board.front = this.front
    board.easiest = this.easiest
    board.bestSessionG = Math.max(this.bestSessionG, this.lastSessionG)
    return board
  }

  see(set: LoggedSet, workout: Workout, facts: ExerciseFacts): Found[] {
    const isTimed = facts.measure === 'duration' || facts.measure === 'load_duration'
    if (!isFull(set.kind) && !(set.kind === 'hold' && isTimed)) return []
    const isFirstWorkout = workout.id === this.baselineWorkoutId
    const found = marksOf(set, facts).map((mark) => (mark.shape === 'front' ? this.reach(mark) : this.beat(mark)))

    const estimate = e1rmOfSet(set, workout.bodyweightG, facts)
    if (estimate && mayBeE1rmRecord(set)) found.push(this.beat(most('e1rm', estimate.g)))

    const g = facts.measure === 'load_reps' ? setTonnageG(set, facts, workout.bodyweightG) : 0
    if (g > 0 && set.loadMode !== 'assisted' && set.id !== BY_HAND) {
      found.push(this.beat(most('set_tonnage', g)), this.beatSession(workout.id, g))
    }
    const isConfirmed = set.confirmed === confirmationOf(set)
    return found
      .filter((one) => one !== null)
      .map((one) => (isConfirmed ? { ...one, isDoubtful: false } : one))
      .map((one) => (isFirstWorkout ? { ...one, previous: null, isBaseline: true, isDoubtful: false } : one))
  }

  /** A first in its kind is a baseline, in whichever workout it comes: a first 5 km beats nobody. */
  private beat({ kind, at, value, better }: BestMark): Found | null {
    const key = `${kind} ${at ?? ''}`
    const previous = this.best.get(key)
    if (previous !== undefined && (better === 'more' ? value <= previous : value >= previous)) return null
    this.best.set(key, value)
    if (previous === undefined) return { kind, at, value, previous: null, isBaseline: true, isDoubtful: false }
    const isDoubtful =
      (kind === 'max_load' && value > 2 * previous) || (kind === 'e1rm' && value * 100 > previous * 115)
    return { kind, at, value, previous, isBaseline: false, isDoubtful }
  }

  /**
   * More than any set that was as hard or harder. With none as hard, the load itself is the record; lighter than ever
   * before, more reps are only to be expected: both are where this load begins.
   */
  private reach({ kind, at, value, easier }: FrontMark): Found | null {
    const isAsHard = (one: number, other: number) => (easier === 'less' ? one >= other : one <= other)
    const previous = Math.max(0, ...this.front.filter((point) => isAsHard(point.at, at)).map((point) => point.value))
    const isNewlyEasy = this.easiest === null || !isAsHard(at, this.easiest)
    if (isNewlyEasy) this.easiest = at
    if (value <= previous) return null
    this.front = [...this.front.filter((point) => !(point.value <= value && isAsHard(at, point.at))), { at, value }]
    if (previous === 0 || isNewlyEasy) return null
    return { kind, at, value, previous, isBaseline: false, isDoubtful: false }
  }

  /** Told once a workout, at the set that passed the best of the others. */
  private beatSession(workoutId: string, g: number): Found | null {
    const before = this.sessions.get(workoutId)
    if (before === undefined) this.bestSessionG = Math.max(this.bestSessionG, this.lastSessionG)
    const value = (before ?? 0) + g
    this.sessions.set(workoutId, value)
    this.lastSessionG = value
    const previous = this.bestSessionG
    if (previous === 0 || value <= previous || (before ?? 0) > previous) return null
    return { kind: 'session_tonnage', at: null, value, previous, isBaseline: false, isDoubtful: false }
  }
}

/**
 * Whether to cheer. Truth holds imports and workouts logged for an earlier day; cheers are for what was done just now:
 * logged here, in the newest workout with the exercise, beyond a baseline.
 */
export function celebrates(
  record: PersonalRecord,
  workout: Pick<Workout, 'source' | 'startedAt'>,
  newestOtherStartedAt: number | null,
): boolean {
  if (record.isBaseline || workout.source !== 'app') return false
  return newestOtherStartedAt === null || workout.startedAt >= newestOtherStartedAt
}
