/**
 * KML: every `gx:Track` that a placemark holds by itself is a session; those of a `gx:MultiTrack` are its stretches between
 * two stops. A `LineString` says a way without its times, which is told as such. KMZ is a KML in a zip (`kmz.ts`).
 */
import { sportOfWord } from './gpx.ts'
import { instantOfText, offsetOfText } from './instant.ts'
import { beats, type RawTrack, type TrackPoint } from './track.ts'
import { all, degrees, type Element, first, numberOf, rootOf, textOf } from './xml.ts'

export function readKml(text: string): RawTrack[] | null {
  const root = rootOf(text, 'kml')
  if (!root) return null
  return below(root, 'Placemark').flatMap((placemark): RawTrack[] => {
    const multi = first(placemark, 'MultiTrack')
    const tracks = multi ? all(multi, 'Track') : all(placemark, 'Track')
    const lines = below(placemark, 'LineString')
    const segments = tracks.length > 0 ? tracks.map(pointsOfTrack) : lines.map(pointsOfLine)
    const time = textOf(tracks[0], 'when')
    return segments.length === 0
      ? []
      : [
          {
            name: textOf(placemark, 'name') ?? textOf(first(root, 'Document'), 'name') ?? '',
            sport: sportOfWord(`${textOf(placemark, 'styleUrl') ?? ''} ${textOf(placemark, 'name') ?? ''}`),
            isIndoors: false,
            offsetMin: offsetOfText(time),
            segments,
            totals: null,
          },
        ]
  })
}

/** Times and places stand apart, one as many as the other; a place may be empty where the receiver had none. */
function pointsOfTrack(track: Element): TrackPoint[] {
  const places = all(track, 'coord').map(({ text }) => text.trim().split(/\s+/))
  const rates = below(track, 'SimpleArrayData').find(({ attributes }) => /^(heart|hr)/i.test(attributes.name ?? ''))
  const hearts = rates ? all(rates, 'value').map(({ text }) => text) : []
  return all(track, 'when').map(({ text }, i) => pointOf(places[i] ?? [], instantOfText(text), hearts[i] ?? null))
}

function pointsOfLine(line: Element): TrackPoint[] {
  const corners = (textOf(line, 'coordinates') ?? '').split(/\s+/).filter(Boolean)
  return corners.map((corner) => pointOf(corner.split(','), null, null))
}

/** Longitude comes first. */
function pointOf([lon, lat, ele]: readonly string[], at: number | null, hr: string | null): TrackPoint {
  return { at, lat: degrees(lat, 90), lon: degrees(lon, 180), ele: numberOf(ele), hr: beats(numberOf(hr)), along: null }
}

/** All of that name, however deep folders nest. */
function below(of: Element, name: string): Element[] {
  return of.children.flatMap((child) => (child.name === name ? [child] : below(child, name)))
}
