/** Golden files: one of each app that people come from, in its exact headers, with the traps that it is known for. */
import { describe, expect, test } from 'vitest'
import { plan, setsOf } from './fixtures-plan.ts'
import { sentence } from './fixtures-words.ts'
import type { ImportPlan } from './plan.ts'
import { readImport } from './read.ts'

/** Everything that counts of a plan, one line a set. */
function golden({ workouts, open, badRows }: ImportPlan) {
  expect(open).toEqual([])
  expect(badRows).toEqual([])
  return workouts.map(({ workout, entries }) => ({
    title: workout.title,
    at: new Date(workout.startedAt).toISOString(),
    sets: entries.map(({ entry, sets }) => [
      entry.exerciseId,
      ...sets.map((set) =>
        [
          ...(set.kind === 'normal' ? [] : [set.kind]),
          ...(set.loadG === null ? [] : [`${set.enteredLoad} ${set.enteredUnit} ${set.loadG}g`]),
          ...(set.reps === null ? [] : [`×${set.reps}`]),
          ...(set.durationMs === null ? [] : [`${set.durationMs / 1000}s`]),
          ...(set.distanceM === null ? [] : [`${set.distanceM}m`]),
          ...(set.rir2 === null ? [] : [`RIR ${set.rir2 / 2}`]),
        ].join(' '),
      ),
    ]),
  }))
}
const sourceOf = (text: string) => readImport(text, { fileName: 'x.csv' }).source

const FITNOTES_ANDROID = `Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment
2025-03-01,Flat Barbell Bench Press,Chest,80.0,kgs,5,,,,
2025-03-01,Flat Barbell Bench Press,Chest,82.5,kgs,3,,,,"Slow, but clean"
2025-03-01,Pull Up,Back,0.0,kgs,8,,,,
2025-03-01,Rowing Machine,Cardio,,,,2000.0,m,0:08:15,
2025-03-03,Deadlift,Back,315.0,lbs,3,,,,
`
const FITNOTES_IOS = `Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,Kind
2025-03-01,Bench Press,Chest,70.00,154.32,5,,,,,wr
2025-03-01,Bench Press,Chest,61.23,135.00,6,,,,,wr
2025-03-01,Crunch,Abs,0.00,0.00,35,,,,,wr
2025-03-01,Plank,Abs,,,,,,0:01:30,,t
2025-03-01,Running,Cardio,,,,3.1,mi,0:26:10,easy,dt
`
const STRONGLIFTS = `Date (yyyy/mm/dd),Workout,Workout Name,Program Name,Body Weight (LB),Exercise,Sets×Reps,Sets×Time,Top Set (Reps×LB),e1RM (LB),Reps,Volume (LB),Workout Volume (LB),Duration (hours),Start Time (h:mm),End Time (h:mm),Notes,Set 1 (Reps),Set 1 (LB),Set 2 (Reps),Set 2 (LB),Set 3 (Reps), Set 3 (LB)
"2025/03/01","12","Workout A","Stronglifts 5×5","175.5","Squat","2×5","","5×135","151.9","10","1350","2100","0.75","11:37 PM","12:22 AM","Second week","5","135","5","135","0","0"
"2025/03/01","12","Workout A","Stronglifts 5×5","175.5","Bench Press","3×5","","5×95","106.9","14","1330","2100","0.75","11:37 PM","12:22 AM","Second week","5","95","5","95","4","95"
`
const FITBOD = `Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,multiplier
2025-03-03 17:05:00 +0000,Dumbbell Bench Press,10,22.679618,0,0,0,0,true,,2
2025-03-03 17:05:00 +0000,Dumbbell Bench Press,8,22.5,0,0,0,0,false,left shoulder,2
2025-03-01 06:30:00 +0000,Deadlift,5,102.05828,0,0,0,0,false,,1
2025-03-01 06:30:00 +0000,Running - Treadmill,0,0,1800,5000,1.5,0,false,,1
`
const LIFTOSAUR = `Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,Completed Reps,Is AMRAP?,Required RPE,Completed RPE,Log RPE?,Required Weight Value,Required Weight Unit,Completed Weight Value,Completed Weight Unit,Ask Weight?,Completed Reps Time,Target Muscles,Synergist Muscles,Notes
2025-03-01T10:00:00.000Z,GZCLP,Day 1,"Squat, Barbell",1,5,5,0,,,0,40,kg,40,kg,0,2025-03-01T10:02:10.000Z,"Quadriceps,Gluteus","Soleus",
2025-03-01T10:00:00.000Z,GZCLP,Day 1,"Squat, Barbell",0,3,4,1,8,8.5,1,100,kg,102.5,kg,0,2025-03-01T10:09:40.000Z,"Quadriceps,Gluteus","Soleus",
2025-03-01T10:00:00.000Z,GZCLP,Day 1,"Squat, Barbell",0,3,,1,8,,1,100,kg,100,kg,0,,"Quadriceps,Gluteus","Soleus",
2025-03-01T10:00:00.000Z,GZCLP,Day 1,"Bench Press, Barbell",0,5,0,0,,,0,135,lb,135,lb,0,2025-03-01T10:20:00.000Z,,,
`
const LIFTLOG = `SessionId,Timestamp,Exercise,Weight,WeightUnit,Reps,TargetReps,Notes
b2,2025-03-03T18:20:06,Bench Press,67.5,kg,9,12,
b2,2025-03-03T18:16:39,Bench Press,67.5,kg,12,12,
b2,2025-03-03T18:09:02,Pull-ups,0,kg,7,8,
a1,2025-03-01T10:44:50,Squat,97.5,kg,8,8,
a1,2025-03-01T10:43:41,Squat,97.5,kg,8,8,belt
`

describe('FitNotes', () => {
  test('Android: a day is a workout, each line says its unit, nought kilograms are none', () => {
    expect(sourceOf(FITNOTES_ANDROID)).toBe('fitnotes')
    expect(golden(plan(FITNOTES_ANDROID, {}))).toEqual([
      {
        title: '',
        at: '2025-03-01T11:00:00.000Z',
        sets: [
          ['bench-press', '80.0 kg 80000g ×5', '82.5 kg 82500g ×3'],
          ['pull-up', '×8'],
          ['rowing-machine', '495s 2000m'],
        ],
      },
      { title: '', at: '2025-03-03T11:00:00.000Z', sets: [['deadlift', '315.0 lb 142882g ×3']] },
    ])
  })

  test('iOS: of kg and lbs side by side the typed one counts, and its Kind is no kind of set', () => {
    expect(sourceOf(FITNOTES_IOS)).toBe('fitnotes')
    const read = plan(FITNOTES_IOS, {})
    expect(golden(read)[0]?.sets).toEqual([
      ['bench-press', '70.00 kg 70000g ×5', '135.00 lb 61235g ×6'],
      ['crunch', '×35'],
      ['plank', '90s'],
      ['running', '1570s 4989m'],
    ])
    expect(read.warnings.map(sentence)).toEqual(['The file has days without times: these workouts are put at noon.'])
  })
})

test('StrongLifts: sets side by side, unused ones left out; clocks of their own columns, over midnight; bodyweight', () => {
  expect(sourceOf(STRONGLIFTS)).toBe('stronglifts')
  const read = plan(STRONGLIFTS, {})
  expect(golden(read)).toEqual([
    {
      title: 'Workout A',
      at: '2025-03-01T22:37:00.000Z',
      sets: [
        ['back-squat', '135 lb 61235g ×5', '135 lb 61235g ×5'],
        ['bench-press', '95 lb 43091g ×5', '95 lb 43091g ×5', '95 lb 43091g ×4'],
      ],
    },
  ])
  expect(read.workouts[0]?.workout).toMatchObject({
    activeMs: 45 * 60_000,
    notes: 'Second week',
    bodyweightG: 79_605,
    source: 'stronglifts',
  })
})

test('Fitbod: pounds that it turned into kilograms are pounds again, kilograms stay; incline is not a load', () => {
  expect(sourceOf(FITBOD)).toBe('fitbod')
  expect(golden(plan(FITBOD, {}))).toEqual([
    {
      title: '',
      at: '2025-03-01T06:30:00.000Z',
      sets: [
        ['deadlift', '225 lb 102058g ×5'],
        ['treadmill-run', '1800s 5000m'],
      ],
    },
    {
      title: '',
      at: '2025-03-03T17:05:00.000Z',
      sets: [['dumbbell-bench-press', 'warmup 50 lb 22680g ×10', '22.5 kg 22500g ×8']],
    },
  ])
})

test('Fitbod, each set with a time of its own: one workout, not one a set', () => {
  const text = `Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,multiplier
2025-03-05 18:00:00 +0000,Deadlift,3,120,0,0,0,0,false,,1
2025-03-01 10:12:33 +0000,Deadlift,5,100,0,0,0,0,false,,1
2025-03-01 10:15:33 +0000,Deadlift,5,105,0,0,0,0,false,,1
2025-03-01 10:27:00 +0000,Plank,0,0,45,0,0,0,false,,1
`
  const read = plan(text, {})
  expect(golden(read).map(({ at, sets }) => [at, sets.length])).toEqual([
    ['2025-03-01T10:12:33.000Z', 2],
    ['2025-03-05T18:00:00.000Z', 1],
  ])
  const [first] = read.workouts
  expect(first?.workout.activeMs).toBe((14 * 60 + 27) * 1000)
  expect(setsOf(read.workouts.slice(0, 1)).map(({ doneAt }) => doneAt)).toEqual([
    Date.UTC(2025, 2, 1, 10, 12, 33),
    Date.UTC(2025, 2, 1, 10, 15, 33),
    Date.UTC(2025, 2, 1, 10, 27),
  ])
})

test('Liftosaur: what was done and when, not what was asked; a set that was not done is none, one without reps failed', () => {
  expect(sourceOf(LIFTOSAUR)).toBe('liftosaur')
  const read = plan(LIFTOSAUR, {})
  expect(golden(read)).toEqual([
    {
      title: 'Day 1',
      at: '2025-03-01T10:00:00.000Z',
      sets: [
        ['back-squat', 'warmup 40 kg 40000g ×5', 'amrap 102.5 kg 102500g ×4 RIR 1.5'],
        ['bench-press', '135 lb 61235g ×0'],
      ],
    },
  ])
  expect(setsOf(read.workouts)[1]?.doneAt).toBe(Date.UTC(2025, 2, 1, 10, 9, 40))
})

test('LiftLog: one id is one workout, whatever its sets’ times; the newest set stands first and comes last', () => {
  expect(sourceOf(LIFTLOG)).toBe('liftlog')
  expect(golden(plan(LIFTLOG, {}))).toEqual([
    { title: '', at: '2025-03-01T09:43:41.000Z', sets: [['back-squat', '97.5 kg 97500g ×8', '97.5 kg 97500g ×8']] },
    {
      title: '',
      at: '2025-03-03T17:09:02.000Z',
      sets: [
        ['pull-up', '×7'],
        ['bench-press', '67.5 kg 67500g ×12', '67.5 kg 67500g ×9'],
      ],
    },
  ])
})

describe('each of them', () => {
  const FILES = { FITNOTES_ANDROID, FITNOTES_IOS, STRONGLIFTS, FITBOD, LIFTOSAUR, LIFTLOG }

  test.each(Object.entries(FILES))('%s: the same file again is all duplicates, by the same ids', (_, text) => {
    const { workouts } = plan(text, {})
    const existing = workouts.map(({ workout: { id, startedAt } }) => ({ id, startedAt }))
    const again = plan(text, {}, { existing })
    expect(again.workouts).toEqual([])
    expect(again.duplicates.map(({ why }) => why)).toEqual(existing.map(() => 'imported'))
  })

  test.each(Object.entries(FILES))('%s: a line in shreds costs itself and no other', (_, text) => {
    const lines = text.trimEnd().split('\n')
    const width = lines[0]?.split(',').length ?? 0
    const shreds = ['nonsense', ','.repeat(width - 1), `2025-02-30${',x'.repeat(width - 1)}`, '"open']
    const broken = plan([lines[0], ...shreds.slice(0, 3), ...lines.slice(1), shreds[3]].join('\n'), {})
    const whole = plan(text, {})
    expect(broken.workouts).toEqual(whole.workouts)
    expect(broken.counts.badRows).toBeGreaterThan(0)
  })
})
