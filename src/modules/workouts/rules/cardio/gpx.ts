/** GPX 1.0 and 1.1: every `trk` is a session, every `trkseg` a stretch between two stops. */
import { offsetOfText } from './instant.ts'
import { beats, type RawTrack, type Sport, type TrackPoint } from './track.ts'
import { all, deep, degrees, type Element, first, instantAt, numberOf, rootOf, textOf } from './xml.ts'

export function readGpx(text: string): RawTrack[] | null {
  const root = rootOf(text, 'gpx')
  if (!root) return null
  return all(root, 'trk').map((track) => {
    const segments = all(track, 'trkseg').map((segment) => all(segment, 'trkpt').map(pointOf))
    const one = first(track, 'trkseg', 'trkpt')
    return {
      name: textOf(track, 'name') ?? textOf(root, 'metadata', 'name') ?? '',
      sport: sportOfWord(textOf(track, 'type') ?? ''),
      isIndoors: false,
      offsetMin: offsetOfText(one ? textOf(one, 'time') : null),
      segments,
      totals: null,
    }
  })
}

function pointOf(point: Element): TrackPoint {
  return {
    at: instantAt(point, 'time'),
    lat: degrees(point.attributes.lat, 90),
    lon: degrees(point.attributes.lon, 180),
    ele: numberOf(textOf(point, 'ele')),
    hr: beats(numberOf(textOf(deep(first(point, 'extensions'), 'hr')))),
    along: null,
  }
}

const WORDS: [RegExp, Sport][] = [
  [/run|jog/, 'run'],
  [/hik|trek/, 'hike'],
  [/walk/, 'walk'],
  [/cycl|bik|rid/, 'ride'],
  [/row/, 'row'],
  [/swim/, 'swim'],
]

export function sportOfWord(word: string): Sport | null {
  return WORDS.find(([words]) => words.test(word.toLowerCase()))?.[1] ?? null
}
