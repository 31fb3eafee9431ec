/** A log written in Hevy's shape comes back through our own import: all that is not told as lost, and nothing twice. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guardFormula, unguardFormula } from '../../../../shared/formula-guard.ts'
import { dayOf } from '../../../../shared/local-day.ts'
import { CATALOGUE } from '../../../exercises/data/catalogue.ts'
import type { CustomExercise } from '../../../exercises/model.ts'
import type { LoggedSet, WholeWorkout } from '../../model.ts'
import { done, planned, workoutOn } from '../fixtures.ts'
import { planImport } from '../import/plan.ts'
import { readImport } from '../import/read.ts'
import { type HevyUnits, hevyHeader, hevyLines } from './hevy.ts'
import { createLosses, LOSSES, type LossKey } from './losses.ts'
import { exportNames } from './names.ts'

const ZONE = 'Europe/Berlin'
const KG: HevyUnits = { load: 'kg', distance: 'km' }
const LB: HevyUnits = { load: 'lb', distance: 'mi' }
const OWN: CustomExercise = {
  ...(CATALOGUE.find(({ id }) => id === 'deadlift') as CustomExercise),
  ...{ id: '018f0000-0000-7000-8000-00000000feed', name: 'Sled thing, by the window', aliases: [], notes: '' },
}
const ALL = [OWN, ...CATALOGUE]
/** What the histories below hold, and some more to mix it up with. */
const USED = ALL.filter(
  ({ id }, i) => i % 12 === 0 || /^(running|pull-up|assisted-pull-up|bench-press|back-squat|deadlift)$/.test(id),
)
const byId = new Map(ALL.map((exercise) => [exercise.id, exercise]))
const STAIRS: CustomExercise = {
  ...OWN,
  id: 'stairs',
  name: 'Stadium stairs',
  measure: 'floors_duration',
  loadMode: 'none',
}
const exerciseOf = (id: string) => (id === STAIRS.id ? STAIRS : (byId.get(id) ?? OWN))
const nameOf = exportNames([STAIRS, ...ALL], exerciseOf)

const csv = (wholes: readonly WholeWorkout[], units = KG) =>
  hevyHeader(units) + wholes.map((whole) => hevyLines(whole, units, (id) => nameOf(id).text)).join('')

function back(text: string): WholeWorkout[] {
  const plan = planImport(
    readImport(text, { fileName: 'spotter.csv' }),
    {},
    { exercises: USED, existing: [], zone: ZONE, now: Date.UTC(2030, 0, 1) },
  )
  expect(plan.source).toBe('hevy')
  expect(plan.open).toEqual([])
  expect(plan.badRows).toEqual([])
  expect(plan.unsure).toEqual([])
  expect(plan.newExercises).toEqual([])
  return plan.workouts
}

function lossesOf(wholes: readonly WholeWorkout[], units = KG): Partial<Record<LossKey, number>> {
  const losses = createLosses({ units, zone: ZONE, nameOf, exerciseOf, isOwn: (id) => id === OWN.id })
  for (const whole of wholes) losses.add(whole)
  return Object.fromEntries(losses.result().map(({ key, n }) => [key, n]))
}

/** What the shape has words for. */
function told(wholes: readonly WholeWorkout[]) {
  return wholes
    .map(({ workout, entries }) => {
      const minute = (ms: number) => Math.floor(ms / 60_000)
      const supersets = entries.map(({ entry }) => entry.superset)
      return {
        title: workout.title.replace(/\s+/g, ' ').trim(),
        notes: workout.notes.trim(),
        start: minute(workout.startedAt),
        day: workout.localDay,
        end: minute(workout.endedAt ?? workout.startedAt),
        entries: entries.map(({ entry, sets }) => ({
          exerciseId: entry.exerciseId,
          notes: entry.notes.trim(),
          with: supersets
            .map((other, i) => (entry.superset !== null && other === entry.superset ? i : -1))
            .filter((i) => i >= 0),
          sets: sets.map(({ kind, loadMode, loadG, reps, rir2, durationMs, distanceM }) => {
            // An RPE of 0 is taken for none: told with the other RPEs that Hevy doesn't know.
            return {
              kind,
              loadMode,
              loadG: loadG || null,
              reps,
              rir2: rir2 === 20 ? null : rir2,
              durationMs,
              distanceM,
            }
          }),
        })),
      }
    })
    .sort((a, b) => a.start - b.start)
}

const words = fc.constantFrom(
  '',
  'Push',
  '=SUM(A1)',
  '+2.5 next time',
  '-10 felt light',
  '@home',
  "'=x",
  'Slow, then\nfaster "hook"',
  'Kräftig – gut!',
  '中文 💪',
)
const figure = fc.oneof(
  fc.integer({ min: 1, max: 400_000 }),
  fc.integer({ min: 1, max: 1600 }).map((n) => n * 250),
)
const set: fc.Arbitrary<LoggedSet> = fc
  .record({
    kind: fc.constantFrom('normal', 'warmup', 'drop', 'failure' as const),
    loadG: figure,
    reps: fc.integer({ min: 0, max: 30 }),
    rir2: fc.option(fc.integer({ min: 0, max: 20 })),
  })
  .map(({ loadG, reps, ...change }) => done(loadG / 1000, reps, change as Partial<LoggedSet>))
const run: fc.Arbitrary<LoggedSet> = fc
  .record({
    durationMs: fc.integer({ min: 1, max: 9_000 }).map((s) => s * 1000),
    distanceM: fc.integer({ min: 1, max: 99_999 }),
  })
  .map((change) => done(null, null, { loadMode: 'none', ...change }))
const pullUp = fc.integer({ min: 1, max: 30 }).map((reps) => done(null, reps, { loadMode: 'bodyweight' }))
const assisted = figure.map((grams) => done(grams / 1000, 8, { loadMode: 'assisted' }))

const LIFTS = ['bench-press', 'back-squat', 'deadlift', OWN.id]
const workout = fc
  .record({
    lifts: fc.uniqueArray(fc.constantFrom(...LIFTS), { minLength: 1 }),
    sets: fc.array(set, { minLength: 1, maxLength: 5 }),
    runs: fc.array(run, { maxLength: 2 }),
    pulls: fc.array(pullUp, { maxLength: 3 }),
    assisted: fc.array(assisted, { maxLength: 2 }),
    title: words,
    notes: words,
    note: words,
    superset: fc.boolean(),
    minutes: fc.integer({ min: 0, max: 300 }),
  })
  .map((made) => (day: number) => {
    const of = {
      ...Object.fromEntries(made.lifts.map((id) => [id, made.sets])),
      ...(made.runs.length > 0 && { running: made.runs }),
      ...(made.pulls.length > 0 && { 'pull-up': made.pulls }),
      ...(made.assisted.length > 0 && { 'assisted-pull-up': made.assisted }),
    }
    const startedAt = day * 86_400_000 + 17 * 3_600_000
    const lasts = made.minutes * 60_000
    const whole = workoutOn(day, of, {
      ...{ title: made.title, notes: made.notes, zone: ZONE, startedAt, localDay: dayOf(startedAt, ZONE) },
      ...{ endedAt: startedAt + lasts, activeMs: lasts },
    })
    const isSuper = made.superset && whole.entries.length > 1
    for (const [i, { entry }] of whole.entries.entries()) {
      entry.notes = i === 0 ? made.note : ''
      if (isSuper && i < 2) entry.superset = 3
    }
    return whole
  })
const history = fc
  .array(workout, { minLength: 1, maxLength: 6 })
  .map((made) => made.map((make, i) => make(19_800 + i * 3)).reverse())

describe('a log in Hevy’s shape', () => {
  test.each([['kilograms and kilometres', KG] as const, ['pounds and miles', LB] as const])(
    'in %s comes back to the gram and the metre',
    (_name, units) => {
      fc.assert(
        fc.property(history, (wholes) => {
          expect(told(back(csv(wholes, units)))).toEqual(told(wholes))
          const {
            rpe: _rpe,
            formulas: _formulas,
            ownExercises: _own,
            otherUnit,
            otherDistance: _far,
            ...lost
          } = lossesOf(wholes, units)
          expect(lost).toEqual({})
          expect((otherUnit ?? 0) > 0).toBe(units === LB)
        }),
        { numRuns: 40 },
      )
    },
  )

  test('has the columns of Hevy’s own, text in quotes and numbers bare', () => {
    const whole = workoutOn(
      20_080,
      { 'pull-up': [done(null, 8, { loadMode: 'bodyweight', rir2: 3 })] },
      { title: 'Pull "up"', notes: 'a\nb' },
    )
    expect(csv([whole]).split('\n')).toEqual([
      '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index","set_type","weight_kg","reps","distance_km","duration_seconds","rpe"',
      `"Pull ""up""","23 Dec 2024, 18:00","23 Dec 2024, 19:00","a\\nb","${nameOf('pull-up').text}",,"",0,"normal",,8,,,8.5`,
      '',
    ])
    expect(hevyHeader(LB)).toContain('"weight_lbs","reps","distance_miles"')
  })

  test('names every exercise of the catalogue so that the name leads back to it, and as Hevy names it where it can', () => {
    expect(CATALOGUE.filter(({ id }) => !nameOf(id).isSure).map(({ id }) => id)).toEqual([])
    expect(nameOf('bench-press').text).toBe('Bench Press (Barbell)')
    expect(nameOf(OWN.id)).toEqual({ text: OWN.name, isSure: true })
  })

  test('runs no formula in a spreadsheet, and loses no letter by it', () => {
    fc.assert(
      fc.property(fc.oneof(words, fc.string()), (text) => {
        expect(guardFormula(text)).not.toMatch(/^[=+\-@\t\r]/)
        expect(unguardFormula(guardFormula(text))).toBe(text)
      }),
    )
    expect(csv([workoutOn(20_080, { deadlift: [done(100, 5)] }, { title: '=HYPERLINK("http://x")' })])).toContain(
      `"'=HYPERLINK(""http://x"")"`,
    )
  })
})

describe('what the shape can’t say', () => {
  const one = (sets: LoggedSet[], change = {}, exerciseId = 'bench-press') => [
    workoutOn(20_080, { [exerciseId]: sets }, { zone: ZONE, ...change }),
  ]
  const mile = done(null, null, { loadMode: 'none', distanceM: 1609, enteredDistance: '1', distanceUnit: 'mi' })
  const cases: [LossKey, WholeWorkout[], number][] = [
    ['open', one([done(60, 5)], { state: 'open', endedAt: null }), 1],
    ['emptyWorkouts', one([planned(60, 5)]), 1],
    ['emptyExercises', [workoutOn(20_080, { deadlift: [done(60, 5)], 'bench-press': [] }, { zone: ZONE })], 1],
    ['notDone', one([done(60, 5), planned(60, 5), planned(60, 5)]), 2],
    ['noFigures', one([done(60, 5), done(null, null)]), 1],
    ['noFigures', one([done(60, 5), done(null, 0)]), 1],
    ['otherUnit', one([done(61.235, 5, { enteredLoad: '135', enteredUnit: 'lb' })]), 1],
    ['otherDistance', one([mile], {}, 'running'), 1],
    ['kinds', one([done(60, 5), done(60, 9, { kind: 'amrap' }), done(60, 3, { kind: 'forced' })]), 2],
    ['sides', one([done(60, 5, { repsRight: 4 }), done(60, 5)]), 1],
    ['counted', one([done(null, 44, { loadMode: 'none', durationMs: 600_000 })], {}, STAIRS.id), 1],
    [
      'clocks',
      one([done(60, 5)]).map((whole) => ({
        ...whole,
        entries: whole.entries.map(({ entry, sets }) => ({ entry: { ...entry, everyS: 60 }, sets })),
      })),
      1,
    ],
    ['setNotes', one([done(60, 5, { notes: 'left knee' }), done(60, 5)]), 1],
    ['loadMode', one([done(20, 5, { loadMode: 'band' })]), 1],
    ['bodyweight', one([done(60, 5)], { bodyweightG: 80_000 }), 1],
    ['ownExercises', one([done(60, 5)], {}, OWN.id), 1],
    [
      'rests',
      one([done(60, 5)]).map((whole) => ({
        ...whole,
        entries: whole.entries.map(({ entry, sets }) => ({ entry: { ...entry, restS: 90 }, sets })),
      })),
      1,
    ],
    ['pauses', one([done(60, 5)], { activeMs: 10 }), 1],
    ['partial', one([done(60, 5)], { state: 'partial' }), 1],
    ['zones', one([done(60, 5)], { zone: 'Asia/Tokyo' }), 1],
    ['sameMinute', [...one([done(60, 5)]), ...one([done(70, 5)], { id: 'another' })], 1],
    ['rpe', one([done(60, 5, { rir2: 7 }), done(60, 5, { rir2: 10 }), done(60, 5, { rir2: 3 })]), 2],
    ['fractions', one([done(null, null, { loadMode: 'none', durationMs: 61_500 })], {}, 'running'), 1],
    ['confirmed', one([done(60, 5, { confirmed: '60000 × 5' })]), 1],
    ['tracks', one([done(null, null, { loadMode: 'none', distanceM: 1000, bests: [1000, 0] })], {}, 'running'), 1],
    ['formulas', one([done(60, 5)], { title: '=1+1', notes: '- tired' }), 2],
  ]

  test.each(cases)('%s is counted', (key, wholes, n) => {
    expect(lossesOf(wholes)).toEqual({ [key]: n })
  })

  test('shared names are counted: our own import would ask which is meant', () => {
    const twin = { ...OWN, id: '018f0000-0000-7000-8000-00000000cafe' }
    const names = exportNames([twin, ...ALL], (id) => (id === twin.id ? twin : exerciseOf(id)))
    const losses = createLosses({ units: KG, zone: ZONE, nameOf: names, exerciseOf, isOwn: () => true })
    for (const whole of one([done(60, 5)], {}, OWN.id)) losses.add(whole)
    expect(losses.result()).toEqual([
      { key: 'ownExercises', n: 1 },
      { key: 'sharedNames', n: 1 },
    ])
  })

  test('every kind of loss has a case here', () => {
    expect(LOSSES.filter((key) => key !== 'sharedNames' && !cases.some(([named]) => named === key))).toEqual([])
  })

  test('a plain log loses nothing', () => {
    expect(lossesOf(one([done(60, 5), done(60, 5)]))).toEqual({})
  })
})
