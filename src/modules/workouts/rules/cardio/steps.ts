/**
 * A track as steps from point to point: how far, how long, and whether somebody moved. Distances are whole millimetres
 * and times whole ms from here on.
 */
import { betweenMm } from './geo.ts'
import { FASTEST, STANDS } from './speeds.ts'
import type { RawTrack, Sport, TrackPoint } from './track.ts'

export type TrackWhy = 'noPoints' | 'noTimes' | 'backwards' | 'noPositions'

export type Steps = {
  /** Instants, growing. */
  at: number[]
  /** Millimetres since the start, never falling. */
  along: number[]
  /** Ms in motion since the start. */
  moving: number[]
  points: TrackPoint[]
}

/** Shorter than this nobody stood: receivers stutter. */
const SHORT_MS = 10_000
/** A stop of the recorder that is no longer is the end of a lap. */
const LAP_MS = 5_000

type Timed = TrackPoint & { at: number; startsAnew: boolean }

export function stepsOf(raw: RawTrack, sport: Sport): Steps | TrackWhy {
  const kept = inOrder(raw)
  if (typeof kept === 'string') return kept
  const byCount = kept.filter(({ along }) => along !== null).length >= kept.length * 0.9
  const usable = kept.filter((point) => (byCount ? point.along !== null : isPlaced(point)))
  if (usable.length < 2) return 'noPositions'
  return measured(usable, sport, byCount)
}

/** A receiver that has not found itself yet says 0/0. */
export const isPlaced = ({ lat, lon }: TrackPoint): boolean => lat !== null && lon !== null && (lat !== 0 || lon !== 0)

function inOrder({ segments }: RawTrack): Timed[] | TrackWhy {
  const kept: Timed[] = []
  let [all, timed, back] = [0, 0, 0]
  for (const segment of segments) {
    let startsAnew = true
    for (const point of segment) {
      all++
      if (point.at === null) continue
      timed++
      const before = kept.at(-1)?.at ?? Number.NEGATIVE_INFINITY
      if (point.at < before) back++
      // The same second twice says nothing new.
      if (point.at <= before) continue
      kept.push({ ...point, at: point.at, startsAnew })
      startsAnew = false
    }
  }
  if (all < 2) return 'noPoints'
  if (timed < 2) return 'noTimes'
  // A clock that was set while it ran; more than that is no recording.
  if (back > timed / 10) return 'backwards'
  return kept.length < 2 ? 'noTimes' : kept
}

/** The recorder's own count of metres comes before positions: it knows tunnels, wheels and belts. */
function measured(points: readonly Timed[], sport: Sport, byCount: boolean): Steps | TrackWhy {
  const [first] = points
  if (!first) return 'noPoints'
  const steps: Steps = { at: [first.at], along: [0], moving: [], points: [first] }
  const stood: ('moves' | 'slow' | 'stopped')[] = []
  let last = first
  let startsAnew = false
  let sum = 0
  for (const point of points.slice(1)) {
    startsAnew ||= point.startsAnew
    const ms = point.at - last.at
    const stopped = startsAnew && ms > LAP_MS
    const mm = byCount
      ? Math.max(0, ((point.along ?? 0) - (last.along ?? 0)) * 1000)
      : stopped
        ? 0
        : betweenMm(last as Located, point as Located)
    if (mm * 1000 > FASTEST[sport] * ms && !stopped) continue
    steps.at.push(point.at)
    // Rounded as a sum: a third of a millimetre lost each second is a metre in an hour.
    sum += mm
    steps.along.push(Math.round(sum))
    steps.points.push(point)
    stood.push(stopped ? 'stopped' : mm * 1000 < STANDS[sport] * ms ? 'slow' : 'moves')
    last = point
    startsAnew = false
  }
  if (steps.at.length < 2) return 'noPositions'
  steps.moving = movingOf(steps.at, stood)
  return steps
}

type Located = Timed & { lat: number; lon: number }

/** Slow for ten seconds or more is a pause, whether or not the recorder was told. */
function movingOf(at: readonly number[], stood: readonly ('moves' | 'slow' | 'stopped')[]): number[] {
  const moving = [0]
  for (let i = 0; i < stood.length; ) {
    let end = i + 1
    while (stood[i] === 'slow' && stood[end] === 'slow') end++
    const isPause = stood[i] === 'stopped' || (stood[i] === 'slow' && (at[end] ?? 0) - (at[i] ?? 0) >= SHORT_MS)
    for (; i < end; i++) {
      moving.push((moving.at(-1) ?? 0) + (isPause ? 0 : (at[i + 1] ?? 0) - (at[i] ?? 0)))
    }
  }
  return moving
}
