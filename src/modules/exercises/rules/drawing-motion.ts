/**
 * The positions in between: segments turn from one position to the other and keep their lengths, unless both hold hand or
 * foot to a point; then that point goes straight there, and what stands still stands still.
 */
import type { Position, Thing } from './drawing-text.ts'
import { type Chain, distance, type Joints, type Leg, type Limb, type Point, reach } from './figure.ts'

export type Solved = Position & { joints: Joints }

const mix = (a: number, b: number, share: number) => a + (b - a) * share
const mixPoint = (a: Point, b: Point, share: number): Point => [mix(a[0], b[0], share), mix(a[1], b[1], share)]
const minus = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1]]
const plus = (a: Point, b: Point): Point => [a[0] + b[0], a[1] + b[1]]

/** From a joint to the next one: the angle turns the shorter way round. */
function turned(a: Point, b: Point, share: number): Point {
  const [from, to] = [Math.atan2(a[1], a[0]), Math.atan2(b[1], b[0])]
  const way = Math.atan2(Math.sin(to - from), Math.cos(to - from))
  const angle = from + way * share
  const length = mix(Math.hypot(...a), Math.hypot(...b), share)
  return [Math.cos(angle) * length, Math.sin(angle) * length]
}

/** What holds on to something does so, whatever its elbow does. */
const STAYS = 0.5

/** On which side of the line from root to end the middle joint lies. */
function sideOf({ root, middle, end }: Chain): number {
  const [x, y] = minus(end, root)
  const [mx, my] = minus(middle, root)
  return x * my - y * mx
}

function chainBetween(a: Chain, b: Chain, root: Point, isHeld: boolean, share: number): Chain {
  const [upper, lower] = [
    turned(minus(a.middle, a.root), minus(b.middle, b.root), share),
    turned(minus(a.end, a.middle), minus(b.end, b.middle), share),
  ]
  const middle = plus(root, upper)
  const end = plus(middle, lower)
  const [sideA, sideB] = [sideOf(a), sideOf(b)]
  const changesSide = sideA * sideB < 0 && distance(a.end, b.end) > STAYS
  if (!isHeld || changesSide) return { root, middle, end, reached: true }
  const side = Math.sign(mix(sideA, sideB, share))
  const to = mixPoint(a.end, b.end, share)
  return reach(root, to, Math.hypot(...upper), Math.hypot(...lower), (one, other) =>
    Math.sign(sideOf({ root, middle: one, end: to, reached: true })) === side ? one : other,
  )
}

const isReach = (a: Limb, b: Limb) => a.kind === 'reach' && b.kind === 'reach'

/** A thing whose words are numbers goes from one to the other; one that is only in one of them is there till the middle. */
function thingsBetween(a: readonly Thing[], b: readonly Thing[], share: number): readonly Thing[] {
  const isSame =
    a.length === b.length && a.every(({ name, args }, i) => name === b[i]?.name && args.length === b[i].args.length)
  if (!isSame) return share < 0.5 ? a : b
  return a.map(({ name, args }, i) => ({
    name,
    args: args.map((arg, n) => wordBetween(arg, b[i]?.args[n] ?? arg, share)),
  }))
}

/** The 2 of a joint of the far side is none. */
const NUMBERS = /(?<![a-z])-?\d*\.?\d+/g

function wordBetween(a: string, b: string, share: number): string {
  if (a === b) return a
  // The same joint with another offset, or points: what is no number is alike.
  if (a.replace(NUMBERS, '') !== b.replace(NUMBERS, '')) return share < 0.5 ? a : b
  const to = b.match(NUMBERS) ?? []
  let next = 0
  return a.replace(NUMBERS, (from) => String(mix(Number(from), Number(to[next++]), share)))
}

/** `share`: 0 is the first position, 1 the second. */
export function solvedBetween(a: Solved, b: Solved, share: number): Solved {
  const [from, to] = [a.joints, b.joints]
  const hip = mixPoint(from.hip, to.hip, share)
  const waist = plus(hip, turned(minus(from.waist, from.hip), minus(to.waist, to.hip), share))
  const shoulder = plus(waist, turned(minus(from.shoulder, from.waist), minus(to.shoulder, to.waist), share))
  const head = plus(shoulder, turned(minus(from.head, from.shoulder), minus(to.head, to.shoulder), share))
  const rootOf = (which: 'arm' | 'farArm' | 'leg' | 'farLeg', at: Point, base: 'shoulder' | 'hip') =>
    plus(at, mixPoint(minus(from[which].root, from[base]), minus(to[which].root, to[base]), share))
  const arm = (which: 'arm' | 'farArm') =>
    chainBetween(
      from[which],
      to[which],
      rootOf(which, shoulder, 'shoulder'),
      isReach(a.pose[which], b.pose[which]),
      share,
    )
  const leg = (which: 'leg' | 'farLeg'): Leg => {
    const held = isReach(a.pose[which], b.pose[which])
    const chain = chainBetween(from[which], to[which], rootOf(which, hip, 'hip'), held, share)
    const foot = turned(minus(from[which].toe, from[which].end), minus(to[which].toe, to[which].end), share)
    return { ...chain, toe: plus(chain.end, foot) }
  }
  return {
    pose: a.pose,
    things: thingsBetween(a.things, b.things, share),
    joints: {
      ...{ hip, waist, shoulder, head, lean: mix(from.lean, to.lean, share) },
      ...{ arm: arm('arm'), farArm: arm('farArm'), leg: leg('leg'), farLeg: leg('farLeg') },
    },
  }
}
