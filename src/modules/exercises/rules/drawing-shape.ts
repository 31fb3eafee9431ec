/** What a drawing is made of: paths with a tone and a depth, and the two ways to make one. */
import { linePath } from './drawing-paths.ts'
import type { Joints, Point } from './figure.ts'

/** What a shape is, which says its colour: far and near limbs, the trunk, what is lifted, what stands around. */
export type Tone = 'far' | 'trunk' | 'near' | 'gear' | 'gearSoft' | 'frame' | 'pad' | 'floor'

/** A filled path, or one drawn with a line of `width` units. */
export type Shape = { d: string; tone: Tone; width?: number; depth: number }

/** The order of painting, from the back to the front. */
export const DEPTH = {
  frame: 0,
  farLeg: 1,
  farArm: 1.5,
  farGear: 2,
  ball: 3,
  trunk: 4,
  head: 4.5,
  leg: 5,
  cable: 7,
  arm: 7.5,
  gear: 8,
  front: 9,
} as const

/** Draws one thing from its points, its words and the body that it belongs to. */
export type Drawer = (given: { points: Point[]; args: readonly string[]; joints: Joints; isFront: boolean }) => Shape[]

export function fill(d: string, tone: Tone, depth: number): Shape {
  return { d, tone, depth }
}

/** A line through x, y, x, y … */
export function trace(coordinates: readonly number[], tone: Tone, width: number, depth: number): Shape {
  const points = coordinates.flatMap((x, i): Point[] => (i % 2 === 0 ? [[x, coordinates[i + 1] ?? 0]] : []))
  return stroke(points, tone, width, depth)
}

export function stroke(points: readonly Point[], tone: Tone, width: number, depth: number): Shape {
  return { d: linePath(points), tone, width, depth }
}
