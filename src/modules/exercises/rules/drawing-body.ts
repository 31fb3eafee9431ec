/** The body's silhouette around its joints: near limbs, far limbs and trunk in tones of their own, a head without a face. */
import { between, discPath, ovalPath, tubePath } from './drawing-paths.ts'
import { DEPTH, fill, type Shape } from './drawing-shape.ts'
import type { Chain, Joints, Leg, Point } from './figure.ts'

const RAD = Math.PI / 180

export function sideBody(joints: Joints): Shape[] {
  const { hip, waist, shoulder, head, lean, arm, farArm, leg, farLeg } = joints
  const forward = ([x, y]: Point, by: number): Point => [x + Math.cos(lean * RAD) * by, y + Math.sin(lean * RAD) * by]
  const trunk = [
    tubePath([forward(hip, -0.4), waist, forward(between(waist, shoulder, 0.6), 0.5), shoulder], [4.7, 4.2, 4.9, 3.5]),
    tubePath([between(waist, shoulder, 0.9), between(shoulder, head, 0.5)], [3, 2.1]),
  ].join('')
  return [
    fill(legPath(farLeg, 1), 'far', DEPTH.farLeg),
    fill(armPath(farArm), 'far', DEPTH.farArm),
    fill(trunk, 'trunk', DEPTH.trunk),
    fill(headPath(shoulder, head), 'near', DEPTH.head),
    fill(legPath(leg, 1), 'near', DEPTH.leg),
    fill(armPath(arm), 'near', DEPTH.arm),
  ]
}

export function frontBody(joints: Joints): Shape[] {
  const { hip, waist, shoulder, head, arm, farArm, leg, farLeg } = joints
  const across = (share: number) => between(farArm.root, arm.root, share)
  const trunk = [
    tubePath([farArm.root, arm.root], [2.8, 2.8]),
    tubePath([across(0.22), between(hip, waist, 1.1, 2.6)], [3.4, 2.6]),
    tubePath([across(0.78), between(hip, waist, 1.1, -2.6)], [3.4, 2.6]),
    tubePath([between(shoulder, hip, 0.25), waist, hip], [5.6, 5, 4.6]),
    tubePath([between(farLeg.root, leg.root, 0.12), between(farLeg.root, leg.root, 0.88)], [4.6, 4.6]),
    tubePath([between(shoulder, hip, 0.08), between(shoulder, head, 0.5)], [3.6, 2.1]),
  ].join('')
  const tilt = Math.atan2(head[1] - shoulder[1], head[0] - shoulder[0]) / RAD + 90
  return [
    fill(legPath(leg, 0), 'near', DEPTH.leg - 2),
    fill(legPath(farLeg, 0), 'near', DEPTH.leg - 2),
    fill(trunk, 'trunk', DEPTH.trunk),
    fill(ovalPath(head, 3.7, 4.7, tilt) + discPath(head, 1), 'near', DEPTH.head),
    fill(armPath(arm), 'near', DEPTH.arm),
    fill(armPath(farArm), 'near', DEPTH.arm),
  ]
}

function armPath({ root, middle, end }: Chain): string {
  const wrist = between(middle, end, 0.82)
  return [
    tubePath([root, between(root, middle, 0.4), middle], [2.7, 2.5, 1.9]),
    tubePath([middle, between(middle, end, 0.25), wrist, end], [1.9, 2.1, 1.4, 1.7]),
  ].join('')
}

/** `side` is 1 from the side, where the calf lies behind the shin and the thigh is fuller in front, and 0 from the front. */
function legPath({ root, middle, end, toe }: Leg, side: 0 | 1): string {
  return [
    tubePath([root, between(root, middle, 0.35, -0.5 * side), middle], [4.4, 4.2, 2.7]),
    tubePath([middle, between(middle, end, 0.3, 0.9 * side), end], [2.6, 2.7, 1.5]),
    footPath(middle, end, toe),
  ].join('')
}

function footPath(knee: Point, ankle: Point, toe: Point): string {
  const back = between(ankle, toe, -0.22)
  const heel: Point = [back[0] + (ankle[0] - knee[0]) * 0.05, back[1] + (ankle[1] - knee[1]) * 0.05]
  return tubePath([ankle, heel, between(ankle, toe, 0.55), toe], [1.6, 1.5, 1.5, 1.1])
}

/** An oval with a nose and a chin, which say where it looks. */
function headPath(shoulder: Point, head: Point): string {
  const up = Math.atan2(head[1] - shoulder[1], head[0] - shoulder[0])
  const on = (ahead: number, above: number): Point => [
    head[0] - Math.sin(up) * ahead + Math.cos(up) * above,
    head[1] + Math.cos(up) * ahead + Math.sin(up) * above,
  ]
  const nose = tubePath([on(2.6, -0.3), on(4.3, -0.7)], [1.2, 0.6])
  const chin = tubePath([on(0.6, -2), on(2, -3.4)], [2, 1.4])
  return ovalPath(on(0.4, 0.4), 4, 4.7, up / RAD + 90) + nose + chin
}
