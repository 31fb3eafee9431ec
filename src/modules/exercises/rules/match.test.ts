import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../data/catalogue.ts'
import { createMatcher, editDistance } from './match.ts'
import { bagOf, wordsOf } from './names.ts'

const match = createMatcher(CATALOGUE)
const found = (name: string) => {
  const result = match(name)
  return result.how === 'ask' ? 'ask' : result.exerciseId
}

/** As the apps write them, the most used first. */
const STRONG =
  'Squat (Barbell)|Bench Press (Barbell)|Deadlift (Barbell)|Overhead Press (Barbell)|Bent Over Row (Barbell)|Pull Up|Pull Up (Assisted)|Chin Up|Lat Pulldown (Cable)|Seated Row (Cable)|Incline Bench Press (Barbell)|Incline Bench Press (Dumbbell)|Bench Press (Dumbbell)|Bench Press - Close Grip (Barbell)|Chest Press (Machine)|Chest Fly|Pec Deck (Machine)|Cable Crossover|Chest Dip|Triceps Dip|Push Up|Bicep Curl (Barbell)|Bicep Curl (Dumbbell)|Hammer Curl (Dumbbell)|Preacher Curl (Barbell)|Triceps Pushdown (Cable - Straight Bar)|Skullcrusher (Barbell)|Lateral Raise (Dumbbell)|Reverse Fly (Dumbbell)|Face Pull (Cable)|Upright Row (Barbell)|Shrug (Barbell)|Arnold Press (Dumbbell)|Leg Press|Leg Extension (Machine)|Lying Leg Curl (Machine)|Seated Leg Curl (Machine)|Standing Calf Raise (Machine)|Romanian Deadlift (Barbell)|Sumo Deadlift (Barbell)|Hip Thrust (Barbell)|Front Squat (Barbell)|Hack Squat|Goblet Squat (Kettlebell)|Bulgarian Split Squat|Lunge (Dumbbell)|T Bar Row|Snatch (Barbell)|Clean and Jerk (Barbell)|Power Clean|Kettlebell Swing|Plank|Crunch|Hanging Leg Raise|Russian Twist|Back Extension|Running|Cycling (Indoor)|Rowing (Machine)|Walking'
const HEVY =
  'Bench Press (Barbell)|Squat (Barbell)|Deadlift (Barbell)|Incline Bench Press (Dumbbell)|Lat Pulldown (Cable)|Seated Cable Row - V Grip (Cable)|Triceps Pushdown|Triceps Rope Pushdown|Bicep Curl (Dumbbell)|Hammer Curl (Dumbbell)|Lateral Raise (Cable)|Leg Press (Machine)|Leg Extension (Machine)|Calf Press (Machine)|Romanian Deadlift (Dumbbell)|Hip Thrust (Machine)|Face Pull|Pull Up (Weighted)|Chest Dip (Weighted)|Push Up|Shoulder Press (Dumbbell)|Seated Shoulder Press (Machine)|Butterfly (Pec Deck)|Cable Fly Crossovers|Dumbbell Row|Iso-Lateral Row (Machine)|EZ Bar Biceps Curl|Overhead Triceps Extension (Cable)|Rear Delt Reverse Fly (Machine)|Hip Abduction (Machine)|Hip Adduction (Machine)|Cable Crunch|Treadmill|Elliptical Trainer|Stair Machine (Floors)|Straight Arm Lat Pulldown (Cable)|Deadlift (Trap bar)|Farmers Walk'

describe('matching the names of other apps', () => {
  test('every common name of Strong and Hevy is found without asking', () => {
    const asked = `${STRONG}|${HEVY}`.split('|').filter((name) => found(name) === 'ask')
    expect(asked).toEqual([])
  })

  test.each([
    ['Bench Press (Barbell)', 'bench-press'],
    ['BENCH  PRESS', 'bench-press'],
    ['Barbell Bench-Press', 'bench-press'],
    ['Press, Bench (BB)', 'bench-press'],
    ['pull-ups', 'pull-up'],
    ['Pullup', 'pull-up'],
    ['RDL', 'romanian-deadlift'],
    ['OHP', 'overhead-press'],
    ['Pull Up (Assisted)', 'assisted-pull-up'],
  ])('%s', (name, id) => expect(found(name)).toBe(id))

  test('is never guessed: half a name, a typo, a foreign word are asked', () => {
    for (const name of ['Press', 'Bench Pres', 'Liegestuhl (Langhantel)', '', '???'])
      expect(found(name), name).toBe('ask')
    const asked = match('Bench Pres (Barbel)')
    expect(asked.how === 'ask' && asked.candidates[0]?.exerciseId).toBe('bench-press')
  })

  test.each([
    ['Bankdrücken (Langhantel)', 'bench-press'],
    ['Schrägbankdrücken (Kurzhantel)', 'incline-dumbbell-press'],
    ['Hackenschmidt Squat (Maschine)', 'hack-squat'],
    ['Rumänisches Kreuzheben (Langhantel)', 'romanian-deadlift'],
    ['Klimmzug', 'pull-up'],
    ['Seitheben (Kurzhantel)', 'lateral-raise'],
    ['Press de Banca (Barra)', 'bench-press'],
    ['Sentadilla (Barra)', 'back-squat'],
    ['Peso Muerto (Barra)', 'deadlift'],
    ['Curl de Bíceps (Mancuerna)', 'dumbbell-curl'],
    ['Développé couché (Barre)', 'bench-press'],
    ['Soulevé de terre (Barre)', 'deadlift'],
    ['Stacco da terra (Bilanciere)', 'deadlift'],
    ['Agachamento (Barra)', 'back-squat'],
    ['Жим лёжа (штанга)', 'bench-press'],
    ['Marklyft (Skivstång)', 'deadlift'],
  ])('in another language: %s', (name, id) => expect(found(name)).toBe(id))

  test('a tie is asked, with both; no weaker step decides it', () => {
    const tied = createMatcher([
      { id: 'a', name: 'Row A', aliases: ['Row (Machine)'] },
      { id: 'b', name: 'Row B', aliases: ['Row (Machine)'] },
      { id: 'c', name: 'Machine row', aliases: [] },
    ])
    expect(tied('Row (Machine)')).toMatchObject({ how: 'ask', candidates: [{ exerciseId: 'a' }, { exerciseId: 'b' }] })
  })

  test("the athlete's own exercise of that name comes before the shipped one", () => {
    const own = '01890000-0000-7000-8000-000000000001'
    const both = createMatcher([...CATALOGUE, { id: own, name: 'Bench press', aliases: [] }])
    expect(both('bench press')).toEqual({ how: 'exact', exerciseId: own })
  })

  test('words are one spelling, whatever is typed', () => {
    expect(bagOf('DB Rows')).toBe(bagOf('Row (Dumbbell)'))
    expect(bagOf('Flyes')).toBe(bagOf('fly'))
    expect(wordsOf('One-Arm Pull-Downs')).toEqual(['single', 'arm', 'pulldown'])
  })

  test('distance counts a swap of neighbours once', () => {
    expect(editDistance('bench', 'bnech', 2)).toBe(1)
    expect(editDistance('squat', 'squat', 1)).toBe(0)
    expect(editDistance('curl', 'press', 2)).toBe(3)
  })
})
