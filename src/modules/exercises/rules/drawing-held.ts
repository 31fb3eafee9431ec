/**
 * What is lifted, pulled or moved, in the accent: `bb` barbell (`bb:point/radius`), `db` dumbbells (`h` level, `v`
 * upright, `o` from their end, else across the forearm), `kb` kettlebells (`down` hanging, `rack` on the forearm, `up`
 * over the hand, else away from it) — `/near` for the near hand only — `plate:point`, `ball:point/radius`, `rod:a/b`,
 * `rodFar:a/b`, `cable:a/b`, `band:a/b`, `rope:a/b/c`, `grip:point`, `weight:a/b`, `wheelGear:point/radius`,
 * `roll:point/radius` a pad that is moved.
 */
import { between, curvePath, discPath, linePath } from './drawing-paths.ts'
import { DEPTH, type Drawer, fill, type Shape, stroke } from './drawing-shape.ts'
import type { Point } from './figure.ts'

/** The line from a point into a direction, as a function of how far along and how far aside. */
function axis([x, y]: Point, angle: number) {
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)]
  return (along: number, aside = 0): Point => [x + dx * along - dy * aside, y + dy * along + dx * aside]
}

const angleOf = (a: Point, b: Point) => Math.atan2(b[1] - a[1], b[0] - a[0])
const ring = (centre: Point, r: number, width: number): Shape => ({
  d: discPath(centre, r),
  tone: 'gear',
  width,
  depth: DEPTH.gear,
})

/** A bar seen from its end: the plate before it, through which the body shows. */
function barEnd(centre: Point, r: number): Shape[] {
  return [
    fill(discPath(centre, r), 'gearSoft', DEPTH.gear),
    ring(centre, r, 1.5),
    fill(discPath(centre, 1.5), 'gear', DEPTH.gear),
  ]
}

/** From the bar's middle to its inner plate. */
const HALF_BAR = 30

/** A bar seen from the front, through two hands, with its plates. */
function barWhole(a: Point, b: Point): Shape[] {
  const on = axis(between(a, b, 0.5), angleOf(a, b))
  const plate = (along: number, r: number) => stroke([on(along, -r), on(along, r)], 'gear', 2.6, DEPTH.gear)
  return [
    stroke([on(-HALF_BAR - 3.4), on(HALF_BAR + 3.4)], 'gear', 1.4, DEPTH.gear),
    ...[-1, 1].flatMap((side) => [plate(side * HALF_BAR, 6.4), plate(side * (HALF_BAR - 3.2), 5)]),
  ]
}

type HeldShape = (elbow: Point, hand: Point, kind: string | undefined, depth: number) => Shape[]

const dumbbell: HeldShape = (elbow, hand, kind, depth) => {
  if (kind === 'o') {
    const corners = [0, 1, 2, 3, 4, 5].map((i) => axis(hand, (i * Math.PI) / 3)(3.2))
    return [fill(`${linePath(corners)}Z`, 'gear', depth)]
  }
  const on = axis(hand, kind === 'h' ? 0 : kind === 'v' ? Math.PI / 2 : angleOf(elbow, hand) + Math.PI / 2)
  const head = (along: number) => stroke([on(along, -1.9), on(along, 1.9)], 'gear', 2.9, depth)
  return [stroke([on(-4), on(4)], 'gear', 1.3, depth), head(-4), head(4)]
}

const HANGING = Math.PI / 2
const ON_FOREARM = Math.PI * 0.77

const kettlebell: HeldShape = (elbow, hand, kind, depth) => {
  const angle =
    kind === 'down' ? HANGING : kind === 'up' ? -HANGING : kind === 'rack' ? ON_FOREARM : angleOf(elbow, hand)
  const on = axis(hand, angle)
  return [
    stroke([on(3.4, -2.3), on(0.2, -1.7), on(0.2, 1.7), on(3.4, 2.3)], 'gear', 1.5, depth),
    fill(discPath(on(5.6), 3.6), 'gear', depth),
  ]
}

/** In both hands, or with the word `near` in the near one. */
function held(draw: HeldShape): Drawer {
  return ({ joints: { arm, farArm }, args, isFront }) => {
    const kind = args.find((word) => word !== 'near')
    const far = args.includes('near') ? [] : draw(farArm.middle, farArm.end, kind, isFront ? DEPTH.gear : DEPTH.farGear)
    return [...far, ...draw(arm.middle, arm.end, kind, DEPTH.gear)]
  }
}

const radius = (args: readonly string[], usual: number) => Number(args[1] ?? usual)

export const HELD: Record<string, Drawer> = {
  bb: ({ points: [at], joints: { arm, farArm }, isFront, args }) =>
    isFront ? barWhole(farArm.end, arm.end) : barEnd(at ?? arm.end, radius(args, 7.4)),
  db: held(dumbbell),
  kb: held(kettlebell),
  plate: ({ points: [at], joints }) => barEnd(at ?? joints.arm.end, 5.6),
  ball: ({ points: [at], args, joints }) => [fill(discPath(at ?? joints.arm.end, radius(args, 5)), 'gear', DEPTH.ball)],
  rod: ({ points }) => [stroke(points, 'gear', 1.7, DEPTH.gear)],
  rodFar: ({ points }) => [stroke(points, 'gear', 1.7, DEPTH.farLeg)],
  cable: ({ points }) => [stroke(points, 'gear', 0.9, DEPTH.cable)],
  band: ({ points }) => [stroke(points, 'gear', 1.5, DEPTH.cable)],
  rope: ({ points }) => [{ d: curvePath(points), tone: 'gear', width: 1.3, depth: DEPTH.cable }],
  grip: ({ points: [at], joints }) => [fill(discPath(at ?? joints.arm.end, 1.7), 'gear', DEPTH.gear)],
  weight: ({ points }) => [stroke(points, 'gear', 4, DEPTH.gear)],
  wheelGear: ({ points, args }) => points.slice(0, 1).map((at) => ring(at, radius(args, 4), 1.8)),
  roll: ({ points, args }) =>
    points.slice(0, 1).map((at) => fill(discPath(at, radius(args, 2.6)), 'gear', DEPTH.front)),
}
