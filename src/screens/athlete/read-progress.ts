/** What the progress screen shows: of the kept figures of half a year at once, the records of its lifts after it. */
import type { ExerciseDay } from '../../modules/analytics/rules/day-figures.ts'
import { type GroupHundredths, groupSets } from '../../modules/analytics/rules/muscle-groups.ts'
import { muscleSets } from '../../modules/analytics/rules/muscle-series.ts'
import { recordsTimeline, type TimelineEntry } from '../../modules/analytics/rules/records-timeline.ts'
import type { Exercise, Muscle, Pattern } from '../../modules/exercises/model.ts'
import { profiles } from '../../modules/users/model.ts'
import { workoutExercises } from '../../modules/workouts/model.ts'
import { withHandBest } from '../../modules/workouts/rules/hand-best.ts'
import { BY_HAND, type PersonalRecord, recordsOf } from '../../modules/workouts/rules/records.ts'
import type { ExerciseBook } from '../../modules/workouts/ui/athlete/exercise-book.ts'
import { addMonths, monthKey, weekStartDay } from '../../shared/local-day.ts'
import type { Phone, Rows } from '../../sync/client/api.ts'
import { readExercises } from './reads.ts'
import type { Figures } from './use-figures.ts'

export const WEEKS = 26

/** How many workouts were finished in the week that begins on this day. */
export type WeekOfWorkouts = { from: number; workouts: number }
export type ProgressWeek = WeekOfWorkouts & {
  groups: GroupHundredths
  muscles: Record<Muscle, number>
  days: ExerciseDay[]
}
export type Lift = { exerciseId: string; days: ExerciseDay[] }
export type Progress = {
  /** Oldest first, every week, also those with nothing. */
  weeks: ProgressWeek[]
  /** The main lifts of the half year that have an estimate, the most frequent first. */
  lifts: Lift[]
  /** Exercises of the half year, the most frequent first: their records are told before all others'. */
  recentIds: string[]
}

/** The months that the half year lies in. */
export function progressMonths(today: number, weekStart: number): string[] {
  const first = weekStartDay(today, weekStart) - (WEEKS - 1) * 7
  const months: string[] = []
  for (let day = first; day <= addMonths(today, 1); day = addMonths(day, 1)) months.push(monthKey(day))
  return months
}

/** Of the half year, oldest first; also those with none. */
export function workoutWeeks(sessions: Figures['sessions'], today: number, weekStart: number): WeekOfWorkouts[] {
  const current = weekStartDay(today, weekStart)
  const weeks = Array.from({ length: WEEKS }, (_, i) => ({ from: current - (WEEKS - 1 - i) * 7, workouts: 0 }))
  // The newest stand last.
  for (let i = sessions.length - 1; i >= 0; i--) {
    const session = sessions[i]
    if (!session || session.localDay < (weeks[0]?.from ?? 0)) break
    const week = weeks[(weekStartDay(session.localDay, weekStart) - (weeks[0]?.from ?? 0)) / 7]
    if (session.isOver && week) week.workouts += 1
  }
  return weeks
}

export function progressOf(
  { sessions, days: all }: Pick<Figures, 'sessions' | 'days'>,
  today: number,
  weekStart: number,
  book: ExerciseBook,
): Progress {
  const current = weekStartDay(today, weekStart)
  const first = current - (WEEKS - 1) * 7
  const days = all.filter(({ localDay }) => localDay >= first && localDay <= current + 6)
  const byWeek = Map.groupBy(days, ({ localDay }) => weekStartDay(localDay, weekStart))
  const weeks = workoutWeeks(sessions, today, weekStart).map(({ from, workouts }) => {
    const own = byWeek.get(from) ?? []
    return {
      from,
      workouts,
      groups: groupSets([{ exercises: own }], book.get),
      muscles: muscleSets(own, book.get),
      days: own,
    }
  })
  const often = [...Map.groupBy(days, ({ exerciseId }) => exerciseId)].sort(([, a], [, b]) => b.length - a.length)
  const lifts = often
    .map(([exerciseId, own]) => ({ exerciseId, days: own.filter(({ e1rmG }) => e1rmG !== null) }))
    .filter(({ days: own }) => own.length >= 2)
    .sort((a, b) => rank(book.get(b.exerciseId)) - rank(book.get(a.exerciseId)))
    .slice(0, MOST_LIFTS)
  return { weeks, lifts, recentIds: often.map(([exerciseId]) => exerciseId) }
}

const MOST_LIFTS = 5
const COMPOUND = new Set<Pattern>([
  'squat',
  'hinge',
  'lunge',
  'horizontal_push',
  'vertical_push',
  'horizontal_pull',
  'vertical_pull',
  'olympic',
])

/** Barbell lifts over many joints are what people mean by their main lifts; lateral raises are not, however often. */
function rank({ pattern, equipment }: Pick<Exercise, 'pattern' | 'equipment'>): number {
  return (COMPOUND.has(pattern) ? 2 : 0) + (equipment === 'barbell' ? 1 : 0)
}

/** Records of more exercises than this would be a list that nobody reads, over years that a phone reads slowly. */
const MOST_TOLD = 15
const TOLD_KINDS = new Set<PersonalRecord['kind']>([
  'max_load',
  'e1rm',
  'max_reps',
  'most_counted',
  'longest_duration',
  'longest_distance',
  'best_time',
  'least_assistance',
])

/** `of`: the number of lifts that it tells of, where there are more; null where it tells of all. */
export type Timeline = { entries: TimelineEntry[]; of: number | null }

/**
 * Newest first: of the recent lifts, and where those are few, of the most trained ones of all years too. The years are
 * read once for all of them; between exercises the screen may breathe.
 */
export async function readTimeline(
  phone: Phone,
  recentIds: readonly string[],
  book: ExerciseBook,
  signal: AbortSignal,
  /** Of those lifts and no others, however many there are. */
  alone = false,
): Promise<Timeline> {
  const { ids, isCut, wholes, bests } = await phone.readLoosely(async (rows) => {
    const told = alone ? { ids: [...recentIds], isCut: false } : await toldOf(rows, recentIds)
    const profile = await rows.get(profiles, phone.space)
    return { ...told, wholes: await readExercises(rows, told.ids), bests: profile?.bests }
  }, signal)
  const records: PersonalRecord[] = []
  for (const id of ids) {
    await new Promise((resolve) => setTimeout(resolve))
    signal.throwIfAborted()
    const history = wholes.filter(({ entries }) => entries.some(({ entry }) => entry.exerciseId === id))
    records.push(
      ...recordsOf(withHandBest(history, book.get(id), bests), id, book.get(id)).filter(
        ({ kind, isDoubtful, workoutId }) => TOLD_KINDS.has(kind) && !isDoubtful && workoutId !== BY_HAND,
      ),
    )
  }
  return { entries: recordsTimeline(records), of: isCut ? ids.length : null }
}

async function toldOf(rows: Rows, recentIds: readonly string[]): Promise<{ ids: string[]; isCut: boolean }> {
  const ids = recentIds.slice(0, MOST_TOLD)
  if (recentIds.length > MOST_TOLD) return { ids, isCut: true }
  const times = new Map<string, number>()
  // All there are, but a few months at a time.
  for (const { exerciseId } of await rows.between(workoutExercises, 'exerciseId', '', '\uffff')) {
    times.set(exerciseId, (times.get(exerciseId) ?? 0) + 1)
  }
  for (const id of ids) times.delete(id)
  const others = [...times].sort(([, a], [, b]) => b - a).map(([id]) => id)
  const most = MOST_TOLD - ids.length
  return { ids: [...ids, ...others.slice(0, most)], isCut: others.length > most }
}
