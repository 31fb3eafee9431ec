/** What athletes do to their log, at random and in any order: the same seed is the same history. */
import { CATALOGUE } from '../modules/exercises/data/catalogue.ts'
import type { CustomExercise } from '../modules/exercises/model.ts'
import {
  createExercise,
  editExerciseDetails,
  removeExerciseDetails,
  restoreExerciseDetails,
} from '../modules/exercises/mutators.ts'
import type { LoggedSet, SetFigures } from '../modules/workouts/model.ts'
import {
  finishImport,
  importChunk,
  removeBatch,
  restoreBatch,
  startImport,
  toImported,
} from '../modules/workouts/mutators/import.ts'
import { rateSession } from '../modules/workouts/mutators/session.ts'
import {
  addExercise,
  addSet,
  checkSet,
  editSet,
  editWorkout,
  finishWorkout,
  removeExercise,
  removeSet,
  removeWorkout,
  replaceExercise,
  restoreExercise,
  restoreSet,
  restoreWorkout,
  startWorkout,
  uncheckSet,
} from '../modules/workouts/mutators.ts'
import { DAY_MS, done, workoutOn } from '../modules/workouts/rules/fixtures.ts'
import { idFrom } from '../shared/id.ts'
import { gramsOf } from '../shared/units.ts'
import type { Phone } from '../sync/client/api.ts'

/** Every load that is typed here is whole quarters. */
const quarters = (typed: number) => ({ digits: BigInt(typed * 100), scale: 2 })

/**
 * External loads, bodyweight, assistance, dumbbells, one side at a time, time, distance, and one that nobody knows. Many,
 * so that what is wrong with one is not put right at once by its next set.
 */
export const EXERCISES = [
  ...['pull-up', 'assisted-pull-up', 'plank', 'running', 'dumbbell-bench-press', 'an-exercise-that-never-was'],
  ...CATALOGUE.filter((_, at) => at % 12 === 0).map(({ id }) => id),
]

const LAST_DAY = 20_786
/** Years, so that new phones get most of it as documents of older months. */
const DAYS = 1_100

export type Deeds = ReturnType<typeof createDeeds>

export function createDeeds(seed: number) {
  let state = seed >>> 0
  /** Mulberry32. */
  function random(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number) => Math.floor(random() * n)
  const chance = (share: number) => random() < share
  const any = <T>(all: readonly T[]): T => all[below(all.length)] as T
  let clock = LAST_DAY * DAY_MS
  function newId(): string {
    clock += 1
    return idFrom(
      clock,
      Uint8Array.from({ length: 16 }, () => below(256)),
    )
  }

  const known = {
    workouts: [] as string[],
    entries: [] as { id: string; workoutId: string }[],
    sets: [] as string[],
    own: [] as string[],
    batches: [] as { id: string; workoutIds: string[] }[],
  }
  const exercise = () => (known.own.length > 0 && chance(0.2) ? any(known.own) : any(EXERCISES))
  const day = () => LAST_DAY - below(chance(0.5) ? 90 : DAYS)
  const position = () => `a${below(10)}${below(10)}V`

  function figures(): SetFigures {
    const unit = chance(0.4) ? 'lb' : 'kg'
    const typed = chance(0.1) ? null : below(unit === 'lb' ? 400 : 180) + any([0, 0.25, 0.5])
    const { kind, loadMode, loadG, enteredLoad, enteredUnit, reps, rir2, ...rest } = done(null, 0)
    return {
      kind: any(['normal', 'normal', 'normal', 'warmup', 'drop', 'failure', 'forced'] as const),
      loadMode: any(['external', 'external', 'bodyweight', 'bodyweight_plus', 'assisted', 'band', 'none'] as const),
      loadG: typed === null ? loadG : gramsOf(quarters(typed), unit),
      enteredLoad: typed === null ? enteredLoad : String(typed),
      enteredUnit: typed === null ? enteredUnit : unit,
      reps: chance(0.1) ? null : below(16),
      rir2: chance(0.5) ? null : below(13),
      durationMs: chance(0.2) ? below(900_000) : null,
      distanceM: chance(0.2) ? below(12_000) : null,
      enteredDistance: rest.enteredDistance,
      distanceUnit: rest.distanceUnit,
    }
  }

  function plannedSet() {
    const id = newId()
    known.sets.push(id)
    return { id, position: position(), ...figures() }
  }

  async function log(phone: Phone): Promise<void> {
    const localDay = day()
    const startedAt = localDay * DAY_MS + below(DAY_MS)
    const id = newId()
    const bodyweightG = chance(0.6) ? 60_000 + below(40_000) : null
    await phone.mutate(startWorkout, {
      ...{ id, title: 'Training', startedAt, zone: 'UTC', localDay, bodyweightG, holder: null, placeId: null },
    })
    for (let n = below(3); n >= 0; n--) {
      const entryId = newId()
      await phone.mutate(addExercise, {
        ...{ workoutId: id, id: entryId, exerciseId: exercise(), position: position(), restS: null, superset: null },
        sets: [plannedSet()],
      })
      known.entries.push({ id: entryId, workoutId: id })
      for (let more = below(3); more > 0; more--) {
        const doneAt = chance(0.9) ? startedAt + below(3_600_000) : null
        await phone.mutate(addSet, { workoutId: id, entryId, set: { ...plannedSet(), doneAt } })
      }
    }
    if (chance(0.9)) {
      const ended = { endedAt: startedAt + 3_600_000, activeMs: below(5_400_000) }
      await phone.mutate(finishWorkout, { id, ...ended, state: chance(0.9) ? 'done' : 'partial' })
    }
    known.workouts.push(id)
  }

  async function bringFile(phone: Phone): Promise<void> {
    const batchId = newId()
    const batch = { id: batchId, source: 'strong', fileName: 'log.csv', createdAt: clock, total: 3 } as const
    const wholes = Array.from({ length: 3 }, () => {
      const id = newId()
      const sets = Array.from({ length: 1 + below(3) }, () => done(1, 1, { ...plannedSet(), doneAt: 0 }) as LoggedSet)
      const whole = workoutOn(day(), { [exercise()]: sets }, { id, source: 'strong' })
      for (const { entry } of whole.entries) entry.id = newId()
      known.workouts.push(id)
      known.entries.push(...whole.entries.map(({ entry }) => ({ id: entry.id, workoutId: id })))
      return whole
    })
    await phone.mutate(startImport, { batch })
    await phone.mutate(importChunk, { batchId, workouts: wholes.map(toImported) })
    await phone.mutate(finishImport, { id: batchId })
    known.batches.push({ id: batchId, workoutIds: wholes.map(({ workout }) => workout.id) })
  }

  /** A run from a watch: its fastest stretches count until its distance or time is put right by hand. */
  async function bringTrack(phone: Phone): Promise<void> {
    const [batchId, id, setId] = [newId(), newId(), newId()]
    const [distanceM, durationMs] = [400 + below(12_000), 100_000 + below(4_000_000)]
    const bests = [400, 800, 1000, 1609, 5000, 10_000]
      .filter((metres) => metres <= distanceM)
      .flatMap((metres) => [metres, Math.round((metres * (120 + below(280))) / 1000) * 1000])
    const run = { ...done(null, null, { id: setId, loadMode: 'none' }), distanceM, durationMs }
    const set = { ...run, bests: [distanceM, durationMs, ...bests] }
    const whole = workoutOn(day(), { running: [set] }, { id, source: 'fit' })
    for (const { entry } of whole.entries) entry.id = newId()
    known.workouts.push(id)
    known.sets.push(setId)
    await phone.mutate(startImport, {
      batch: { id: batchId, source: 'fit', fileName: 'run.fit', createdAt: clock, total: 1 },
    })
    await phone.mutate(importChunk, { batchId, workouts: [toImported(whole)] })
    known.batches.push({ id: batchId, workoutIds: [id] })
  }

  async function own(phone: Phone): Promise<void> {
    if (known.own.length < 3) {
      const made: CustomExercise = {
        ...{ id: newId(), name: `Own ${known.own.length}`, aliases: [], equipment: 'other', pattern: 'squat' },
        ...{ measure: 'load_reps', loadMode: 'external', bodyweightFraction: null, laterality: 'bilateral' },
        ...{ implements: 1, muscles: { quads: 1 }, restS: 120, notes: '' },
      }
      known.own.push(made.id)
      await phone.mutate(createExercise, { exercise: made })
      return
    }
    const id = any(known.own)
    if (chance(0.15)) return void (await phone.mutate(removeExerciseDetails, { id }))
    if (chance(0.3)) return void (await phone.mutate(restoreExerciseDetails, { id }))
    const fields = any([
      { implements: any([1, 2] as const) },
      { laterality: any(['bilateral', 'unilateral'] as const) },
      { measure: any(['load_reps', 'reps', 'duration'] as const) },
      { bodyweightFraction: any([null, 0.7, 1]) },
    ])
    await phone.mutate(editExerciseDetails, { id, fields })
  }

  const DEEDS: [weight: number, deed: (phone: Phone) => Promise<unknown>][] = [
    [16, log],
    [3, bringFile],
    [4, bringTrack],
    [8, own],
    [20, (phone) => phone.mutate(editSet, { id: any(known.sets), fields: figures() })],
    // Only the unit was wrong: pounds that were typed as kilograms.
    [6, (phone) => phone.mutate(editSet, { id: any(known.sets), fields: inPounds(20 + below(300)) })],
    [8, (phone) => phone.mutate(checkSet, { id: any(known.sets), doneAt: day() * DAY_MS, figures: figures() })],
    [5, (phone) => phone.mutate(uncheckSet, { id: any(known.sets) })],
    [5, (phone) => phone.mutate(removeSet, { id: any(known.sets) })],
    [3, (phone) => phone.mutate(restoreSet, { id: any(known.sets) })],
    [3, (phone) => phone.mutate(removeExercise, { id: any(known.entries).id })],
    [2, (phone) => phone.mutate(restoreExercise, { id: any(known.entries).id })],
    [3, (phone) => phone.mutate(replaceExercise, { id: any(known.entries).id, exerciseId: exercise() })],
    [3, (phone) => phone.mutate(removeWorkout, { id: any(known.workouts) })],
    [3, (phone) => phone.mutate(restoreWorkout, { id: any(known.workouts) })],
    [8, (phone) => backdate(phone)],
    [3, (phone) => phone.mutate(editWorkout, { id: any(known.workouts), bodyweightG: weight() })],
    [3, (phone) => phone.mutate(rateSession, { id: any(known.workouts), sessionRpe: below(11) })],
    [1, (phone) => phone.mutate(removeBatch, { id: any(known.batches).id })],
    [1, (phone) => phone.mutate(restoreBatch, any(known.batches))],
  ]
  const weight = () => (chance(0.3) ? null : 60_000 + below(40_000))
  const inPounds = (typed: number) => ({
    ...{ loadG: gramsOf(quarters(typed), 'lb'), enteredLoad: String(typed), enteredUnit: 'lb' as const },
  })
  function backdate(phone: Phone) {
    const localDay = day()
    return phone.mutate(editWorkout, {
      id: any(known.workouts),
      localDay,
      startedAt: localDay * DAY_MS + below(DAY_MS),
    })
  }
  const total = DEEDS.reduce((sum, [times]) => sum + times, 0)

  async function next(phone: Phone): Promise<void> {
    if (known.batches.length === 0) return bringFile(phone)
    let at = below(total)
    for (const [times, deed] of DEEDS) {
      at -= times
      if (at < 0) return void (await deed(phone))
    }
  }

  return { next, random, chance }
}
