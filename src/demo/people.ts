/** Who lives in the demo: one gym with its staff, two coaches, thirty athletes, told apart by what each one's log can show. */
import type { LoadUnit } from '../modules/workouts/model.ts'

export const DEMO_PASSWORD = 'spotter-demo'

export type Plan = 'strength' | 'upper_lower' | 'push_pull_legs' | 'full_body'

export type DemoAthlete = {
  key: string
  name: string
  zone: string
  unit: LoadUnit
  plan: Plan
  months: number
  /** Share of planned sessions that never happened. */
  missed: number
  rpe: boolean
  bodyweightKg: number
  /** 1 is an able beginner; loads scale with it. */
  strength: number
  coach: 'maya' | 'kenji'
  /** From when on, and for how long, loads stood still. */
  plateau?: { weeksAgo: number; weeks: number }
  /** Weeks ago at which a knee or shoulder was hurt; six careful weeks follow. */
  injury?: { weeksAgo: number; part: 'lower' | 'upper' }
  holidayWeeksAgo?: number[]
  special?: 'nothing' | 'five_thousand' | 'left' | 'in_mid_workout'
}

const a = (
  key: string,
  name: string,
  zone: string,
  plan: Plan,
  months: number,
  rest: Partial<DemoAthlete> = {},
): DemoAthlete => ({
  key,
  name,
  zone,
  unit: 'kg',
  plan,
  months,
  missed: 0.15,
  rpe: true,
  bodyweightKg: 78,
  strength: 1,
  coach: 'maya',
  ...rest,
})

export const COACHES = [
  { key: 'maya', name: 'Maya Lindqvist' },
  { key: 'kenji', name: 'Kenji Watanabe' },
] as const

export const OWNER = { key: 'owner', name: 'Ruth Abara' } as const

/** Who else runs the gym. */
export const FRONT = [
  { key: 'manager', name: 'Ines Duarte', role: 'manager' },
  { key: 'desk', name: 'Theo Lang', role: 'desk' },
] as const

export const ATHLETES: readonly DemoAthlete[] = [
  a('tomas', 'Tomás Rivera', 'Europe/Madrid', 'upper_lower', 30, {
    bodyweightKg: 83.4,
    strength: 1.45,
    missed: 0.1,
    holidayWeeksAgo: [9],
    special: 'in_mid_workout',
  }),
  a('ingrid', 'Ingrid Solheim', 'Europe/Oslo', 'strength', 36, { bodyweightKg: 71, strength: 1.2 }),
  a('dmitri', 'Дмитрий Орлов', 'Europe/Riga', 'strength', 24, { bodyweightKg: 102, strength: 1.6 }),
  a('yuki', '佐藤 由紀', 'Asia/Tokyo', 'full_body', 14, { bodyweightKg: 56, strength: 0.8, coach: 'kenji' }),
  a('layla', 'ليلى حداد', 'Asia/Beirut', 'upper_lower', 18, { bodyweightKg: 62, strength: 0.85, holidayWeeksAgo: [5] }),
  a('marcus', 'Marcus Oyelaran', 'America/Chicago', 'push_pull_legs', 22, {
    unit: 'lb',
    bodyweightKg: 94,
    strength: 1.5,
    injury: { weeksAgo: 12, part: 'lower' },
  }),
  a('grace', 'Grace Whitfield', 'America/New_York', 'full_body', 9, {
    unit: 'lb',
    bodyweightKg: 67,
    strength: 0.8,
    rpe: false,
  }),
  a('nikos', 'Νίκος Παπαδάκης', 'Europe/Athens', 'push_pull_legs', 16, {
    bodyweightKg: 88,
    strength: 1.25,
    coach: 'kenji',
  }),
  a('old-hand', 'Walter Brandt', 'Europe/Berlin', 'upper_lower', 36, {
    bodyweightKg: 81,
    strength: 1.3,
    special: 'five_thousand',
  }),
  a('new-face', 'Nora Eklund', 'Europe/Stockholm', 'full_body', 6, { special: 'nothing' }),
  a('left', 'Callum Reid', 'Europe/London', 'upper_lower', 12, { special: 'left', bodyweightKg: 85 }),
  a('aisha', 'Aisha Bello', 'Africa/Lagos', 'full_body', 11, { bodyweightKg: 69, strength: 0.9, missed: 0.22 }),
  a('ben', 'Ben Achterberg', 'Europe/Amsterdam', 'strength', 27, { bodyweightKg: 96, strength: 1.55 }),
  a('chiara', 'Chiara Moretti', 'Europe/Rome', 'upper_lower', 13, { bodyweightKg: 59, strength: 0.75, coach: 'kenji' }),
  a('daniel', 'Daniel Kowalczyk', 'Europe/Warsaw', 'push_pull_legs', 20, {
    bodyweightKg: 86,
    strength: 1.3,
    rpe: false,
  }),
  a('elif', 'Elif Yıldız', 'Europe/Istanbul', 'full_body', 8, { bodyweightKg: 61, strength: 0.7, missed: 0.28 }),
  a('finn', 'Finn O’Sullivan', 'Europe/Dublin', 'strength', 15, {
    bodyweightKg: 90,
    strength: 1.2,
    holidayWeeksAgo: [3, 44],
    plateau: { weeksAgo: 30, weeks: 14 },
  }),
  a('hana', '한지우', 'Asia/Seoul', 'upper_lower', 10, { bodyweightKg: 58, strength: 0.8, coach: 'kenji' }),
  a('isaac', 'Isaac Mendel', 'America/Los_Angeles', 'push_pull_legs', 25, {
    unit: 'lb',
    bodyweightKg: 79,
    strength: 1.2,
  }),
  a('julia', 'Júlia Carvalho', 'America/Sao_Paulo', 'upper_lower', 17, { bodyweightKg: 64, strength: 0.9 }),
  a('kavya', 'काव्या शर्मा', 'Asia/Kolkata', 'full_body', 12, { bodyweightKg: 60, strength: 0.75, coach: 'kenji' }),
  a('liam', 'Liam Fraser', 'Australia/Sydney', 'strength', 19, {
    bodyweightKg: 98,
    strength: 1.45,
    injury: { weeksAgo: 20, part: 'upper' },
  }),
  a('mei', '林美玲', 'Asia/Taipei', 'upper_lower', 7, { bodyweightKg: 54, strength: 0.7, rpe: false, coach: 'kenji' }),
  a('noah', 'Noah Bergström-Vandenberghe', 'Europe/Brussels', 'push_pull_legs', 11, { bodyweightKg: 75, strength: 1 }),
  a('olena', 'Олена Шевченко', 'Europe/Kyiv', 'strength', 21, { bodyweightKg: 66, strength: 0.95, missed: 0.18 }),
  a('pablo', 'Pablo Ibarra', 'America/Mexico_City', 'full_body', 6, { bodyweightKg: 82, strength: 0.95, missed: 0.28 }),
  a('quinn', 'Quinn Harper', 'America/Denver', 'upper_lower', 14, {
    unit: 'lb',
    bodyweightKg: 73,
    strength: 1.05,
    plateau: { weeksAgo: 30, weeks: 14 },
    coach: 'kenji',
  }),
  a('rosa', 'Rosa Jiménez', 'Europe/Madrid', 'full_body', 10, {
    bodyweightKg: 63,
    strength: 0.8,
    rpe: false,
    coach: 'kenji',
  }),
  a('samir', 'Samir Nassar', 'Asia/Dubai', 'push_pull_legs', 18, { bodyweightKg: 87, strength: 1.25, coach: 'kenji' }),
  a('tess', 'Tess van der Berg', 'Europe/Amsterdam', 'strength', 23, {
    bodyweightKg: 68,
    strength: 1.1,
    coach: 'kenji',
  }),
]

/** `tomas@demo.spotter.test`: an address that can belong to nobody. */
export const emailOf = (key: string) => `${key}@demo.spotter.test`
