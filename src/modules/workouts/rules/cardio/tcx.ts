/** TCX: every `Activity` is a session, of laps; every `Track` in them a stretch between two stops. */
import { sportOfWord } from './gpx.ts'
import { instantOfText, offsetOfText } from './instant.ts'
import { beats, type RawTrack, type TrackPoint } from './track.ts'
import { all, degrees, type Element, first, instantAt, numberOf, rootOf, textOf } from './xml.ts'

export function readTcx(text: string): RawTrack[] | null {
  const root = rootOf(text, 'TrainingCenterDatabase')
  if (!root) return null
  return all(root, 'Activities')
    .flatMap((activities) => all(activities, 'Activity'))
    .map((activity) => {
      const laps = all(activity, 'Lap')
      const segments = laps.flatMap((lap) => all(lap, 'Track')).map((track) => all(track, 'Trackpoint').map(pointOf))
      return {
        name: textOf(activity, 'Notes')?.split('\n')[0] ?? '',
        sport: sportOfWord(activity.attributes.Sport ?? ''),
        isIndoors: false,
        offsetMin: offsetOfText(textOf(activity, 'Id')),
        segments,
        totals: totalsOf(laps),
      }
    })
}

function pointOf(point: Element): TrackPoint {
  return {
    at: instantAt(point, 'Time'),
    lat: degrees(textOf(point, 'Position', 'LatitudeDegrees'), 90),
    lon: degrees(textOf(point, 'Position', 'LongitudeDegrees'), 180),
    ele: numberOf(textOf(point, 'AltitudeMeters')),
    hr: beats(numberOf(textOf(first(point, 'HeartRateBpm'), 'Value'))),
    along: numberOf(textOf(point, 'DistanceMeters')),
  }
}

function totalsOf(laps: readonly Element[]): RawTrack['totals'] {
  const sum = (name: string) => laps.reduce((all, lap) => all + (numberOf(textOf(lap, name)) ?? 0), 0)
  const [startAt] = laps.flatMap((lap) => instantOfText(lap.attributes.StartTime ?? null) ?? [])
  const movingMs = sum('TotalTimeSeconds') * 1000
  return startAt === undefined ? null : { startAt, distanceM: sum('DistanceMeters'), movingMs, elapsedMs: movingMs }
}
