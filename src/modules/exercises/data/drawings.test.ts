import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { solvedBetween } from '../rules/drawing-motion.ts'
import { drawFigure } from '../rules/drawing-shapes.ts'
import { parseDrawing } from '../rules/drawing-text.ts'
import { distance, FLOOR, type Joints, LENGTHS, type Point, type Pose, solveFigure } from '../rules/figure.ts'
import { CATALOGUE } from './catalogue.ts'
import { drawingOf } from './drawings.ts'
import { MOST_USED } from './fixtures-most-used.ts'
import { PATTERN_LINES } from './pattern-lines.ts'

type Case = { id: string; text: string; isOwn: boolean; poses: { pose: Pose; joints: Joints }[] }
const cases: Case[] = CATALOGUE.map((exercise) => {
  const { text, isOwn } = drawingOf(exercise)
  return {
    id: exercise.id,
    text,
    isOwn,
    poses: parseDrawing(text).map(({ pose }) => ({ pose, joints: solveFigure(pose) })),
  }
})
const own = cases.filter(({ isOwn }) => isOwn)

/** What is wrong, by exercise and position, so that a red test names it. */
function faults(found: (joints: Joints, pose: Pose) => readonly (string | false)[]): string[] {
  const said = cases.flatMap(({ id, poses }) =>
    poses.flatMap(({ joints, pose }, i) =>
      found(joints, pose).flatMap((fault) => (fault ? `${id} ${i}: ${fault}` : [])),
    ),
  )
  return [...new Set(said)]
}

describe('every exercise is drawn', () => {
  test('in one position or two', () => {
    expect(cases.filter(({ text }) => text === '').map(({ id }) => id)).toEqual([])
    expect(cases.filter(({ poses }) => poses.length < 1 || poses.length > 2).map(({ id }) => id)).toEqual([])
  })

  test('the 120 most used by themselves', () => {
    expect(MOST_USED.length).toBeGreaterThanOrEqual(120)
    expect(new Set(MOST_USED).size).toBe(MOST_USED.length)
    const drawn = new Set(own.map(({ id }) => id))
    expect(MOST_USED.filter((id) => !drawn.has(id))).toEqual([])
  })

  test('none of those like another, and the two positions of none alike', () => {
    const byPicture = new Map<string, string[]>()
    for (const { id, text } of own) {
      const picture = JSON.stringify(drawFigure(text).positions)
      byPicture.set(picture, [...(byPicture.get(picture) ?? []), id])
    }
    expect([...byPicture.values()].filter((ids) => ids.length > 1)).toEqual([])
    const still = cases.filter(({ text }) => {
      const [first, second] = drawFigure(text).positions
      return second && JSON.stringify(first) === JSON.stringify(second)
    })
    expect(still.map(({ id }) => id)).toEqual([])
  })

  test('the others by a line of their pattern, and no line names a drawing that is missing', () => {
    const named = Object.entries(PATTERN_LINES).flatMap(([pattern, lines]) =>
      lines.map(([drawing]) => ({ pattern, drawing })),
    )
    const missing = named.filter(({ pattern, drawing }) => {
      const asked = { id: drawing, name: drawing, pattern: pattern as never, equipment: 'other' as const }
      return drawingOf(asked).text === ''
    })
    expect(missing).toEqual([])
  })

  test('an athlete’s own exercise too, by what is known of it', () => {
    const { text, isOwn } = drawingOf({
      id: 'x',
      name: 'Garage curl',
      pattern: 'elbow_flexion',
      equipment: 'kettlebell',
    })
    expect(isOwn).toBe(false)
    expect(text).toContain('kb:down')
  })

  test('in no more than 40 KiB', () => {
    const of = (folder: string, names: RegExp) =>
      readdirSync(new URL(folder, import.meta.url))
        .filter((name) => names.test(name) && !name.includes('test'))
        .map((name) => readFileSync(new URL(`${folder}/${name}`, import.meta.url), 'utf8'))
    const source = [...of('.', /^(drawings|pattern)/), ...of('../rules', /^(drawing|figure|pattern)/)]
    expect(gzipSync(source.join(''), { level: 9 }).length / 1024).toBeLessThanOrEqual(40)
  })
})

describe('a body that could stand there', () => {
  test('its segments keep their lengths, but for what is turned to the eye and says so', () => {
    const off = faults(({ hip, waist, shoulder, arm, farArm, leg, farLeg }, { short }) => {
      const segments: [keyof typeof LENGTHS, Point, Point][] = [
        ['spineLow', hip, waist],
        ['spineHigh', waist, shoulder],
        ...[arm, farArm].flatMap((one): [keyof typeof LENGTHS, Point, Point][] => [
          ['upperArm', one.root, one.middle],
          ['forearm', one.middle, one.end],
        ]),
        ...[leg, farLeg].flatMap((one): [keyof typeof LENGTHS, Point, Point][] => [
          ['thigh', one.root, one.middle],
          ['shank', one.middle, one.end],
        ]),
      ]
      return segments.map(
        ([part, a, b]) =>
          Math.abs(distance(a, b) - LENGTHS[part] * (short[part] ?? 1)) > 0.01 && `${part} is too short`,
      )
    })
    expect(off).toEqual([])
    // A raised shoulder girdle is the one thing that is drawn longer.
    const stretched = faults((_joints, { short }) => Object.values(short).map((share) => share > 1.25 && 'longer'))
    expect(stretched).toEqual([])
  })

  test('its hands and feet are where they are meant to be', () => {
    const away = faults(({ arm, farArm, leg, farLeg }) => [
      !arm.reached && 'the near hand is short of it',
      !farArm.reached && 'the far hand is short of it',
      !leg.reached && 'the near foot is short of it',
      !farLeg.reached && 'the far foot is short of it',
    ])
    expect(away).toEqual([])
  })

  test('nothing of it is below the floor', () => {
    const thick = { hip: 4, knee: 1.8, ankle: 0.8, toe: 0.6, elbow: 1.2, hand: 1.2, head: 4, shoulder: 2.6 }
    const sunk = faults(({ hip, head, shoulder, arm, farArm, leg, farLeg }) => {
      const points: [keyof typeof thick, Point][] = [
        ['hip', hip],
        ['head', head],
        ['shoulder', shoulder],
      ]
      for (const one of [arm, farArm]) points.push(['elbow', one.middle], ['hand', one.end])
      for (const one of [leg, farLeg]) points.push(['knee', one.middle], ['ankle', one.end], ['toe', one.toe])
      return points.map(([name, [, y]]) => y + thick[name] > FLOOR + 1 && `${name} at ${y.toFixed(1)}`)
    })
    expect(sunk).toEqual([])
  })

  test('its knees bend backwards and not forwards', () => {
    const bent = faults(({ leg, farLeg }, { view }) =>
      view === 'front'
        ? []
        : [leg, farLeg].map(({ root, middle, end }) => {
            const turn = (middle[0] - root[0]) * (end[1] - middle[1]) - (middle[1] - root[1]) * (end[0] - middle[0])
            return turn < -6 && 'a knee bends forwards'
          }),
    )
    expect(bent).toEqual([])
  })

  test('it is inside the frame, with what it works with', () => {
    const outside = cases.flatMap(({ id, text, poses }) => {
      const [x, y, width, height] = drawFigure(text).box
      const points = poses.flatMap(({ joints: { head, arm, farArm, leg, farLeg } }) => [
        head,
        arm.end,
        farArm.end,
        leg.toe,
        farLeg.toe,
      ])
      const isOut = ([px, py]: Point) => px < x + 2 || px > x + width - 2 || py < y + 2 || py > y + height
      return points.some(isOut) ? [id] : []
    })
    expect(outside).toEqual([])
  })
})

test('a word that names nothing is a mistake', () => {
  expect(() => drawFigure('| h:50,60 hammock:1,2')).toThrow(/hammock/)
})

describe('every movement', () => {
  const moving = cases.flatMap(({ id, text }) => {
    const [first, second] = parseDrawing(text).map((one) => ({ ...one, joints: solveFigure(one.pose) }))
    return first && second ? [{ id, text, first, second }] : []
  })

  test('begins and turns where its positions are', () => {
    const off = moving.filter(({ text }) => {
      const { positions, motion } = drawFigure(text)
      const frames = motion()
      return [0, 1].some((i) => farthest(frames[(i * frames.length) / 2] ?? [], positions[i] ?? []) > 0.2)
    })
    expect(off.map(({ id }) => id)).toEqual([])
  })

  test('keeps the lengths of arms and legs between those of its positions, and feet that stay where they are', () => {
    const faulty = moving.flatMap(({ id, first, second }) =>
      [0.2, 0.5, 0.8].flatMap((share) => {
        const { joints } = solvedBetween(first, second, share)
        return (['arm', 'farArm', 'leg', 'farLeg'] as const).flatMap((limb) => {
          const [a, b, now] = [first.joints[limb], second.joints[limb], joints[limb]]
          const fits = (from: 'root' | 'middle', to: 'middle' | 'end') => {
            const [was, is, will] = [a, now, b].map((one) => distance(one[from], one[to])) as [number, number, number]
            return is > Math.min(was, will) - 0.1 && is < Math.max(was, will) + 0.1
          }
          const stays =
            distance(a.end, b.end) < 0.01 && first.pose[limb].kind === 'reach' && second.pose[limb].kind === 'reach'
          return [
            ...(fits('root', 'middle') && fits('middle', 'end') ? [] : [`${id} ${limb} at ${share}: its length`]),
            ...(stays && distance(now.end, a.end) > 1 ? [`${id} ${limb} at ${share}: it slips`] : []),
          ]
        })
      }),
    )
    expect(faulty).toEqual([])
  })
})

/** How far the numbers of two drawings are apart, in units. */
function farthest(a: readonly { d: string }[], b: readonly { d: string }[]): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY
  const numbers = (shapes: readonly { d: string }[]) =>
    shapes.flatMap(({ d }) => (d.match(/-?\d+\.?\d*/g) ?? []).map(Number))
  const [mine, theirs] = [numbers(a), numbers(b)]
  return Math.max(0, ...mine.map((value, i) => Math.abs(value - (theirs[i] ?? Number.NaN))))
}
