/** Years of one athlete's training, rolled from their seed: gains that slow down, deloads, plateaus, missed days. */
import type { ExerciseLookup } from '../modules/exercises/service.ts'
import type { LoadUnit, LoggedSet, SetKind, WholeWorkout, WorkoutExercise } from '../modules/workouts/model.ts'
import { loadForG } from '../modules/workouts/rules/e1rm.ts'
import { positionsAtEnd } from '../modules/workouts/rules/place-in-order.ts'
import { idFromFacts } from '../shared/id-from-facts.ts'
import { civilOf, dayOf } from '../shared/local-day.ts'
import { instantOfLocal } from '../shared/local-instant.ts'
import { gramsOf, loadIn } from '../shared/units.ts'
import type { DemoAthlete } from './people.ts'
import { type Lift, PLANS, type Session } from './plans.ts'
import { type Dice, diceOf } from './random.ts'

const WEEK = 7
const WEEKDAYS: Record<number, number[]> = { 3: [0, 2, 4], 4: [0, 1, 3, 5], 5: [0, 1, 2, 4, 5] }

/** Everything up to the day before `today`, oldest first; someone in mid-workout has today's as the last, open. */
export function trainingOf(person: DemoAthlete, now: number, exerciseOf: ExerciseLookup): WholeWorkout[] {
  if (person.special === 'nothing') return []
  const today = dayOf(now, person.zone)
  const dice = diceOf(person.key)
  const plan = PLANS[person.plan]
  const isVeteran = person.special === 'five_thousand'
  // Five thousand workouts are two a day, six days a week, for eight years: a log that was kept by everyone's grandfather.
  const weeks = isVeteran ? 417 : Math.round(person.months * 4.345)
  const days = isVeteran ? [0, 1, 2, 3, 4, 5] : (WEEKDAYS[plan.perWeek] ?? [0, 2, 4])
  const perDay = isVeteran ? 2 : 1
  const made: WholeWorkout[] = []
  let turn = 0
  /** Sessions that should have been missed by now and were not: so that the share comes out, whatever the dice say. */
  let owed = 0
  const firstDay = today - weeks * WEEK

  for (let week = 0; week < weeks; week++) {
    const weeksAgo = weeks - week
    if (person.holidayWeeksAgo?.includes(weeksAgo)) continue
    if (person.special === 'left' && weeksAgo < 8) break
    for (const offset of days) {
      for (let nth = 0; nth < perDay; nth++) {
        const day = firstDay + week * WEEK + offset
        if (day >= today) continue
        const session = plan.sessions[turn % plan.sessions.length]
        turn++
        if (!session) continue
        owed += isVeteran ? 0 : person.missed
        if (dice.chance(owed)) {
          owed -= 1
          continue
        }
        made.push(workout({ person, dice, session, day, nth, week, weeksAgo, exerciseOf, made: made.length }))
      }
    }
  }
  if (person.special === 'in_mid_workout') {
    const session = plan.sessions[turn % plan.sessions.length]
    if (session)
      made.push(
        inMidWorkout(
          workout({
            person,
            dice,
            session,
            day: today,
            nth: 0,
            week: weeks,
            weeksAgo: 0,
            exerciseOf,
            made: made.length,
          }),
          now,
        ),
      )
  }
  return isVeteran ? made.slice(-5000) : made
}

type Ask = {
  person: DemoAthlete
  dice: Dice
  session: Session
  day: number
  nth: number
  week: number
  weeksAgo: number
  exerciseOf: ExerciseLookup
  made: number
}

function workout(ask: Ask): WholeWorkout {
  const { person, dice, session, day, nth } = ask
  const id = idFromFacts('demo', person.key, day, nth)
  const { year, month, day: dayOfMonth } = civilOf(day)
  const hour = nth === 0 ? dice.pick([6, 7, 12, 17, 18]) : 20
  const startedAt = instantOfLocal(year, month, dayOfMonth, hour, dice.int(0, 59), 0, person.zone)
  const positions = positionsAtEnd([], session.lifts.length)
  let clock = startedAt + dice.int(3, 8) * 60_000
  const entries = session.lifts.map((lift, index) => {
    const entry: WorkoutExercise = {
      id: idFromFacts('demo', person.key, day, nth, index),
      workoutId: id,
      exerciseId: lift.id,
      position: positions[index] ?? 'a0',
      notes: dice.chance(0.03)
        ? dice.pick(['Belt from the second set on.', 'Slow on the way down.', 'New shoes.', 'Felt light today.'])
        : '',
      restS: null,
      superset: null,
    }
    const sets = setsOf(ask, lift, entry)
    const placed = positionsAtEnd([], sets.length)
    return {
      entry,
      sets: sets.map((set, place) => {
        clock += dice.int(lift.main ? 150 : 90, lift.main ? 240 : 150) * 1000
        return {
          ...set,
          id: idFromFacts('demo', person.key, day, nth, index, place),
          position: placed[place] ?? 'a0',
          doneAt: clock,
        }
      }),
    }
  })
  const endedAt = clock + dice.int(2, 9) * 60_000
  return {
    workout: {
      id,
      title: session.title,
      state: 'done',
      startedAt,
      zone: person.zone,
      localDay: day,
      endedAt,
      activeMs: endedAt - startedAt,
      notes: dice.chance(0.04)
        ? dice.pick(['Slept badly.', 'Good session.', 'Short on time.', 'Knee a bit stiff at first.'])
        : '',
      bodyweightG: Math.round(person.bodyweightKg * 10 + dice.int(-8, 8)) * 100,
      holder: null,
      source: 'app',
      batchId: null,
    },
    entries,
  }
}

/** Estimated one-rep maximum on the day, in grams: quick gains first, a plateau, careful weeks after an injury. */
function formG({ person, week, weeksAgo, dice }: Ask, lift: Lift): number {
  const { plateau } = person
  const frozen = plateau ? Math.max(0, Math.min(plateau.weeks, plateau.weeksAgo - weeksAgo)) : 0
  const trained = Math.max(0, week - frozen)
  const gain = 1 + 0.42 * (1 - Math.exp(-trained / 70))
  const body = (person.bodyweightKg / 80) ** 0.6
  const hurt = person.injury && person.injury.part === lift.part ? weeksHurt(person.injury.weeksAgo - weeksAgo) : 1
  const day = 1 + (dice.next() - 0.5) * 0.05
  return Math.round(lift.e1rmKg * 1000 * person.strength * body * gain * hurt * day)
}

function weeksHurt(since: number): number {
  if (since < 0 || since > 6) return 1
  return 0.62 + since * 0.06
}

function setsOf(ask: Ask, lift: Lift, entry: WorkoutExercise): LoggedSet[] {
  const { person, dice, week } = ask
  const facts = ask.exerciseOf(lift.id)
  const isDeload = week % 6 === 5
  const e1rmG = formG(ask, lift)
  const reps = dice.int(lift.reps[0], lift.reps[1])
  const rir2 = isDeload ? 8 : dice.int(2, 5)
  const workG = loadForG(e1rmG, Math.min(reps, 12), rir2) ?? Math.round(e1rmG * 0.6)
  const sets: LoggedSet[] = []
  const add = (kind: SetKind, grams: number, count: number, effort: number | null) => {
    const load = rounded(grams, person.unit, lift.stepKg)
    sets.push({
      id: '',
      workoutId: entry.workoutId,
      entryId: entry.id,
      position: '',
      kind,
      loadMode: facts?.loadMode ?? 'external',
      loadG: load.grams,
      enteredLoad: load.entered,
      enteredUnit: person.unit,
      reps: count,
      rir2: person.rpe ? effort : null,
      durationMs: null,
      distanceM: null,
      enteredDistance: null,
      distanceUnit: null,
      doneAt: null,
      notes: '',
    })
  }
  if (lift.main) {
    add('warmup', workG * 0.5, 8, null)
    add('warmup', workG * 0.75, 4, null)
  }
  const count = isDeload ? Math.ceil(lift.sets / 2) : lift.sets
  for (let nth = 0; nth < count; nth++) {
    const tired = Math.min(rir2, Math.floor((nth * 3) / count))
    const fell = !isDeload && nth === count - 1 && dice.chance(0.18)
    add(
      fell && dice.chance(0.4) ? 'failure' : 'normal',
      workG,
      Math.max(1, fell ? reps - 1 : reps),
      fell ? 0 : rir2 - tired,
    )
  }
  if (!lift.main && !isDeload && dice.chance(0.12)) add('drop', workG * 0.7, reps + 2, 0)
  return sets
}

/** What could really be on the bar: a whole number of the lift's steps, in the unit the athlete types. */
function rounded(grams: number, unit: LoadUnit, stepKg: number): { grams: number; entered: string } {
  const step = unit === 'kg' ? stepKg : stepKg * 2
  const value = Math.max(step, Math.round(loadIn(Math.round(grams), unit) / step) * step)
  const entered = String(Math.round(value * 100) / 100)
  const [whole = '0', decimals = ''] = entered.split('.')
  return { grams: gramsOf({ digits: BigInt(whole + decimals), scale: decimals.length }, unit), entered }
}

/** The first five sets are done, the last of them a minute and a half ago; the rest is planned. */
function inMidWorkout(whole: WholeWorkout, now: number): WholeWorkout {
  let left = 5
  const entries = whole.entries.map(({ entry, sets }) => ({
    entry,
    sets: sets.map((set) => (left-- > 0 ? set : { ...set, doneAt: null })),
  }))
  const lastDone = Math.max(...entries.flatMap(({ sets }) => sets.map(({ doneAt }) => doneAt ?? 0)))
  const shift = now - 90_000 - lastDone
  const startedAt = whole.workout.startedAt + shift
  const localDay = dayOf(startedAt, whole.workout.zone)
  return {
    workout: { ...whole.workout, state: 'open', startedAt, localDay, endedAt: null, activeMs: null },
    entries: entries.map(({ entry, sets }) => ({
      entry,
      sets: sets.map((set) => (set.doneAt === null ? set : { ...set, doneAt: set.doneAt + shift })),
    })),
  }
}

/** A slip of the thumb in every fortieth workout was put right later: the sets as they are after that. */
export function correctionsOf(whole: readonly WholeWorkout[]): LoggedSet[] {
  const slips = whole.filter((_, index) => index % 40 === 17).flatMap(({ entries }) => entries[0]?.sets.at(-1) ?? [])
  return slips.map((set) => ({ ...set, reps: Math.max(1, (set.reps ?? 1) - 1), notes: 'Corrected the reps.' }))
}
