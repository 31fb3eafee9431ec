/** FIT activities: every `session` is one, with the records of its time, cut where the timer was stopped. */
import { type FitMessage, fitMessages } from './fit-bytes.ts'
import { beats, type RawTrack, type Sport, type TrackPoint } from './track.ts'

const SESSION = 18
const RECORD = 20
const EVENT = 21
const ACTIVITY = 34
const TIMESTAMP = 253

/** FIT counts its seconds from the last day of 1989. */
const EPOCH_MS = 631_065_600_000
const SPORTS: Record<number, Sport> = { 1: 'run', 2: 'ride', 5: 'swim', 11: 'walk', 15: 'row', 17: 'hike' }
/** Treadmill, indoor cycling and rowing, spinning, lap swimming, virtual. */
const INDOORS = new Set([1, 5, 6, 14, 17, 58])

export function readFit(bytes: Uint8Array): RawTrack[] | null {
  const messages = fitMessages(bytes, new Set([SESSION, RECORD, EVENT, ACTIVITY]))
  if (!messages) return null
  const offsetMin = offsetOf(messages.find(({ number }) => number === ACTIVITY))
  const sessions = messages.filter(({ number }) => number === SESSION)
  if (sessions.length === 0) return [trackOf(undefined, segmentsOf(messages), offsetMin)]
  return sessions.map((session, i) => {
    const from = startOf(session) ?? 0
    const next = sessions[i + 1]
    // One after the other: what is recorded before the next begins belongs to this one.
    const to = next ? (startOf(next) ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY
    const within = ({ at }: TrackPoint) => at === null || sessions.length === 1 || (at >= from && at < to)
    const segments = segmentsOf(messages).map((segment) => segment.filter(within))
    return trackOf(
      session,
      segments.filter(({ length }) => length > 0),
      offsetMin,
    )
  })
}

const instant = (seconds: number | undefined) => (seconds === undefined ? null : EPOCH_MS + seconds * 1000)
const startOf = ({ fields }: FitMessage) => instant(fields.get(2))

function trackOf(session: FitMessage | undefined, segments: TrackPoint[][], offsetMin: number | null): RawTrack {
  const fields = session?.fields
  const startAt = session ? startOf(session) : null
  const [elapsed, timer, distance] = [fields?.get(7), fields?.get(8), fields?.get(9)]
  return {
    name: '',
    sport: SPORTS[fields?.get(5) ?? -1] ?? null,
    isIndoors: INDOORS.has(fields?.get(6) ?? -1),
    offsetMin,
    segments,
    totals:
      startAt === null || timer === undefined || distance === undefined
        ? null
        : { startAt, distanceM: distance / 100, movingMs: timer, elapsedMs: elapsed ?? timer },
  }
}

/** What the wall clock showed, beside the instant: quarters of an hour. */
function offsetOf(activity: FitMessage | undefined): number | null {
  const [at, local] = [activity?.fields.get(TIMESTAMP), activity?.fields.get(5)]
  if (at === undefined || local === undefined) return null
  const minutes = Math.round((local - at) / 900) * 15
  // Who writes none writes the same twice: that is no word about the place.
  return minutes !== 0 && Math.abs(minutes) <= 14 * 60 ? minutes : null
}

function segmentsOf(messages: readonly FitMessage[]): TrackPoint[][] {
  const segments: TrackPoint[][] = [[]]
  for (const { number, fields } of messages) {
    // The timer's event; its kinds 1, 4, 8 and 9 are stops.
    if (number === EVENT && fields.get(0) === 0 && [1, 4, 8, 9].includes(fields.get(1) ?? -1)) segments.push([])
    if (number === RECORD) segments.at(-1)?.push(pointOf(fields))
  }
  return segments.filter(({ length }) => length > 0)
}

const semicircles = (value: number | undefined) => (value === undefined ? null : (value * 180) / 2 ** 31)

function pointOf(fields: ReadonlyMap<number, number>): TrackPoint {
  const height = fields.get(78) ?? fields.get(2)
  const along = fields.get(5)
  return {
    at: instant(fields.get(TIMESTAMP)),
    lat: semicircles(fields.get(0)),
    lon: semicircles(fields.get(1)),
    ele: height === undefined ? null : height / 5 - 500,
    hr: beats(fields.get(3) ?? null),
    along: along === undefined ? null : along / 100,
  }
}
