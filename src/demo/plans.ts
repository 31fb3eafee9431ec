/** What the demo's athletes train: sessions of a week, and what each lift starts at for an able beginner. */
import type { Plan } from './people.ts'

/** Kilograms of estimated one-rep maximum at strength 1 and bodyweight 80; per dumbbell where two are used. */
type Lift = {
  id: string
  e1rmKg: number
  sets: number
  reps: [number, number]
  stepKg: number
  part: 'lower' | 'upper'
  main?: true
}

const lift = (
  id: string,
  e1rmKg: number,
  sets: number,
  reps: [number, number],
  part: Lift['part'],
  stepKg = 2.5,
): Lift => ({
  id,
  e1rmKg,
  sets,
  reps,
  stepKg,
  part,
})
const main = (id: string, e1rmKg: number, sets: number, reps: [number, number], part: Lift['part']): Lift => ({
  ...lift(id, e1rmKg, sets, reps, part),
  main: true,
})

export type Session = { title: string; lifts: Lift[] }

const squat = (sets: number, reps: [number, number]) => main('back-squat', 105, sets, reps, 'lower')
const bench = (sets: number, reps: [number, number]) => main('bench-press', 78, sets, reps, 'upper')
const pull = (sets: number, reps: [number, number]) => main('deadlift', 130, sets, reps, 'lower')
const press = (sets: number, reps: [number, number]) => main('overhead-press', 50, sets, reps, 'upper')

export const PLANS: Record<Plan, { perWeek: number; sessions: Session[] }> = {
  strength: {
    perWeek: 3,
    sessions: [
      {
        title: 'Squat and bench',
        lifts: [squat(5, [3, 5]), bench(4, [4, 6]), lift('barbell-row', 75, 3, [8, 10], 'upper')],
      },
      {
        title: 'Deadlift and press',
        lifts: [pull(3, [3, 5]), press(4, [5, 6]), lift('lat-pulldown', 70, 3, [8, 12], 'upper')],
      },
      {
        title: 'Volume',
        lifts: [
          squat(3, [8, 8]),
          bench(3, [8, 10]),
          lift('romanian-deadlift', 105, 3, [8, 8], 'lower'),
          lift('barbell-curl', 38, 2, [10, 12], 'upper', 1.25),
        ],
      },
    ],
  },
  upper_lower: {
    perWeek: 4,
    sessions: [
      {
        title: 'Upper A',
        lifts: [
          bench(4, [5, 6]),
          lift('chest-supported-row', 36, 4, [8, 10], 'upper', 2),
          press(3, [6, 8]),
          lift('lateral-raise', 14, 3, [12, 15], 'upper', 1),
        ],
      },
      {
        title: 'Lower A',
        lifts: [
          squat(4, [4, 6]),
          lift('romanian-deadlift', 105, 3, [8, 8], 'lower'),
          lift('leg-extension', 75, 3, [10, 15], 'lower'),
        ],
      },
      {
        title: 'Upper B',
        lifts: [
          press(4, [5, 6]),
          lift('lat-pulldown', 70, 4, [8, 10], 'upper'),
          lift('incline-dumbbell-press', 30, 3, [8, 10], 'upper', 2),
          lift('rope-pushdown', 38, 3, [10, 12], 'upper'),
        ],
      },
      {
        title: 'Lower B',
        lifts: [
          pull(3, [3, 5]),
          lift('lying-leg-curl', 55, 3, [10, 12], 'lower'),
          lift('dumbbell-lunge', 26, 3, [10, 10], 'lower', 2),
        ],
      },
    ],
  },
  push_pull_legs: {
    perWeek: 5,
    sessions: [
      {
        title: 'Push',
        lifts: [
          bench(4, [6, 8]),
          lift('incline-dumbbell-press', 30, 3, [8, 10], 'upper', 2),
          lift('lateral-raise', 14, 3, [12, 15], 'upper', 1),
          lift('rope-pushdown', 38, 3, [10, 12], 'upper'),
        ],
      },
      {
        title: 'Pull',
        lifts: [
          lift('barbell-row', 75, 4, [6, 8], 'upper'),
          lift('lat-pulldown', 70, 3, [8, 12], 'upper'),
          lift('barbell-curl', 38, 3, [8, 12], 'upper', 1.25),
        ],
      },
      {
        title: 'Legs',
        lifts: [
          squat(4, [5, 8]),
          lift('romanian-deadlift', 105, 3, [8, 10], 'lower'),
          lift('leg-extension', 75, 3, [12, 15], 'lower'),
        ],
      },
    ],
  },
  full_body: {
    perWeek: 3,
    sessions: [
      {
        title: 'Full body A',
        lifts: [squat(3, [5, 8]), bench(3, [6, 8]), lift('lat-pulldown', 70, 3, [8, 12], 'upper')],
      },
      {
        title: 'Full body B',
        lifts: [pull(3, [5, 5]), press(3, [6, 8]), lift('one-arm-dumbbell-row', 34, 3, [8, 12], 'upper', 2)],
      },
      {
        title: 'Full body C',
        lifts: [
          lift('dumbbell-lunge', 26, 3, [8, 10], 'lower', 2),
          lift('incline-dumbbell-press', 30, 3, [8, 10], 'upper', 2),
          lift('seated-cable-row', 66, 3, [8, 12], 'upper'),
        ],
      },
    ],
  },
}

export type { Lift }
