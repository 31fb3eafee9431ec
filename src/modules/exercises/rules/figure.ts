/**
 * The drawn figure's body: from what a pose says (where the hip is, how the trunk leans, where hands and feet are) to
 * where every joint is. Segments keep their lengths whatever is asked of them; a hand that can't reach stays short of it,
 * which a test of the drawings finds. One unit is a hundredth of the frame; y runs down; the floor lies at `FLOOR`.
 *
 * Lengths are shares of a height of 66 units after Drillis and Contini (1966), as in Winter, Biomechanics and Motor
 * Control of Human Movement, figure 4.1; the forearm reaches to the grip and not to the wrist.
 */
export type Point = readonly [x: number, y: number]

export const FLOOR = 94
/** From the ankle down to the floor under a flat foot. */
export const SOLE = 2.6
export const LENGTHS = {
  spineLow: 9,
  spineHigh: 10,
  neck: 8,
  upperArm: 12,
  forearm: 12,
  thigh: 16.4,
  shank: 16,
  foot: 6.6,
} as const

/** Half the breadth of shoulders and hips as seen from the front. */
const SHOULDERS = 7.6
const HIPS = 3.8
/** How much a limb of the far side is shifted, so that it shows behind the near one. */
const BEHIND: Point = [1.9, -0.5]

/** An arm or leg: two joint angles in degrees, or a point for its end (`flip`: the middle joint on the other side). */
export type Limb =
  | { kind: 'angles'; first: number; second: number }
  | { kind: 'reach'; to: Point; flip: boolean; grounded: boolean }

export type Pose = {
  view: 'side' | 'front'
  /** The hip; an x of null puts the shoulder over the middle of the near foot. */
  hip: readonly [x: number | null, y: number]
  /** Lean from upright, in degrees: forwards from the side, to the right from the front. */
  trunk: number
  /** Rounding of the back: how much further the upper half leans than the lower. */
  curl: number
  /** The head against the upper trunk. */
  head: number
  arm: Limb
  farArm: Limb
  leg: Limb
  farLeg: Limb
  /** Foot against the floor, degrees, toes up positive; null: flat where it stands, square to the shank elsewhere. */
  foot: number | null
  farFoot: number | null
  /** Segments turned towards the eye, as shares of their lengths: what is not named is seen whole. */
  short: Partial<Record<keyof typeof LENGTHS, number>>
}

export type Chain = { root: Point; middle: Point; end: Point; reached: boolean }
export type Leg = Chain & { toe: Point }
export type Joints = {
  hip: Point
  waist: Point
  shoulder: Point
  head: Point
  /** Lean of the upper trunk, degrees. */
  lean: number
  arm: Chain
  farArm: Chain
  leg: Leg
  farLeg: Leg
}

/** What the eye does not see, in units. */
const REACH_ERROR = 0.7
const RAD = Math.PI / 180

/** A point `length` away, `angle` degrees from straight down towards +x. */
function away([x, y]: Point, angle: number, length: number): Point {
  return [x + Math.sin(angle * RAD) * length, y + Math.cos(angle * RAD) * length]
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}

/** Two segments to a point: the law of cosines, the middle joint on the side that `choose` prefers. */
export function reach(
  root: Point,
  to: Point,
  first: number,
  second: number,
  choose: (a: Point, b: Point) => Point,
): Chain {
  const wanted = distance(root, to)
  const span = Math.min(Math.max(wanted, Math.abs(first - second) + 1e-6), first + second - 1e-6)
  const [ux, uy] = wanted < 1e-6 ? [0, 1] : [(to[0] - root[0]) / wanted, (to[1] - root[1]) / wanted]
  const along = (first * first - second * second + span * span) / (2 * span)
  const aside = Math.sqrt(Math.max(0, first * first - along * along))
  const at = (side: number): Point => [
    root[0] + ux * along - uy * aside * side,
    root[1] + uy * along + ux * aside * side,
  ]
  const end: Point = [root[0] + ux * span, root[1] + uy * span]
  return { root, middle: choose(at(1), at(-1)), end, reached: distance(end, to) < REACH_ERROR }
}

/** Every joint of a pose. */
export function solveFigure(pose: Pose): Joints {
  const { view, trunk, curl, short } = pose
  const length = (part: keyof typeof LENGTHS) => LENGTHS[part] * (short[part] ?? 1)
  const lean = trunk + curl
  const low = away([0, 0], 180 - trunk, length('spineLow'))
  const high = away(low, 180 - lean, length('spineHigh'))
  const hip: Point = [pose.hip[0] ?? middleOfFoot(pose) - high[0], pose.hip[1]]
  const move = ([x, y]: Point): Point => [hip[0] + x, hip[1] + y]
  const shoulder = move(high)
  const isFront = view === 'front'

  const rootOf = (base: Point, turn: number, half: number, side: 1 | -1, limb: Limb): Point => {
    if (!isFront) return side === 1 ? base : behind(base, limb)
    return [base[0] + Math.cos(turn * RAD) * half * side, base[1] + Math.sin(turn * RAD) * half * side]
  }
  // Both feet of one who stands are on one line: there the far leg is shifted to the side only.
  const behind = ([x, y]: Point, limb: Limb): Point =>
    limb.kind === 'reach' && limb.grounded ? [x + BEHIND[0], y] : [x + BEHIND[0], y + BEHIND[1]]

  function armOf(limb: Limb, side: 1 | -1): Chain {
    const root = rootOf(shoulder, lean, SHOULDERS, side, limb)
    const [upper, fore] = [length('upperArm'), length('forearm')]
    if (limb.kind === 'angles') {
      const first = isFront ? side * limb.first - lean : limb.first - lean
      const middle = away(root, first, upper)
      return { root, middle, end: away(middle, first + (isFront ? side : 1) * limb.second, fore), reached: true }
    }
    const outward = (a: Point, b: Point) => (side * (a[0] - b[0]) + (a[1] - b[1]) * 0.6 > 0 ? a : b)
    // From the side the elbow lies behind the line to the hand, from the front it points out and down.
    return reach(root, !isFront && side === -1 ? behind(limb.to, limb) : limb.to, upper, fore, (a, b) => {
      const natural = isFront ? outward(a, b) : a
      return limb.flip ? (natural === a ? b : a) : natural
    })
  }

  function legOf(limb: Limb, side: 1 | -1, pitch: number | null): Leg {
    const root = rootOf(hip, trunk, HIPS, side, limb)
    const [thigh, shank] = [length('thigh'), length('shank')]
    let chain: Chain
    let foot = 90
    if (limb.kind === 'angles') {
      const first = isFront ? side * limb.first - trunk : limb.first - trunk
      const second = first - (isFront ? side : 1) * limb.second
      const middle = away(root, first, thigh)
      chain = { root, middle, end: away(middle, second, shank), reached: true }
      foot = second + 90
    } else {
      chain = reach(root, !isFront && side === -1 ? behind(limb.to, limb) : limb.to, thigh, shank, (a, b) => {
        // From the side the knee lies before the line to the ankle, from the front outside of it.
        const natural = isFront ? (side * (a[0] - b[0]) > 0 ? a : b) : b
        return limb.flip ? (natural === a ? b : a) : natural
      })
    }
    if (isFront) return { ...chain, toe: away(chain.end, side * (pitch ?? 45), length('foot') * 0.52) }
    if (pitch !== null) foot = 90 + pitch
    // A flat foot's toes are on the floor as its heel is: the line from the ankle to them slopes.
    const slope = Math.asin((SOLE - 1.2) / LENGTHS.foot) / RAD
    return { ...chain, toe: away(chain.end, foot - slope, length('foot')) }
  }

  return {
    hip,
    waist: move(low),
    shoulder,
    head: away(shoulder, 180 - lean - pose.head, length('neck')),
    lean,
    arm: armOf(pose.arm, 1),
    farArm: armOf(pose.farArm, -1),
    leg: legOf(pose.leg, 1, pose.foot),
    farLeg: legOf(pose.farLeg, -1, pose.farFoot),
  }
}

function middleOfFoot({ leg }: Pose): number {
  return leg.kind === 'reach' ? leg.to[0] + 2.6 : 50
}
