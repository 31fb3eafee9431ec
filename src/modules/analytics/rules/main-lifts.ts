/** Which lifts a coach's chart begins with: the main press, squat and pull from the floor, else what is trained most. */
import type { Exercise, Pattern } from '../../exercises/model.ts'

type Lift = { exerciseId: string; days: number; bestE1rmG: number | null }
type Facts = Pick<Exercise, 'pattern' | 'equipment'>

const MAIN: readonly Pattern[] = ['horizontal_push', 'squat', 'hinge']
/** Fewer days say that a lift was tried, not followed. */
const ENOUGH_DAYS = 4

/** `lifts` by days, most first. */
export function mainLifts(
  lifts: readonly Lift[],
  factsOf: (exerciseId: string) => Facts | undefined,
  count: number,
): string[] {
  const free = (lift: Lift) => (factsOf(lift.exerciseId)?.equipment === 'barbell' ? 1 : 0)
  const main = MAIN.flatMap((pattern) => {
    const [best] = lifts
      .filter((lift) => lift.days >= ENOUGH_DAYS && factsOf(lift.exerciseId)?.pattern === pattern)
      // A leg press moves more than a squat and says less: the barbell first, then the heaviest.
      .sort((a, b) => free(b) - free(a) || (b.bestE1rmG ?? 0) - (a.bestE1rmG ?? 0))
    return best ? [best.exerciseId] : []
  })
  const others = lifts.map(({ exerciseId }) => exerciseId).filter((id) => !main.includes(id))
  return [...main, ...others].slice(0, count)
}
