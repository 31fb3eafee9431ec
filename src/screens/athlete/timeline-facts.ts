/** What an item is about, read from the rows as they are and, for its figures, as they were when it was done. */
import { assignments, plannedSessions } from '../../modules/programs/model.ts'
import {
  type LoggedSet,
  loggedSets,
  type SetFigures,
  type Workout,
  workoutExercises,
  workouts,
} from '../../modules/workouts/model.ts'
import { inOrder } from '../../modules/workouts/rules/place-in-order.ts'
import { setMarks } from '../../modules/workouts/rules/set-kinds.ts'
import type { AnyCollection } from '../../sync/client/api.ts'
import { findRows, getRows } from '../../sync/client/journal.ts'
import type { StoreTx } from '../../sync/client/store.ts'
import { registersOf, stampKey, type Told } from '../../sync/effects.ts'
import type { SyncedRow } from '../../sync/merge.ts'
import type { Journaled } from '../../sync/undo.ts'
import { phoneCollections } from '../../wiring/sync-phone.ts'
import { factsKeyOf, type Item } from './timeline-items.ts'

export type Facts = {
  /** Its row is not here (yet): nothing more can be said of it. */
  isUnknown: boolean
  workout?: { id: string; title: string }
  /** Ids, for the book. */
  exerciseId?: string
  exerciseBefore?: string
  /** The set as this item left it, and its mark among the others. */
  set?: { figures: SetFigures; mark: string }
  /** The name of a place, an own exercise, a program, a file. */
  name?: string
  source?: string
  /** How many it is about beside the first. */
  more: number
  /** Workouts, or rows, that it brought. */
  brought: number
  rating?: number | null
  /** Of a link: it is one to followers. */
  isPost?: boolean
  sessionId?: string
}

/** One after the other: a few dozen at once. */
export async function readFacts(tx: StoreTx, items: readonly Item[], journal: Journaled): Promise<Map<string, Facts>> {
  const facts = new Map<string, Facts>()
  for (const item of items) facts.set(factsKeyOf(item), await factsOf(tx, item, journal))
  return facts
}

async function factsOf(tx: StoreTx, { lead, entries }: Item, journal: Journaled): Promise<Facts> {
  const same = entries.filter(({ name }) => name === lead.name)
  const effects = entries.flatMap((entry) => entry.effects)
  const facts: Facts = { isUnknown: false, more: same.length - 1, brought: new Set(effects.flatMap(broughtBy)).size }
  if (lead.name === 'archive.bring' || lead.name === 'archive.mark') return { ...facts, brought: effects.length }
  for (const [of, id] of lead.effects.slice(0, 1)) {
    const collection = COLLECTIONS.get(of)
    const [row] = collection ? await getRows(tx, collection, [id]) : []
    facts.isUnknown = !row
    if (!row) continue
    const was = (field: string) => valueBy(journal, lead, of, row, field)
    switch (of) {
      case 'logged_set':
        Object.assign(facts, await aboutSet(tx, row, was))
        break
      case 'workout_exercise':
        Object.assign(facts, await inWorkout(tx, row), { exerciseId: was('exerciseId') })
        facts.exerciseBefore = before(lead, id, 'exerciseId') as string | undefined
        break
      case 'workout': {
        const [session] = await findRows(tx, plannedSessions, 'workoutId', [id])
        Object.assign(facts, about(row), { rating: was('sessionRpe'), sessionId: session?.id })
        break
      }
      case 'import_batch':
        facts.name = String(row.data.fileName)
        facts.source = String(row.data.source)
        break
      case 'shared_link':
        facts.isPost = row.data.kind === 'post'
        break
      case 'exercise':
        facts.exerciseId = id
        facts.name = String(was('name'))
        break
      case 'program_assignment':
        facts.name = String(row.data.programId)
        break
      case 'program_override':
      case 'program_decision': {
        const [assignment] = await getRows(tx, assignments, [String(row.data.assignmentId)])
        facts.name = assignment && String(assignment.data.programId)
        break
      }
      default:
        facts.name = String(was('name') ?? was('title') ?? '')
    }
  }
  return facts
}

const COLLECTIONS: ReadonlyMap<string, AnyCollection> = new Map(phoneCollections.map((one) => [one.name, one]))

const broughtBy = ([of, id, how]: Told['effects'][number]) => (of === 'workout' && how?.put !== 'over' ? [id] : [])

const about = (row: SyncedRow | undefined) =>
  row && { workout: { id: row.id, title: String((row.data as Partial<Workout>).title ?? '') } }

async function inWorkout(tx: StoreTx, row: SyncedRow): Promise<Partial<Facts>> {
  const [workout] = await getRows(tx, workouts, [String(row.data.workoutId)])
  return { ...about(workout) }
}

async function aboutSet(tx: StoreTx, row: SyncedRow, was: (field: string) => unknown): Promise<Partial<Facts>> {
  const [entry] = await getRows(tx, workoutExercises, [String(row.data.entryId)])
  const beside = await findRows(tx, loggedSets, 'entryId', [String(row.data.entryId)])
  const sets = inOrder(
    beside.filter((set) => !set.deleted || set.id === row.id).map(({ data }) => data as unknown as LoggedSet),
  )
  const mark = setMarks(sets)[sets.findIndex(({ id }) => id === row.id)] ?? ''
  const figures = Object.fromEntries(Object.keys(row.data).map((field) => [field, was(field)])) as unknown as SetFigures
  return {
    ...(await inWorkout(tx, row)),
    exerciseId: entry && String(entry.data.exerciseId),
    set: { figures, mark },
  }
}

/** What this one wrote there, also when it was overwritten since; where it wrote nothing, what stands. */
function valueBy({ byRow }: Journaled, told: Told, of: string, row: SyncedRow, field: string): unknown {
  const own = stampKey(told.stamp)
  const now = registersOf(row).get(field)
  if (!now || stampKey(now.stamp) === own) return row.data[field]
  for (const { effect } of byRow.get(`${of}:${row.id}`) ?? []) {
    for (const [stamp, values] of effect[2]?.was ?? []) {
      if (stampKey(stamp) === own && field in values) return values[field]
    }
  }
  return row.data[field]
}

function before({ effects }: Told, id: string, field: string): unknown {
  const [, , how] = effects.find((effect) => effect[1] === id) ?? []
  return how?.was?.flatMap(([, values]) => (field in values ? [values[field]] : []))[0]
}
