/**
 * How a drawing is written down: `what both share | first position | second position`, words apart by spaces.
 *
 * Pose: `front` (else from the side, facing right) · `h:x,y` hip (`h:~,y`: shoulder over the foot) · `t:` lean of the
 * trunk · `c:` rounding of the back · `n:` head · `a:` both arms, `an:` near, `af:` far · `l:` `ln:` `lf:` legs ·
 * `f:` `fn:` `ff:` feet · `z:thigh,.3` a segment turned to the eye. A limb is `x,y` (hand or ankle there), for legs also
 * `x` (ankle over the floor there), or `first/second` (angles against the trunk and of the elbow or knee); `!` turns the
 * middle joint to its other side. From the front, `a:` and `l:` are mirrored about the middle of the frame.
 * Anything else is a thing: `name:point/point…` (rules/drawing-held.ts, rules/drawing-frames.ts); a point is `x,y` or a joint, `hand+1,-2`.
 */
import { FLOOR, type Limb, type Point, type Pose, SOLE } from './figure.ts'

export type Thing = { name: string; args: readonly string[] }
export type Position = { pose: Pose; things: readonly Thing[] }

const CENTRE = 50

/** The one or two positions of a drawing. */
export function parseDrawing(text: string): Position[] {
  const [shared = '', ...positions] = text.split('|')
  return positions.map((position) => parsePosition(`${shared} ${position}`))
}

function parsePosition(text: string): Position {
  const pose: Pose = {
    view: 'side',
    hip: [null, 59.2],
    trunk: 2,
    curl: 0,
    head: 0,
    arm: { kind: 'angles', first: 4, second: 8 },
    farArm: { kind: 'angles', first: 4, second: 8 },
    leg: { kind: 'reach', to: [CENTRE, FLOOR - SOLE], flip: false, grounded: true },
    farLeg: { kind: 'reach', to: [CENTRE, FLOOR - SOLE], flip: false, grounded: true },
    foot: null,
    farFoot: null,
    short: {},
  }
  const things: Thing[] = []
  const words = text.split(/\s+/).filter(Boolean)
  if (words.includes('front')) {
    Object.assign(pose, { view: 'front', hip: [CENTRE, 59.2], trunk: 0 })
    setLimbs(pose, 'l', '55')
    setLimbs(pose, 'a', '8/4')
  }
  for (const word of words) {
    if (word === 'front') continue
    const [name = '', value = ''] = word.split(':')
    if (name === 'h') {
      const [x = '~', y = ''] = value.split(',')
      pose.hip = [x === '~' ? null : Number(x), Number(y)]
    } else if (name === 't') pose.trunk = Number(value)
    else if (name === 'c') pose.curl = Number(value)
    else if (name === 'n') pose.head = Number(value)
    else if (/^[al][nf]?$/.test(name)) setLimbs(pose, name, value)
    else if (/^f[nf]?$/.test(name)) {
      if (name !== 'ff') pose.foot = Number(value)
      if (name !== 'fn') pose.farFoot = Number(value)
    } else if (name === 'z') {
      const [part = '', share = '1'] = value.split(',')
      pose.short = { ...pose.short, [part]: Number(share) }
    } else things.push({ name, args: value === '' ? [] : value.split('/') })
  }
  return { pose, things }
}

function setLimbs(pose: Pose, name: string, value: string) {
  const kind = name[0] === 'a' ? 'arm' : 'leg'
  const limb = limbOf(value, kind)
  if (name[1] !== 'f') pose[kind] = limb
  if (name[1] === 'n') return
  const isMirrored = name[1] === undefined && pose.view === 'front' && limb.kind === 'reach'
  pose[kind === 'arm' ? 'farArm' : 'farLeg'] = isMirrored
    ? { ...limb, to: [2 * CENTRE - limb.to[0], limb.to[1]] }
    : limb
}

function limbOf(value: string, kind: 'arm' | 'leg'): Limb {
  const flip = value.endsWith('!')
  const plain = flip ? value.slice(0, -1) : value
  if (plain.includes('/')) {
    const [first = 0, second = 0] = plain.split('/').map(Number)
    return { kind: 'angles', first, second }
  }
  const [x = 0, y = FLOOR - SOLE] = plain.split(',').map(Number)
  return { kind: 'reach', to: [x, y], flip, grounded: kind === 'leg' && y >= FLOOR - SOLE }
}

/** A point of a thing: two numbers, or a joint with an offset. */
export function pointOf(text: string, joints: Readonly<Record<string, Point>>): Point {
  const [name = '', offset] = text.split('+')
  const joint = joints[name]
  const [x = 0, y = 0] = (joint ? (offset ?? '0,0') : text).split(',').map(Number)
  return joint ? [joint[0] + x, joint[1] + y] : [x, y]
}
