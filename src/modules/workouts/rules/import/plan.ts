/**
 * Second half of an import: rows and answers become whole workouts. Nothing is written here and nothing is guessed in
 * silence; planning twice, or with what is already imported, gives the same ids and leaves those out.
 */
import { isZone } from '../../../../shared/local-day.ts'
import type { CustomExercise, Exercise } from '../../../exercises/model.ts'
import { type Candidate, createMatcher, type Match } from '../../../exercises/rules/match.ts'
import { foldName } from '../../../exercises/rules/names.ts'
import type { LoadUnit, Source, WholeWorkout } from '../../model.ts'
import { buildWorkout, idOf, instantOf, type KnownExercise } from './build.ts'
import type { Column } from './columns.ts'
import { duplicateOf, knownStarts } from './duplicates.ts'
import { createGrouping, type Grouped, type SetDraft, type WorkoutDraft } from './group.ts'
import { ownExercise } from './own-exercise.ts'
import type { RowContext } from './place.ts'
import { badRow, MAX_LISTED, type Problem, warning } from './problems.ts'
import { columnsWith, dateOrderOf, questionsFor } from './questions.ts'
import { finish } from './read.ts'
import { inOrderOfSets, isByTimes } from './set-times.ts'
import type { ImportAnswers, Progress, Question, ReadImport } from './shapes.ts'

export type PlanContext = {
  exercises: readonly Exercise[]
  /** The athlete's workouts so far. */
  existing: readonly { id: string; startedAt: number }[]
  /** Imported workouts that the athlete deleted one by one: they stay deleted. */
  deleted?: readonly string[]
  /** Of the device; an answer comes before it. */
  zone: string
  now: number
}

export type PlannedMatch = {
  name: string
  rows: number
  exerciseId: string | null
  how: 'exact' | 'alias' | 'words' | 'chosen' | 'own' | 'skip'
}
export type Unsure = { name: string; rows: number; candidates: Candidate[] }
export type Duplicate = {
  id: string
  title: string
  startedAt: number
  existingId: string
  why: 'imported' | 'deleted' | 'same_start'
}

export type ImportPlan = {
  fileName: string
  source: Source
  workouts: WholeWorkout[]
  /** To be created before the workouts that use them. */
  newExercises: CustomExercise[]
  matches: PlannedMatch[]
  /** Names to confirm, of what comes in. Until then the plan keeps them as exercises of the athlete's own. */
  unsure: Unsure[]
  /** With the answers so far: an answer about a column may raise or settle others. None that changes nothing. */
  questions: Question[]
  /** The columns as they are read now. */
  columns: Column[]
  /** Those without an answer; the plan goes on with their guesses, `chunks` does not. */
  open: Question[]
  warnings: Problem[]
  /** Lines left out, each with its reason. */
  badRows: Problem[]
  duplicates: Duplicate[]
  counts: {
    rows: number
    sets: number
    workouts: number
    duplicates: number
    /** Of the duplicates. */
    deleted: number
    badRows: number
    emptyRows: number
    pseudoRows: number
    warnings: number
    /** Rows whose exercise was found without asking, of all with an exercise. */
    sureRows: number
    exerciseRows: number
  }
  firstAt: number | null
  lastAt: number | null
}

const SLICE = 500
/** More than this is no workout but a file that was cut wrongly. */
const MOST_SETS = 400

export function planImport(read: ReadImport, answers: ImportAnswers, context: PlanContext): ImportPlan {
  return finish(planImportSteps(read, answers, context))
}

export function* planImportSteps(
  read: ReadImport,
  answers: ImportAnswers,
  context: PlanContext,
): Generator<Progress, ImportPlan> {
  const questions = questionsFor(read, answers)
  const zone = answers.zone ?? context.zone
  if (!isZone(zone)) throw new Error(`no time zone: ${zone}`)
  const rows = rowContext(read, answers, questions, context.now)
  const byTimes = isByTimes(rows, read.rows)
  const grouping = createGrouping(rows, { byTimes })
  const total = read.rows.length
  let done = 0
  for (const row of inOrderOfSets(rows, read.rows, byTimes)) {
    grouping.add(row)
    if (++done % SLICE === 0) yield { phase: 'planning', done: done / 2, total }
  }
  const grouped = grouping.result()
  const names = matchNames(grouped, answers, context.exercises)
  const problems: Problem[] = [...grouped.problems]
  const ancient = grouped.workouts.find(({ place }) => place.start.year < 2000)
  if (ancient)
    problems.push(warning(ancient.line, { key: 'longAgo', values: { year: String(ancient.place.start.year) } }))
  if (grouped.workouts.some(({ place }) => !place.start.timed)) {
    problems.push(warning(null, { key: 'noTimes', values: {} }))
  }
  const known = knownStarts(context.existing)
  const deleted = new Set(context.deleted)
  const drafts = grouped.workouts.map((draft) => ({ draft, id: idOf(read.source, draft) }))
  const ours = new Set(drafts.map(({ id }) => id))
  const workouts: WholeWorkout[] = []
  const duplicates: Duplicate[] = []
  for (const [i, { draft, id }] of drafts.entries()) {
    if (i % 100 === 99) yield { phase: 'planning', done: total / 2 + ((i / drafts.length) * total) / 2, total }
    const startedAt = instantOf(draft.place.start, zone)
    const twin = deleted.has(id) ? { existingId: id, why: 'deleted' as const } : duplicateOf(id, startedAt, known, ours)
    if (twin) duplicates.push({ id, title: draft.place.title, startedAt, ...twin })
    else if (isTooLong(draft, problems)) continue
    else {
      const { loadUnit, decimal } = rows
      const unit = bodyweightUnit(rows.columns) ?? loadUnit
      const parts = { source: read.source, zone, exerciseOf: names.exerciseOf, bodyweight: { unit, decimal } }
      const whole = buildWorkout(draft, parts, (problem) => problems.push(problem))
      if (whole) workouts.push(whole)
    }
  }
  workouts.sort((a, b) => a.workout.startedAt - b.workout.startedAt)
  // Kilograms or pounds: where every workout is here already, nothing comes in by either.
  const isAllHere = duplicates.length > 0 && duplicates.length === grouped.workouts.length
  const asked = questions.filter(({ kind }) => !isAllHere || (kind !== 'loadUnit' && kind !== 'distanceUnit'))
  return summary(read, answers, { grouped, problems, workouts, duplicates, names, questions: asked })
}

function bodyweightUnit(columns: readonly Column[]): LoadUnit | null {
  const unit = columns.find(({ role }) => role === 'bodyweight')?.unit
  return unit === 'kg' || unit === 'lb' ? unit : null
}

function guessOf<K extends Question['kind']>(questions: readonly Question[], kind: K) {
  return questions.find((question): question is Extract<Question, { kind: K }> => question.kind === kind)
}

function rowContext(read: ReadImport, answers: ImportAnswers, questions: Question[], now: number): RowContext {
  return {
    source: read.source,
    columns: columnsWith(read.columns, answers),
    decimal: read.decimal,
    order: answers.dateOrder ?? dateOrderOf(read, columnsWith(read.columns, answers)),
    loadUnit: answers.loadUnit ?? guessOf(questions, 'loadUnit')?.guess ?? 'kg',
    distanceUnit: answers.distanceUnit ?? guessOf(questions, 'distanceUnit')?.guess ?? 'km',
    now,
    dates: new Map(),
  }
}

function openOf(questions: readonly Question[], answers: ImportAnswers): Question[] {
  return questions.filter((question) => {
    if (question.kind === 'column') return question.required
    if (question.kind === 'loadUnit') return answers.loadUnit === undefined
    if (question.kind === 'distanceUnit') return answers.distanceUnit === undefined
    return question.kind === 'dateOrder' && answers.dateOrder === undefined
  })
}

/** Each distinct name once: matched, answered, or asked about. */
function matchNames(grouped: Grouped, answers: ImportAnswers, exercises: readonly Exercise[]) {
  const match = createMatcher(exercises)
  const byId = new Map(exercises.map((exercise) => [exercise.id, exercise]))
  const sets = new Map<string, SetDraft[]>()
  for (const { blocks } of grouped.workouts) {
    for (const block of blocks) {
      const known = sets.get(block.exercise)
      if (known) known.push(...block.sets)
      else sets.set(block.exercise, [...block.sets])
    }
  }
  const resolved = new Map<string, KnownExercise | null>()
  const own = new Map<string, CustomExercise>()
  const matches: PlannedMatch[] = []
  const unsure: Unsure[] = []
  let sureRows = 0
  let exerciseRows = 0
  for (const [name, drafts] of sets) {
    const rows = drafts.length
    exerciseRows += rows
    const found: Match = match(name)
    if (found.how !== 'ask') sureRows += rows
    const answer = answers.exercises?.[name]
    const chosen = answer === undefined ? undefined : byId.get(answer)
    const matched = found.how === 'ask' ? undefined : byId.get(found.exerciseId)
    if (answer === 'skip') {
      matches.push({ name, rows, exerciseId: null, how: 'skip' })
      resolved.set(name, null)
    } else if (chosen) {
      matches.push({ name, rows, exerciseId: chosen.id, how: 'chosen' })
      resolved.set(name, chosen)
    } else if (matched && found.how !== 'ask' && answer !== 'own') {
      matches.push({ name, rows, exerciseId: matched.id, how: found.how })
      resolved.set(name, matched)
    } else {
      const key = foldName(name)
      const exercise = own.get(key) ?? ownExercise(name, drafts)
      own.set(key, exercise)
      resolved.set(name, exercise)
      if (answer === 'own') matches.push({ name, rows, exerciseId: exercise.id, how: 'own' })
      else unsure.push({ name, rows, candidates: found.how === 'ask' ? found.candidates : [] })
    }
  }
  unsure.sort((a, b) => b.rows - a.rows)
  const newExercises = [...own.values()].filter(({ id }) => !byId.has(id))
  return {
    exerciseOf: (name: string) => resolved.get(name) ?? null,
    matches,
    unsure,
    newExercises,
    sureRows,
    exerciseRows,
  }
}

function isTooLong(draft: WorkoutDraft, problems: Problem[]): boolean {
  const sets = draft.blocks.reduce((sum, block) => sum + block.sets.length, 0)
  if (sets <= MOST_SETS) return false
  const { title } = draft.place
  const values = { titled: title ? 'yes' : 'no', title, sets, most: MOST_SETS } as const
  problems.push(badRow(draft.line, { key: 'tooManySets', values }))
  return true
}

type Parts = {
  grouped: Grouped
  problems: Problem[]
  workouts: WholeWorkout[]
  duplicates: Duplicate[]
  names: ReturnType<typeof matchNames>
  questions: Question[]
}

function summary(read: ReadImport, answers: ImportAnswers, parts: Parts): ImportPlan {
  const { grouped, problems, workouts, duplicates, names, questions } = parts
  const all = [...read.problems, ...problems]
  const byLine = (a: Problem, b: Problem) => (a.line ?? 0) - (b.line ?? 0)
  const badRows = all.filter(({ kind }) => kind === 'badRow').sort(byLine)
  const warnings = all.filter(({ kind }) => kind === 'warning').sort(byLine)
  const used = new Set(workouts.flatMap(({ entries }) => entries.map(({ entry }) => entry.exerciseId)))
  return {
    fileName: read.fileName,
    source: read.source,
    workouts,
    newExercises: names.newExercises.filter(({ id }) => used.has(id)),
    matches: names.matches,
    unsure: names.unsure.filter(({ name }) => used.has(names.exerciseOf(name)?.id ?? '')),
    questions,
    columns: columnsWith(read.columns, answers),
    open: openOf(questions, answers),
    warnings: warnings.slice(0, MAX_LISTED),
    badRows: badRows.slice(0, MAX_LISTED),
    duplicates,
    counts: {
      rows: grouped.counts.rows + read.problems.filter(({ line }) => line !== null).length,
      sets: workouts.reduce((sum, { entries }) => sum + entries.reduce((n, { sets }) => n + sets.length, 0), 0),
      workouts: workouts.length,
      duplicates: duplicates.length,
      deleted: duplicates.filter(({ why }) => why === 'deleted').length,
      badRows: badRows.length,
      emptyRows: grouped.counts.empty,
      pseudoRows: grouped.counts.pseudo,
      warnings: warnings.length,
      sureRows: names.sureRows,
      exerciseRows: names.exerciseRows,
    },
    firstAt: workouts[0]?.workout.startedAt ?? null,
    lastAt: workouts.at(-1)?.workout.startedAt ?? null,
  }
}
