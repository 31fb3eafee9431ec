/** What the demo's athletes measured: a weighing a week that drifts and wavers, and the tape once a month. */
import type { Measure, Measurement } from '../modules/workouts/model/body.ts'
import { idFromFacts } from '../shared/id-from-facts.ts'
import { dayOf } from '../shared/local-day.ts'
import type { DemoAthlete } from './people.ts'
import { diceOf } from './random.ts'

const DAY_MS = 86_400_000
const WEEKS = 40
/** Millimetres of somebody of 80 kg, and how much of it goes with the weight. */
const TAPE: readonly (readonly [Measure, number])[] = [
  ['waist', 860],
  ['chest', 1_040],
  ['left_biceps', 362],
  ['right_biceps', 366],
  ['left_thigh', 590],
  ['right_thigh', 594],
]

/** Oldest first; the last weighing is of the week of `now`. */
export function bodyOf({ key, bodyweightKg, months }: DemoAthlete, now: number): Measurement[] {
  const dice = diceOf(`body ${key}`)
  const weeks = Math.min(WEEKS, months * 4)
  const driftG = dice.int(-60, 45)
  const size = Math.sqrt(bodyweightKg / 80)
  const rows: Measurement[] = []
  for (let ago = weeks - 1; ago >= 0; ago--) {
    const at = now - ago * 7 * DAY_MS - dice.int(1, 6) * 3_600_000
    const put = (kind: Measure, value: number) =>
      rows.push({
        id: idFromFacts('demo', key, 'body', kind, String(ago)),
        kind,
        value,
        at,
        localDay: dayOf(at, 'UTC'),
      })
    put('weight', Math.round(bodyweightKg * 1000) - ago * driftG + dice.int(-450, 450))
    if (ago % 4 === 0) for (const [kind, mm] of TAPE) put(kind, Math.round(mm * size) - ago * dice.int(-1, 1))
  }
  return rows
}
