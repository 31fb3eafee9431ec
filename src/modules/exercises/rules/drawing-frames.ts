/**
 * What stands around: `line:a/b/…`, `lineFront:` before the body, `pad:a/b` and `padFront:`, `bench:x,y/x`, `box:x,y/x`,
 * `stack:x,y` a cable column from that height, `rig:x,y` a high bar, `post:x,y`, `wheel:point/radius`,
 * `stay:point/radius` a pad that holds, `ballFrame:point/radius`, `seat:point`, `water:0,y`.
 */
import { discPath, ovalPath } from './drawing-paths.ts'
import { DEPTH, type Drawer, fill, type Shape, stroke, trace } from './drawing-shape.ts'
import { FLOOR, type Point } from './figure.ts'

const LINE = 1.7
const PAD = 3.6

const frame = (...coordinates: number[]) => trace(coordinates, 'frame', LINE, DEPTH.frame)
const circle = (at: Point, r: number, width: number, depth: number): Shape => ({
  d: discPath(at, r),
  tone: 'frame',
  width,
  depth,
})

/** A thing at one point; nothing where it has none. */
const standing =
  (draw: (at: Point, args: readonly string[], isFront: boolean) => Shape[]): Drawer =>
  ({ points: [at], args, isFront }) =>
    at ? draw(at, args, isFront) : []

export const FRAMES: Record<string, Drawer> = {
  line: ({ points }) => [stroke(points, 'frame', LINE, DEPTH.frame)],
  lineFront: ({ points }) => [stroke(points, 'frame', LINE, DEPTH.front)],
  pad: ({ points }) => [stroke(points, 'pad', PAD, DEPTH.frame)],
  padFront: ({ points }) => [stroke(points, 'pad', PAD, DEPTH.front)],
  bench: standing(([x, y], [, to]) => [
    frame(x + 5, y, x + 5, FLOOR),
    frame(Number(to) - 5, y, Number(to) - 5, FLOOR),
    trace([x, y + 1.8, Number(to), y + 1.8], 'pad', PAD, DEPTH.frame),
  ]),
  box: standing(([x, y], [, to]) => {
    const outline = trace([x, y, Number(to), y, Number(to), FLOOR, x, FLOOR, x, y], 'frame', 1.2, DEPTH.frame)
    return [fill(outline.d, 'pad', DEPTH.frame), outline]
  }),
  stack: standing(([x, y]) => {
    const plates = [0, 1, 2, 3, 4].map((i) => 90 - i * 3.6)
    return [
      trace([x - 3.6, FLOOR, x - 3.6, y, x + 3.6, y, x + 3.6, FLOOR], 'frame', 1.3, DEPTH.frame),
      ...plates.map((at) => trace([x - 1.6, at, x + 1.6, at], 'frame', 2.4, DEPTH.frame)),
    ]
  }),
  rig: standing(([x, y], _args, isFront) =>
    isFront
      ? [frame(12, FLOOR, 12, y), frame(88, FLOOR, 88, y), trace([10, y, 90, y], 'gear', LINE, DEPTH.gear)]
      : [frame(x - 16, FLOOR, x - 16, y - 3, x, y - 3, x, y), fill(discPath([x, y], 1.7), 'gear', DEPTH.gear)],
  ),
  post: standing(([x, y]) => [frame(x, y, x, FLOOR)]),
  wheel: standing((at, [, r]) => [
    circle(at, Number(r), 2, DEPTH.frame),
    fill(discPath(at, 1.4), 'frame', DEPTH.frame),
  ]),
  stay: standing((at, [, r]) => [
    fill(discPath(at, Number(r)), 'pad', DEPTH.front),
    circle(at, Number(r), 1, DEPTH.front),
  ]),
  ballFrame: standing((at, [, r]) => [fill(discPath(at, Number(r)), 'pad', DEPTH.frame)]),
  seat: standing((at) => [fill(ovalPath(at, 5, 1.8, 0), 'pad', DEPTH.frame)]),
  water: standing(([, y]) => {
    const waves = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].flatMap((i) => [6 + i * 8, y + (i % 2) * 2])
    return [trace(waves, 'frame', 1.2, DEPTH.front)]
  }),
}
