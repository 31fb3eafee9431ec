/** A drawing's positions as shapes: the body's silhouette around its joints, and the things it works with. */
import { frontBody, sideBody } from './drawing-body.ts'
import { type Solved, solvedBetween } from './drawing-motion.ts'
import { DEPTH, type Shape, trace } from './drawing-shape.ts'
import { parseDrawing, type Thing } from './drawing-text.ts'
import { jointsByName, radiusOf, reachOf, shapesOfThing } from './drawing-things.ts'
import { distance, FLOOR, type Joints, type Point, solveFigure } from './figure.ts'

/** A drawing ready to be painted: what its frame shows, in units, and each position's shapes in painting order. */
export type Figure = {
  box: readonly [x: number, y: number, width: number, height: number]
  positions: Shape[][]
  /** Positions from the first to the second and back, as many as a round of the movement takes; none of a hold. */
  motion: () => Shape[][]
  /** Which position tells the movement by itself: the one farther from standing. */
  telling: number
}

/** Enough for a second and a half of movement, there and back. */
const STEPS = 24

export function drawFigure(text: string): Figure {
  const positions = parseDrawing(text).map((position) => ({ ...position, joints: solveFigure(position.pose) }))
  const far = positions.map(({ joints }) => fromStanding(joints))
  return {
    box: boxAround(positions),
    positions: positions.map(positionShapes),
    motion: () => motionOf(positions).map(positionShapes),
    telling: far.indexOf(Math.max(...far)),
  }
}

/** Slow where it turns, as a movement is. */
function motionOf([first, second]: readonly Solved[]): Solved[] {
  if (!first || !second) return []
  return Array.from({ length: 2 * STEPS }, (_, i) =>
    solvedBetween(first, second, (1 - Math.cos((i / STEPS) * Math.PI)) / 2),
  )
}

/** How far hands, knees and shoulders are from those of someone who stands, arms hanging, in units. */
function fromStanding({ hip, shoulder, arm, leg }: Joints): number {
  const from = ([x, y]: Point, dx: number, up: number) => distance([x, y], [hip[0] + dx, FLOOR - up])
  return from(shoulder, 0, 54) + from(arm.end, 0, 30) + from(leg.middle, 0, 18)
}

const LEAST_SIZE = 62
/** Half the thickness of what stands around a joint or a thing's point: a head, a plate. */
const AROUND = 8
/** Ends of a barbell that is seen from the front. */
const BAR_ENDS: readonly Point[] = [
  [22, 60],
  [78, 60],
]
const BELOW_FLOOR = 2.5

/** One frame for all positions, so that they can be compared: the floor at its bottom, the content in its middle. */
function boxAround(positions: readonly Solved[]): Figure['box'] {
  const points = positions.flatMap(({ pose, joints, things }) => {
    const named = jointsByName(joints)
    const wide = pose.view === 'front' && things.some(({ name }) => name === 'bb') ? BAR_ENDS : []
    return [...Object.values(named), ...things.flatMap((thing) => cornersOf(thing, named)), ...wide]
  })
  const xs = points.map(([x]) => x)
  const [left, right] = [Math.min(...xs) - AROUND, Math.max(...xs) + AROUND]
  const high = FLOOR + BELOW_FLOOR + AROUND - Math.min(...points.map(([, y]) => y))
  const content = Math.max(LEAST_SIZE, right - left, high)
  const [width, height] = [Math.max(content * 0.85, right - left), Math.max(content * 0.62, high)]
  return [(left + right - width) / 2, FLOOR + BELOW_FLOOR - height, width, height]
}

/** The corners of what a thing covers. */
function cornersOf(thing: Thing, named: Readonly<Record<string, Point>>): Point[] {
  const r = radiusOf(thing) - AROUND / 2
  return reachOf(thing, named).flatMap(([x, y]): Point[] => [
    [x - r, y - r],
    [x + r, y + r],
  ])
}

function positionShapes({ pose, things, joints }: Solved): Shape[] {
  const isFront = pose.view === 'front'
  const floor = trace([-20, FLOOR + 0.5, 120, FLOOR + 0.5], 'floor', 1, DEPTH.frame)
  const around = things.flatMap((thing) => shapesOfThing(thing, joints, isFront))
  return [floor, ...around, ...(isFront ? frontBody(joints) : sideBody(joints))].toSorted((a, b) => a.depth - b.depth)
}
