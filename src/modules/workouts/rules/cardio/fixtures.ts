/** Made-up runs of known answers, and the three formats to write them in. No file of anybody's is used. */
import { fitSum } from './fit-bytes.ts'
import type { TrackPoint } from './track.ts'

export type Made = TrackPoint & { at: number; stopBefore?: boolean }

/** Metres of a degree along a meridian, on the sphere of the rules. */
export const DEGREE_M = (Math.PI / 180) * 6_371_008.8
export const START = Date.UTC(2026, 4, 9, 6, 30)

/** A way north at an even pace, one point a second. */
export function straight(change: {
  metres: number
  seconds: number
  from?: number
  lat?: number
  lon?: number
  height?: (second: number) => number
  hr?: (second: number) => number
}): Made[] {
  const { metres, seconds, from = START, lat = 46, lon = 14.5, height, hr } = change
  return Array.from({ length: seconds + 1 }, (_, second) => ({
    at: from + second * 1000,
    lat: lat + (metres * second) / seconds / DEGREE_M,
    lon,
    ele: height ? height(second) : null,
    hr: hr ? hr(second) : null,
    along: null,
  }))
}

/** The second begins where and when the first ends. */
export function goOn(first: readonly Made[], next: (from: number, lat: number) => Made[]): Made[] {
  const last = first.at(-1)
  if (!last) return []
  return [...first, ...next(last.at, last.lat ?? 0).slice(1)]
}

export const standing = (from: number, lat: number, seconds: number): Made[] =>
  straight({ metres: 0, seconds, from, lat })

const iso = (at: number) => new Date(at).toISOString()
const tag = (name: string, value: number | null, digits: number) =>
  value === null ? '' : `<${name}>${value.toFixed(digits)}</${name}>`

function segmentsOf(points: readonly Made[]): Made[][] {
  const segments: Made[][] = [[]]
  for (const point of points) {
    if (point.stopBefore) segments.push([])
    segments.at(-1)?.push(point)
  }
  return segments
}

export function gpxOf(points: readonly Made[], { name = 'Along the river', type = 'running' } = {}): string {
  const segments = segmentsOf(points).map(
    (segment) =>
      `<trkseg>${segment
        .map(
          ({ at, lat, lon, ele, hr }) =>
            `<trkpt lat="${lat?.toFixed(8)}" lon="${lon?.toFixed(8)}">${tag('ele', ele, 2)}<time>${iso(at)}</time>${
              hr === null
                ? ''
                : `<extensions><q:TrackPointExtension><q:hr>${hr}</q:hr></q:TrackPointExtension></extensions>`
            }</trkpt>`,
        )
        .join('\n')}</trkseg>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="made up" xmlns="http://www.topografix.com/GPX/1/1" xmlns:q="urn:made-up">
<trk><name>${name}</name><type>${type}</type>${segments.join('\n')}</trk>
</gpx>
`
}

export function tcxOf(points: readonly Made[], { sport = 'Running' } = {}): string {
  const tracks = segmentsOf(points).map(
    (segment) =>
      `<Track>${segment
        .map(
          ({ at, lat, lon, ele, hr, along }) =>
            `<Trackpoint><Time>${iso(at)}</Time><Position><LatitudeDegrees>${lat?.toFixed(8)}</LatitudeDegrees><LongitudeDegrees>${lon?.toFixed(8)}</LongitudeDegrees></Position>${tag('AltitudeMeters', ele, 2)}${tag('DistanceMeters', along, 3)}${hr === null ? '' : `<HeartRateBpm><Value>${hr}</Value></HeartRateBpm>`}</Trackpoint>`,
        )
        .join('\n')}</Track>`,
  )
  const start = iso(points[0]?.at ?? 0)
  return `<?xml version="1.0" encoding="UTF-8"?>
<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities>
<Activity Sport="${sport}"><Id>${start}</Id><Lap StartTime="${start}">${tracks.join('\n')}</Lap></Activity>
</Activities></TrainingCenterDatabase>
`
}

export function kmlOf(points: readonly Made[], { name = 'Along the river', style = '#running' } = {}): string {
  const tracks = segmentsOf(points).map((segment) => {
    const whens = segment.map(({ at }) => `<when>${iso(at)}</when>`)
    const coords = segment.map(({ lat, lon, ele }) => {
      return `<gx:coord>${lon?.toFixed(8)} ${lat?.toFixed(8)} ${ele?.toFixed(2) ?? ''}</gx:coord>`
    })
    const hearts = segment.map(({ hr }) => `<gx:value>${hr ?? ''}</gx:value>`)
    const data = `<ExtendedData><SchemaData><gx:SimpleArrayData name="heartrate">${hearts.join('')}</gx:SimpleArrayData></SchemaData></ExtendedData>`
    return `<gx:Track>${whens.join('')}${coords.join('\n')}${data}</gx:Track>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document><Folder>
<Placemark><name>Start</name><Point><coordinates>14.5,46.05,0</coordinates></Point></Placemark>
<Placemark><name>${name}</name><styleUrl>${style}</styleUrl><gx:MultiTrack>${tracks.join('\n')}</gx:MultiTrack></Placemark>
</Folder></Document></kml>
`
}

type FitField = { id: number; type: 0x00 | 0x02 | 0x84 | 0x85 | 0x86; value: number | null }
const SIZES = { 0: 1, 2: 1, 132: 2, 133: 4, 134: 4 } as const
const NONE = { 0: 0xff, 2: 0xff, 132: 0xffff, 133: 0x7fffffff, 134: 0xffffffff } as const

/** A FIT file of these points, as a watch would write it. */
export function fitOf(points: readonly Made[], { sport = 1, subSport = 0, offsetMin = 0, from = 0 } = {}): Uint8Array {
  const bytes: number[] = []
  const defined = new Map<number, string>()
  const put = (size: number, value: number) => {
    for (let i = 0; i < size; i++) bytes.push(Math.floor(value / 2 ** (8 * i)) & 0xff)
  }
  const message = (local: number, number: number, fields: FitField[]) => {
    const shape = fields.map(({ id, type }) => `${id} ${type}`).join(',')
    if (defined.get(local) !== shape) {
      defined.set(local, shape)
      bytes.push(0x40 | local, 0, 0)
      put(2, number)
      bytes.push(fields.length, ...fields.flatMap(({ id, type }) => [id, SIZES[type], type]))
    }
    bytes.push(local)
    for (const { type, value } of fields) put(SIZES[type], ((value ?? NONE[type]) + 2 ** 32) % 2 ** 32)
  }
  const stamp = (at: number) => Math.round((at - 631_065_600_000) / 1000)
  const circles = (degrees: number | null) => (degrees === null ? null : Math.round((degrees * 2 ** 31) / 180))
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) throw new Error('a file of no points')
  message(0, 0, [
    { id: 0, type: 0x00, value: 4 },
    { id: 1, type: 0x84, value: 255 },
    { id: 4, type: 0x86, value: stamp(first.at) },
  ])
  const timer = (at: number, type: number) =>
    message(1, 21, [
      { id: 253, type: 0x86, value: stamp(at) },
      { id: 0, type: 0x00, value: 0 },
      { id: 1, type: 0x00, value: type },
    ])
  timer(first.at, 0)
  let before = first
  for (const point of points.slice(from)) {
    if (point.stopBefore) {
      timer(before.at, 4)
      timer(point.at, 0)
    }
    before = point
    message(2, 20, [
      { id: 253, type: 0x86, value: stamp(point.at) },
      { id: 0, type: 0x85, value: circles(point.lat) },
      { id: 1, type: 0x85, value: circles(point.lon) },
      { id: 2, type: 0x84, value: point.ele === null ? null : Math.round((point.ele + 500) * 5) },
      { id: 3, type: 0x02, value: point.hr },
      { id: 5, type: 0x86, value: point.along === null ? null : Math.round(point.along * 100) },
    ])
  }
  timer(last.at, 4)
  const lasted = last.at - first.at
  message(3, 18, [
    { id: 253, type: 0x86, value: stamp(last.at) },
    { id: 2, type: 0x86, value: stamp(first.at) },
    { id: 5, type: 0x00, value: sport },
    { id: 6, type: 0x00, value: subSport },
    { id: 7, type: 0x86, value: lasted },
    { id: 8, type: 0x86, value: lasted },
    { id: 9, type: 0x86, value: last.along === null ? null : Math.round(last.along * 100) },
  ])
  message(4, 34, [
    { id: 253, type: 0x86, value: stamp(last.at) },
    { id: 5, type: 0x86, value: stamp(last.at) + offsetMin * 60 },
  ])
  const head = [
    14,
    0x20,
    0x54,
    0x08,
    ...[0, 8, 16, 24].map((by) => (bytes.length >> by) & 0xff),
    0x2e,
    0x46,
    0x49,
    0x54,
  ]
  const headSum = fitSum(Uint8Array.from(head))
  const whole = Uint8Array.from([...head, headSum & 0xff, headSum >> 8, ...bytes])
  const sum = fitSum(whole)
  return Uint8Array.from([...whole, sum & 0xff, sum >> 8])
}
