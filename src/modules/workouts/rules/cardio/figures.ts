/**
 * What is told of a track, by one rule and in whole numbers. Made once, on the phone that has the file, and stored: no
 * other device works it out again, so all of them say the same.
 */
import { evenOut, gainM } from './elevation.ts'
import { outlineOf, type Place } from './geo.ts'
import { at, bestTimes, splitsOf, tenths } from './splits.ts'
import { isPlaced, type Steps, stepsOf, type TrackWhy } from './steps.ts'
import { guessSport, type RawTrack, type Sport, stretchM } from './track.ts'

export type CardioFigures = {
  startAt: number
  elapsedMs: number
  movingMs: number
  distanceM: number
  gainM: number | null
  avgHr: number | null
  maxHr: number | null
  /** By the sport's own stretch (see `stretchM`), four numbers a split as `splitsOf` says. */
  splits: number[]
  /** The same by miles; empty where the sport counts in metres alone. */
  mileSplits: number[]
  /** Standard distance in metres, ms; one after the other. */
  bests: number[]
  /** Equally long parts of the way, three numbers each (`PART_SIZE`). */
  parts: number[]
  /** See `outlineOf`. */
  outline: number[]
}

const MILE_MM = 1_609_344
const PARTS = 100
const PART_MM = 50_000

export function figuresOfTrack(raw: RawTrack): { sport: Sport; figures: CardioFigures } | TrackWhy {
  // Told by a run's idea of standing and haste; if it turns out to be a ride, by a ride's.
  const first = stepsOf(raw, raw.sport ?? 'ride')
  if (typeof first === 'string') return ofTotals(raw) ?? first
  const sport = raw.sport ?? guessSport((first.along.at(-1) ?? 0) / 1000, first.moving.at(-1) ?? 0)
  const steps = sport === (raw.sport ?? 'ride') ? first : stepsOf(raw, sport)
  return typeof steps === 'string' ? steps : { sport, figures: figuresOfSteps(steps, sport) }
}

function ofTotals({ totals, sport }: RawTrack): { sport: Sport; figures: CardioFigures } | null {
  if (!totals || totals.distanceM <= 0 || totals.movingMs <= 0) return null
  const { startAt, distanceM, movingMs, elapsedMs } = totals
  const nothing = {
    gainM: null,
    avgHr: null,
    maxHr: null,
    splits: [],
    mileSplits: [],
    bests: [],
    parts: [],
    outline: [],
  }
  return {
    sport: sport ?? guessSport(distanceM, movingMs),
    figures: {
      ...nothing,
      ...{ startAt, distanceM: Math.round(distanceM), movingMs: seconds(movingMs), elapsedMs: seconds(elapsedMs) },
    },
  }
}

const seconds = (ms: number) => Math.round(ms / 1000) * 1000

function figuresOfSteps(steps: Steps, sport: Sport): CardioFigures {
  const { at: times, along, moving, points } = steps
  const startAt = times[0] ?? 0
  const heights = heightsOf(steps)
  const beats = beatsOf(steps)
  const movingMs = moving.at(-1) ?? 0
  const stretch = stretchM(sport)
  const rates = points.flatMap(({ hr }) => (hr === null ? [] : [hr]))
  return {
    startAt,
    elapsedMs: seconds((times.at(-1) ?? 0) - startAt),
    movingMs: seconds(movingMs),
    distanceM: Math.round((along.at(-1) ?? 0) / 1000),
    gainM: heights && gainM(heights),
    avgHr: beats && movingMs > 0 ? Math.round((beats.at(-1) ?? 0) / movingMs) : null,
    maxHr: beats ? rates.reduce((most, hr) => Math.max(most, hr), 0) : null,
    splits: splitsOf(steps, stretch * 1000, heights, beats),
    mileSplits: stretch === 1000 ? splitsOf(steps, MILE_MM, heights, beats) : [],
    bests: bestTimes(steps),
    parts: partsOf(steps, heights, beats),
    outline: outlineOf(points.filter((point): point is typeof point & Place => isPlaced(point))),
  }
}

/** Null where fewer than nine of ten points know; gaps take the height before. */
function heightsOf({ points, at: times }: Steps): number[] | null {
  const known = points.filter(({ ele }) => ele !== null)
  if (known.length < points.length * 0.9) return null
  let last = known[0]?.ele ?? 0
  return evenOut(
    points.map(({ ele }) => {
      last = ele ?? last
      return last
    }),
    times,
  )
}

/** Heart rate × ms in motion so far. */
function beatsOf({ points, moving }: Steps): number[] | null {
  if (points.filter(({ hr }) => hr !== null).length < points.length / 2) return null
  let last = points.find(({ hr }) => hr !== null)?.hr ?? 0
  const beats = [0]
  for (let i = 1; i < points.length; i++) {
    last = points[i]?.hr ?? last
    beats.push((beats[i - 1] ?? 0) + last * ((moving[i] ?? 0) - (moving[i - 1] ?? 0)))
  }
  return beats
}

function partsOf(
  { along, moving }: Steps,
  heights: readonly number[] | null,
  beats: readonly number[] | null,
): number[] {
  const total = along.at(-1) ?? 0
  const n = Math.min(PARTS, Math.floor(total / PART_MM))
  const parts: number[] = []
  for (let i = 0; i < n; i++) {
    const [from, to] = [(total * i) / n, (total * (i + 1)) / n]
    const over = (values: readonly number[]) => at(along, values, to, 'first') - at(along, values, from, 'first')
    const ms = over(moving)
    const height = heights ? Math.round(at(along, heights, to, 'first') * 10) : 0
    parts.push(tenths(ms), height, beats && ms > 0 ? Math.round(over(beats) / ms) : 0)
  }
  return parts
}
