/**
 * A file's tracks as workouts to look at before they come in. Ids come from the start alone: the same run out of a GPX and
 * out of a FIT file is one workout.
 */
import { LIMITS } from '../../../../shared/set-limits.ts'
import { duplicateOf, knownStarts } from '../import/duplicates.ts'
import { type CardioFigures, figuresOfTrack } from './figures.ts'
import type { ReadTracks } from './read-file.ts'
import type { Sport } from './track.ts'
import type { FileWhy } from './track-file.ts'
import { type PlannedSession, trackId } from './workout-of-track.ts'
import { zoneOfTrack } from './zone.ts'

export type TrackContext = {
  /** The athlete's workouts so far. */
  existing: readonly { id: string; startedAt: number }[]
  /** Of the device. */
  zone: string
  now: number
  titles: Readonly<Record<Sport, string>>
}

/** One row of the preview. `workout` is there where something comes in. */
export type PlannedTrack = { fileName: string } & (
  | { kind: 'new'; session: PlannedSession }
  | { kind: 'duplicate'; startedAt: number; zone: string }
  /** `said`: what the athlete said it was, which another word may mend. */
  | { kind: 'refused'; why: FileWhy; said?: Sport }
)

const EARLIEST = Date.UTC(2000, 0, 1)
const DAY_MS = 86_400_000

export function planTracks(
  fileName: string,
  read: ReadTracks,
  context: TrackContext,
  before: readonly PlannedTrack[],
  /** What the athlete says of a track's sport. */
  said: (track: number) => Sport | undefined = () => undefined,
): PlannedTrack[] {
  if ('why' in read) return [{ fileName, kind: 'refused', why: read.why }]
  const planned: PlannedTrack[] = []
  for (const [at, raw] of read.tracks.entries()) {
    const told = figuresOfTrack({ ...raw, sport: said(at) ?? raw.sport })
    const why = typeof told === 'string' ? told : whyNot(told.figures, context.now)
    if (typeof told === 'string' || why) {
      planned.push({ fileName, kind: 'refused', why: why ?? 'noPoints', said: said(at) })
      continue
    }
    const { sport, figures } = told
    const { startAt } = figures
    const lon = raw.segments.flat().find((point) => point.lon)?.lon ?? null
    const zone = zoneOfTrack(startAt, context.zone, raw.offsetMin, lon)
    const ours = [...before, ...planned].flatMap((one) => (one.kind === 'new' ? [one.session.figures.startAt] : []))
    const starts = ours.map((startedAt) => ({ id: trackId(startedAt), startedAt }))
    const known = knownStarts([...context.existing, ...starts])
    if (duplicateOf(trackId(startAt), startAt, known, new Set())) {
      planned.push({ fileName, kind: 'duplicate', startedAt: startAt, zone })
      continue
    }
    const title = raw.name.replace(/\s+/g, ' ').trim().slice(0, 200) || context.titles[sport]
    const { format } = read
    const session = { format, sport, isIndoors: raw.isIndoors, title, zone, figures }
    planned.push({ fileName, kind: 'new', session })
  }
  return planned
}

function whyNot({ startAt, elapsedMs, distanceM }: CardioFigures, now: number): FileWhy | null {
  if (startAt < EARLIEST) return 'longAgo'
  if (startAt > now + DAY_MS) return 'future'
  return elapsedMs > LIMITS.durationMs * 7 || distanceM > LIMITS.distanceM ? 'tooLong' : null
}
