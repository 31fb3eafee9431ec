/** The things of a drawing by their names: where their points are, and what they look like. */
import { FRAMES } from './drawing-frames.ts'
import { HELD } from './drawing-held.ts'
import type { Shape } from './drawing-shape.ts'
import { pointOf, type Thing } from './drawing-text.ts'
import type { Joints, Point } from './figure.ts'

const THINGS = { ...FRAMES, ...HELD }

/** The joints by the names that a drawing's text uses; `2` is the far side's. */
export function jointsByName({ arm, farArm, leg, farLeg, ...trunk }: Joints): Record<string, Point> {
  return {
    hand: arm.end,
    hand2: farArm.end,
    elbow: arm.middle,
    elbow2: farArm.middle,
    shoulder: trunk.shoulder,
    head: trunk.head,
    hip: trunk.hip,
    waist: trunk.waist,
    knee: leg.middle,
    knee2: farLeg.middle,
    ankle: leg.end,
    ankle2: farLeg.end,
    toe: leg.toe,
    toe2: farLeg.toe,
  }
}

/** The shapes of a thing; a name that is unknown is a mistake in the text. */
export function shapesOfThing(thing: Thing, joints: Joints, isFront: boolean): Shape[] {
  const draw = THINGS[thing.name]
  if (!draw) throw new Error(`A drawing names “${thing.name}”, which is no thing that can be drawn.`)
  return draw({ points: pointsOf(thing, jointsByName(joints)), args: thing.args, joints, isFront })
}

/** Those of a thing's words that are points. */
export function pointsOf({ args }: Thing, named: Readonly<Record<string, Point>>): Point[] {
  return args.filter((arg) => arg.includes(',') || arg in named).map((arg) => pointOf(arg, named))
}

/** What a thing covers in its height: benches and boxes say only how far they reach. */
export function reachOf(thing: Thing, named: Readonly<Record<string, Point>>): Point[] {
  const points = pointsOf(thing, named)
  const [first] = points
  const end = thing.name === 'bench' || thing.name === 'box' ? Number(thing.args[1]) : null
  return first && end !== null ? [...points, [end, first[1]]] : points
}

/** How far a wheel reaches from its point. */
export function radiusOf({ name, args }: Thing): number {
  return name.startsWith('wheel') ? Number(args[1] ?? 0) : 0
}
