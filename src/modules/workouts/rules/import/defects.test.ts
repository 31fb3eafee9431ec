/** Defects that others' importers have, each a test of its own. */
import { describe, expect, test } from 'vitest'
import { plan, setsOf } from './fixtures-plan.ts'
import { sentence } from './fixtures-words.ts'

const HEVY =
  '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index","set_type","weight_kg","reps","distance_km","duration_seconds","rpe"'
const AT = '"Push","1 Mar 2025, 10:00","1 Mar 2025, 11:00","All of it"'
const hevy = (...rows: string[]) => [HEVY, ...rows.map((row) => `${AT},${row}`), ''].join('\n')

describe('Hevy', () => {
  test('a blank weight is no weight, and nought is nought: neither ever becomes 1', () => {
    const text = hevy(
      '"Pull Up",,"",0,"normal",,10,,,',
      '"Bench Press (Barbell)",,"",0,"normal",0,10,,,',
      '"Bench Press (Barbell)",,"",1,"normal",1,10,,,',
    )
    expect(setsOf(plan(text).workouts).map(({ loadG }) => loadG)).toEqual([null, 0, 1000])
  })

  test('5.2 km are 5,200 m and 3.1 miles 4,989 m', () => {
    const kilometres = hevy('"Running",,"",0,"normal",,,5.2,1570,')
    const miles = hevy('"Running",,"",0,"normal",,,3.1,1570,').replace('distance_km', 'distance_miles')
    const metres = (text: string) =>
      setsOf(plan(text).workouts).map(({ distanceM, distanceUnit }) => [distanceM, distanceUnit])
    expect([metres(kilometres), metres(miles)]).toEqual([[[5200, 'km']], [[4989, 'mi']]])
  })

  test('a weight in pounds beside a distance in kilometres: each column has its own unit', () => {
    const text = hevy('"Bench Press (Barbell)",,"",0,"normal",135,5,,,', '"Running",,"",0,"normal",,,5,,').replace(
      'weight_kg',
      'weight_lbs',
    )
    expect(setsOf(plan(text).workouts).map(({ loadG, distanceM }) => [loadG, distanceM])).toEqual([
      [61_235, null],
      [null, 5000],
    ])
  })

  test('an RPE of 8.5 keeps its row and its half', () => {
    const [set] = setsOf(plan(hevy('"Bench Press (Barbell)",,"",0,"normal",80,5,,,8.5')).workouts)
    expect(set).toMatchObject({ reps: 5, rir2: 3 })
  })

  test('supersets and notes are kept: of the exercise, of the workout, with their line breaks', () => {
    const text = hevy(
      '"Bench Press (Barbell)",7,"Slow\\nand low",0,"normal",80,5,,,',
      '"Pull Up",7,"",0,"normal",,8,,,',
      '"Plank",,"",0,"normal",,,,60,',
    )
    const [workout] = plan(text).workouts
    expect(workout?.workout.notes).toBe('All of it')
    expect(workout?.entries.map(({ entry }) => [entry.superset, entry.notes])).toEqual([
      [0, 'Slow\nand low'],
      [0, ''],
      [null, ''],
    ])
  })

  test('an exercise that comes again is not merged into its first time', () => {
    const text = hevy(
      '"Plank",,"",0,"normal",,,,60,',
      '"Pull Up",,"",0,"normal",,8,,,',
      '"Plank",,"",0,"normal",,,,45,',
    )
    expect(plan(text).workouts[0]?.entries.map(({ entry }) => entry.exerciseId)).toEqual(['plank', 'pull-up', 'plank'])
  })

  test('its four kinds of set are four kinds here', () => {
    const text = hevy(
      ...['warmup', 'normal', 'dropset', 'failure'].map(
        (kind, i) => `"Bench Press (Barbell)",,"",${i},"${kind}",80,5,,,`,
      ),
    )
    expect(setsOf(plan(text).workouts).map(({ kind }) => kind)).toEqual(['warmup', 'normal', 'drop', 'failure'])
  })
})

describe('any of them', () => {
  test('one bad row never aborts: it is named, and all others come in', () => {
    const text = hevy(
      '"Bench Press (Barbell)",,"",0,"normal",80,5,,,',
      '"Bench Press (Barbell)",,"",1,"normal",eighty,5,,,',
      '"Bench Press (Barbell)",,"",2,"normal",80,5,,,soon',
      '"Bench Press (Barbell)",,"",3,"normal",80,4,,,',
    )
    const read = plan(text)
    expect(setsOf(read.workouts).map(({ reps }) => reps)).toEqual([5, 5, 4])
    expect(read.badRows.map(sentence)).toEqual(['Line 3 is left out: its load “eighty” is no number.'])
    expect(read.warnings.map(sentence)).toEqual([
      'Line 4: the RPE “soon” is not between 0 and 10; the set is kept without it.',
    ])
  })

  test('Strong: rows that make no sense are named one by one, and the workout around them comes in', () => {
    const text = [
      'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE',
      '2025-03-01 10:00:00,"Push",1h,"Bench Press (Barbell)",1,80,5,0,0,"","",',
      'the day before yesterday,"Push",1h,"Bench Press (Barbell)",2,80,5,0,0,"","",',
      '2025-03-01 10:00:00,"Push",1h,"Bench Press (Barbell)",3,eighty,5,0,0,"","",',
      '2025-03-01 10:00:00,"Push"',
      '2025-03-01 10:00:00,"Push",1h,"Bench Press (Barbell)",4,82.5,4,0,0,"","",8.5',
    ].join('\n')
    const read = plan(text)
    expect(setsOf(read.workouts).map(({ loadG, reps, rir2 }) => [loadG, reps, rir2])).toEqual([
      [80_000, 5, null],
      [82_500, 4, 3],
    ])
    expect(read.badRows.map((row) => sentence(row).split(' ', 2).join(' '))).toEqual(['Line 3', 'Line 4', 'Line 5'])
  })

  test('2.5 kg stay 2.5 kg', () => {
    expect(setsOf(plan(hevy('"Lateral Raise (Dumbbell)",,"",0,"normal",2.5,12,,,')).workouts)[0]?.loadG).toBe(2500)
  })

  test('a name that two exercises answer to is asked, never guessed', () => {
    const exercises = [own('a', 'Zork press'), own('b', 'Zork press')]
    const read = plan(hevy('"Zork press",,"",0,"normal",20,5,,,'), undefined, { exercises })
    expect(read.unsure.map(({ name, candidates }) => [name, candidates.length])).toEqual([['Zork press', 2]])
  })

  test('an implausible figure comes in and is told: 1,500 lb, 600 reps, a workout of 1999', () => {
    const text =
      'Date,Exercise,Weight (lbs),Reps\n2025-03-01 10:00,Leg Press,1500,5\n2025-03-01 10:00,Crunch,,600\n1999-03-01 10:00,Crunch,,20\n'
    expect(plan(text).warnings.map(sentence)).toEqual([
      'Line 2: 1500 lb is more than anyone lifts on most exercises. Check it.',
      'Line 3: 600 reps are a lot for one set. Check them.',
      'Line 4: its workout is of the year 1999. Check the date.',
    ])
  })
})

function own(id: string, name: string) {
  return {
    id,
    name,
    aliases: [],
    equipment: 'other' as const,
    pattern: 'core' as const,
    measure: 'load_reps' as const,
    loadMode: 'external' as const,
    bodyweightFraction: null,
    laterality: 'bilateral' as const,
    implements: 1 as const,
    muscles: {},
    restS: 90,
    notes: '',
  }
}
