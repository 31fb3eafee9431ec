/** Lines to workouts: which belong to one workout, which are one exercise of it, which are no sets at all. */
import type { Column } from './columns.ts'
import type { CsvRow } from './csv.ts'
import { readDate, type WallClock } from './dates.ts'
import { readDuration } from './durations.ts'
import { type Complaint, type RowFigures, readFigures } from './figures.ts'
import { cellOf, isPseudoName, type Place, pseudoRow, type RowContext, readPlace, unescapeNote } from './place.ts'
import { badRow, type Problem, warning } from './problems.ts'
import { comparable, LONGEST_REST_MS } from './set-times.ts'

export type SetDraft = RowFigures & {
  line: number
  /** Its place among the lines of its exercise, unreadable ones counted: the id hangs on it. */
  index: number
  /** When it was done, where the file says so. */
  at: WallClock | null
}

export type BlockDraft = {
  exercise: string
  superset: string
  notes: string
  restS: number | null
  sets: SetDraft[]
  lines: number
  lastOrder: number | null
}

export type WorkoutDraft = { place: Place; line: number; blocks: BlockDraft[]; nth: number }

export type Grouped = {
  workouts: WorkoutDraft[]
  problems: Problem[]
  counts: { rows: number; sets: number; empty: number; pseudo: number; bad: number }
}

/** More equal sets than this are a cell of another column. */
const MOST_ALIKE = 30

/** `byTimes`: sets with no more than a rest between them are one workout. */
export function createGrouping(
  context: RowContext,
  { byTimes = false }: { byTimes?: boolean } = {},
): { add(row: CsvRow): void; result(): Grouped } {
  const drafts = new Map<string, WorkoutDraft>()
  const problems: Problem[] = []
  const counts = { rows: 0, sets: 0, empty: 0, pseudo: 0, bad: 0 }
  const wideSets = [...new Set(context.columns.flatMap(({ set }: Column) => (set === null ? [] : [set])))]
  let last: WorkoutDraft | null = null
  let firstEmpty: number | null = null

  const hasSetTimes = byTimes || context.source === 'liftlog'
  let lastAt = 0

  /** Of the set before, in files that only say when each was done. */
  const current = (at: number) => (byTimes && last && Math.abs(at - lastAt) <= LONGEST_REST_MS ? last : undefined)

  const workoutOf = (place: Place, line: number): WorkoutDraft => {
    const at = comparable(place.start)
    const known = current(at) ?? drafts.get(place.key)
    lastAt = at
    if (known) {
      if (hasSetTimes && at < comparable(known.place.start)) known.place.start = place.start
      // Some lines, notes above all, leave out what the others repeat.
      known.place.notes ||= place.notes
      known.place.activeMs ??= place.activeMs
      return known
    }
    const draft = { place, line, blocks: [], nth: 1 }
    drafts.set(place.key, draft)
    return draft
  }

  const addPseudo = (row: CsvRow, kind: 'rest' | 'note') => {
    counts.pseudo++
    const place = readPlace(context, row.cells)
    // A line called "Rest Timer" belongs to whatever was done last; one with its exercise's name may come before its sets.
    const named = !('why' in place) && !isPseudoName(place.exercise)
    const block = named ? blockOf(workoutOf(place, row.line), place) : last?.blocks.at(-1)
    if (!block) return
    const text = unescapeNote(cellOf(context, row.cells, 'notes'))
    if (kind === 'note' && text) block.notes = block.notes ? `${block.notes}\n${text}` : text
    const rest = readDuration(cellOf(context, row.cells, 'duration'), 's', context.decimal)
    if (kind === 'rest' && typeof rest === 'number' && rest > 0 && rest <= 3_600_000)
      block.restS ??= Math.round(rest / 1000)
  }

  const addSet = (row: CsvRow, block: BlockDraft, set: number | null, at: WallClock | null) => {
    const complaints: Complaint[] = []
    const figures = readFigures(context, row.cells, set, (complaint) => complaints.push(complaint))
    const bad = complaints.find((complaint) => complaint.bad)
    const index = block.lines++
    if (bad) {
      counts.bad++
      problems.push(badRow(row.line, bad.why))
      return
    }
    if (!figures) {
      counts.empty++
      firstEmpty ??= row.line
      return
    }
    for (const { why } of complaints) problems.push(warning(row.line, why))
    counts.sets++
    block.sets.push({ ...figures, line: row.line, index, at })
  }

  /** How many equal sets a line stands for: `3` beside 8 reps. */
  const alike = (row: CsvRow): number => {
    const cell = cellOf(context, row.cells, 'sets')
    return /^\d{1,2}$/.test(cell) ? Math.min(Math.max(Number(cell), 1), MOST_ALIKE) : 1
  }

  return {
    add(row) {
      counts.rows++
      const pseudo = pseudoRow(context, row.cells)
      if (pseudo) return addPseudo(row, pseudo)
      const place = readPlace(context, row.cells)
      if ('why' in place) {
        counts.bad++
        problems.push(badRow(row.line, place.why))
        return
      }
      const workout = workoutOf(place, row.line)
      last = workout
      const block = blockOf(workout, place)
      const done = readDate(cellOf(context, row.cells, 'doneAt'), context.order)
      const at = done?.timed ? done : hasSetTimes && place.start.timed ? place.start : null
      if (wideSets.length > 0) for (const set of wideSets) addSet(row, block, set, at)
      else for (let n = alike(row); n > 0; n--) addSet(row, block, null, at)
    },
    result() {
      const workouts = [...drafts.values()].filter(({ blocks }) => blocks.some(({ sets }) => sets.length > 0))
      numberTwins(workouts)
      if (firstEmpty !== null) {
        problems.push(warning(null, { key: 'noFigures', values: { n: counts.empty, first: firstEmpty } }))
      }
      return { workouts, problems, counts }
    },
  }
}

/**
 * Lines in a row with the same exercise and superset are one block. The same exercise may come again later, and right
 * behind itself when its sets are counted from the start again.
 */
function blockOf(workout: WorkoutDraft, place: Place): BlockDraft {
  const order = /^\d+$/.test(place.order) ? Number(place.order) : null
  const current = workout.blocks.at(-1)
  const same = current?.exercise === place.exercise && current.superset === place.superset
  const restarts = order !== null && order <= 1 && current?.lastOrder !== null && (current?.lastOrder ?? -1) >= order
  if (current && same && !restarts) {
    if (order !== null) current.lastOrder = order
    current.notes ||= place.exerciseNotes
    return current
  }
  const block: BlockDraft = {
    exercise: place.exercise,
    superset: place.superset,
    notes: place.exerciseNotes,
    restS: null,
    sets: [],
    lines: 0,
    lastOrder: order,
  }
  workout.blocks.push(block)
  return block
}

/** Two workouts of one name that began at once, told apart by their end or number: the second needs other ids. */
function numberTwins(workouts: WorkoutDraft[]): void {
  const seen = new Map<string, number>()
  for (const draft of workouts.toSorted((a, b) => (a.place.key < b.place.key ? -1 : 1))) {
    const nth = (seen.get(factsOf(draft.place)) ?? 0) + 1
    seen.set(factsOf(draft.place), nth)
    draft.nth = nth
  }
}

const two = (value: number) => String(value).padStart(2, '0')

/** What a workout is known by in whatever file: its wall clock and its name, not the zone that was chosen for it. */
export function factsOf({ start, title }: Place): string {
  const day = `${start.year}-${two(start.month)}-${two(start.day)}`
  const offset = start.offsetMin === null ? '' : `${start.offsetMin >= 0 ? '+' : ''}${start.offsetMin}`
  return `${day}T${two(start.hour)}:${two(start.minute)}:${two(start.second)}${offset} ${title}`
}
