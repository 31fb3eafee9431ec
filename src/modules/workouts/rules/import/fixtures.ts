/**
 * Files as Strong and Hevy write them, made from one invented training history: the same seed gives the same bytes. For
 * tests and benchmarks; two files of one history must import as the same workouts.
 */
import { dayFromCivil } from '../../../../shared/local-day.ts'

export type MadeSet = {
  kind: 'normal' | 'warmup' | 'dropset' | 'failure'
  /** Null for bodyweight. */
  kg: number | null
  reps: number | null
  km: number | null
  seconds: number | null
  rpe: number | null
  note: string
}
export type MadeBlock = {
  strong: string
  hevy: string
  superset: number | null
  note: string
  restS: number
  sets: MadeSet[]
}
export type MadeWorkout = {
  title: string
  /** Wall clock. */
  day: number
  hour: number
  minute: number
  second: number
  minutes: number
  note: string
  blocks: MadeBlock[]
}

/** Mulberry32: small, and the same on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Kind = 'load' | 'body' | 'assisted' | 'run' | 'hold'
/** The name in Strong, the name in Hevy, what its sets hold, a working load in kg. */
type Lift = readonly [string, string, Kind, number]

const DAYS: readonly (readonly [string, readonly Lift[]])[] = [
  [
    'Push Day',
    [
      ['Bench Press (Barbell)', 'Bench Press (Barbell)', 'load', 80],
      ['Incline Bench Press (Dumbbell)', 'Incline Bench Press (Dumbbell)', 'load', 26],
      ['Overhead Press (Barbell)', 'Overhead Press (Barbell)', 'load', 45],
      ['Lateral Raise (Dumbbell)', 'Lateral Raise (Dumbbell)', 'load', 10],
      ['Triceps Pushdown (Cable - Straight Bar)', 'Triceps Pushdown', 'load', 27.5],
      ['Chest Dip', 'Chest Dip', 'body', 0],
    ],
  ],
  [
    'Pull Day',
    [
      ['Deadlift (Barbell)', 'Deadlift (Barbell)', 'load', 130],
      ['Pull Up', 'Pull Up', 'body', 0],
      ['Pull Up (Assisted)', 'Pull Up (Assisted)', 'assisted', 21],
      ['Seated Row (Cable)', 'Seated Cable Row - V Grip (Cable)', 'load', 60],
      ['Bicep Curl (Dumbbell)', 'Bicep Curl (Dumbbell)', 'load', 14],
      ['Face Pull (Cable)', 'Face Pull', 'load', 22.5],
    ],
  ],
  [
    'Legs',
    [
      ['Squat (Barbell)', 'Squat (Barbell)', 'load', 105],
      ['Romanian Deadlift (Barbell)', 'Romanian Deadlift (Barbell)', 'load', 90],
      ['Leg Press', 'Leg Press (Machine)', 'load', 180],
      ['Lying Leg Curl (Machine)', 'Lying Leg Curl (Machine)', 'load', 42.5],
      ['Standing Calf Raise (Machine)', 'Standing Calf Raise (Machine)', 'load', 70],
      ['Plank', 'Plank', 'hold', 0],
    ],
  ],
  ['Sunday run', [['Running', 'Running', 'run', 0]]],
]

const NOTES = [
  'Felt heavy',
  'Grip slipped, "hook" next time',
  'Belt; new shoes',
  'Slow, then\nfaster',
  'Kräftig – gut!',
]

const set = (fields: Partial<MadeSet>): MadeSet => ({
  kind: 'normal',
  kg: null,
  reps: null,
  km: null,
  seconds: null,
  rpe: null,
  note: '',
  ...fields,
})

function setsOf(kind: Kind, base: number, week: number, random: () => number): MadeSet[] {
  const rpe = () => (random() < 0.5 ? null : 7 + Math.floor(random() * 6) / 2)
  if (kind === 'run') {
    const km = Math.round((4 + random() * 6) * 100) / 100
    return [set({ km, seconds: Math.round(km * (310 + random() * 40)) })]
  }
  if (kind === 'hold') return [1, 2, 3].map(() => set({ seconds: 45 + 5 * Math.floor(random() * 6) }))
  const step = base >= 20 ? 2.5 : 1
  const kg = kind === 'body' ? null : base + step * (Math.floor(week / 3) * (kind === 'assisted' ? -1 : 1))
  const load = kg === null ? null : Math.max(step, kg)
  const sets: MadeSet[] = []
  if (load !== null && load >= 60) {
    sets.push(
      set({ kind: 'warmup', kg: 20, reps: 10 }),
      set({ kind: 'warmup', kg: Math.round(load / 5) * 2.5, reps: 5 }),
    )
  }
  const count = 3 + Math.floor(random() * 2)
  for (let i = 0; i < count; i++) sets.push(set({ kg: load, reps: 5 + Math.floor(random() * 6), rpe: rpe() }))
  if (random() < 0.1) sets.push(set({ kind: 'failure', kg: load, reps: 3, rpe: 10 }))
  if (random() < 0.1 && load !== null)
    sets.push(set({ kind: 'dropset', kg: Math.max(step, load - 10 * step), reps: 8 }))
  const last = sets.at(-1)
  if (last && random() < 0.06) last.note = NOTES[Math.floor(random() * NOTES.length)] ?? ''
  return sets
}

/** Four workouts a week, oldest first, from Monday 1 January 2024. */
export function madeHistory(seed: number, weeks: number): MadeWorkout[] {
  const random = seeded(seed)
  const first = dayFromCivil(2024, 1, 1)
  const workouts: MadeWorkout[] = []
  for (let week = 0; week < weeks; week++) {
    DAYS.forEach(([title, lifts], i) => {
      const blocks = lifts
        .filter(() => lifts.length === 1 || random() < 0.85)
        .map(([strong, hevy, kind, base]): MadeBlock => {
          const sets = setsOf(kind, base, week, random)
          return { strong, hevy, superset: null, note: '', restS: 90, sets }
        })
      const [, , third, fourth] = blocks
      if (third && fourth && random() < 0.3) {
        third.superset = 0
        fourth.superset = 0
      }
      const [opening] = blocks
      if (opening && random() < 0.1) opening.note = NOTES[Math.floor(random() * NOTES.length)] ?? ''
      workouts.push({
        title,
        day: first + week * 7 + i * 2,
        hour: 6 + Math.floor(random() * 14),
        minute: Math.floor(random() * 60),
        second: Math.floor(random() * 60),
        minutes: 40 + Math.floor(random() * 60),
        note: random() < 0.1 ? (NOTES[Math.floor(random() * NOTES.length)] ?? '') : '',
        blocks: blocks.filter(({ sets }) => sets.length > 0),
      })
    })
  }
  return workouts
}

export const two = (value: number) => String(value).padStart(2, '0')
