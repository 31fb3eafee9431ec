/** One made-up run in four formats, and files that are none. */
import FitParser from 'fit-file-parser'
import { describe, expect, test } from 'vitest'
import { figuresOfTrack } from './figures.ts'
import { fitOf, goOn, gpxOf, kmlOf, type Made, START, standing, straight, tcxOf } from './fixtures.ts'
import { offsetOfText } from './instant.ts'
import { type PlannedTrack, planTracks, type TrackContext } from './plan.ts'
import { readTrackFile } from './read-file.ts'
import { workoutOfTrack } from './workout-of-track.ts'
import { zoneOfTrack } from './zone.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const TITLES = { run: 'Run', walk: 'Walk', hike: 'Hike', ride: 'Ride', row: 'Row', swim: 'Swim' }
const CONTEXT: TrackContext = { existing: [], zone: 'Europe/Ljubljana', now: START + 86_400_000, titles: TITLES }
const planned = (content: Uint8Array | string, context: Partial<TrackContext> = {}, before: PlannedTrack[] = []) =>
  planTracks(
    'a.gpx',
    readTrackFile(typeof content === 'string' ? bytes(content) : content),
    { ...CONTEXT, ...context },
    before,
  )
const whyOf = (content: Uint8Array | string) =>
  planned(content).map((one) => (one.kind === 'refused' ? one.why : one.kind))

/** A run with a hill, a red light, a stop of the watch, a heart, and a fast kilometre. */
function madeRun(): Made[] {
  const hill = (second: number) => 300 + Math.round(20 * Math.sin((second / 400) * Math.PI))
  const first = straight({ metres: 1500, seconds: 450, height: hill, hr: (second) => 130 + (second % 20) })
  const light = goOn(first, (from, lat) => standing(from, lat, 60).map((point) => ({ ...point, ele: 292, hr: 120 })))
  const fast = goOn(light, (from, lat) =>
    straight({ metres: 1000, seconds: 220, from, lat, height: () => 292, hr: () => 170 }),
  )
  const at = fast.at(-1)
  const end = straight({
    metres: 800,
    seconds: 240,
    from: (at?.at ?? 0) + 90_000,
    lat: at?.lat ?? 0,
    height: () => 292,
    hr: () => 150,
  })
  const all = [...fast, ...end.map((point, i) => (i === 0 ? { ...point, stopBefore: true } : point))]
  let along = 0
  return all.map((point, i) => {
    const before = all[i - 1]
    if (before && !point.stopBefore) along += ((point.lat ?? 0) - (before.lat ?? 0)) * (Math.PI / 180) * 6_371_008.8
    return { ...point, along }
  })
}

describe('the same run as GPX, TCX, FIT and KML', () => {
  const run = madeRun()
  const figures = (content: Uint8Array) => {
    const read = readTrackFile(content)
    if ('why' in read) throw new Error(read.why)
    expect(read.tracks).toHaveLength(1)
    const told = figuresOfTrack(read.tracks[0] as never)
    if (typeof told === 'string') throw new Error(told)
    return told
  }

  test('has the same figures', () => {
    const gpx = figures(bytes(gpxOf(run)))
    expect(gpx.sport).toBe('run')
    expect(gpx.figures).toMatchObject({
      ...{
        startAt: START,
        distanceM: 3300,
        elapsedMs: 1_060_000,
        movingMs: 910_000,
        gainM: 20,
        avgHr: 150,
        maxHr: 170,
      },
      bests: [400, 88_000, 800, 176_000, 1000, 220_000, 1609, 463_000],
    })
    expect(figures(bytes(tcxOf(run)))).toEqual(gpx)
    expect(figures(fitOf(run))).toEqual(gpx)
    expect(figures(bytes(kmlOf(run)))).toEqual(gpx)
  })

  test('the FIT file is one that another reader takes for the same', async () => {
    const content = await new FitParser({ force: false, mode: 'list', lengthUnit: 'm' }).parseAsync(fitOf(run) as never)
    expect(content.records).toHaveLength(run.length)
    expect(content.records?.at(-1)).toMatchObject({ distance: 3300, heart_rate: 150 })
    expect(content.sessions?.[0]).toMatchObject({ sport: 'running', total_distance: 3300 })
  })

  test('comes in once, whichever of them comes first, in one go or a minute apart', () => {
    const [first] = planned(fitOf(run))
    expect(first?.kind).toBe('new')
    expect(planned(gpxOf(run), {}, first ? [first] : []).map(({ kind }) => kind)).toEqual(['duplicate'])
    const known = (ms: number) => planned(gpxOf(run), { existing: [{ id: 'by hand', startedAt: START + ms }] })[0]?.kind
    expect([known(-60_000), known(60_000), known(61_000)]).toEqual(['duplicate', 'duplicate', 'new'])
  })

  test('is an ordinary workout with one set', () => {
    const [one] = planned(gpxOf(run))
    if (one?.kind !== 'new') throw new Error('not new')
    const { whole, cardio } = workoutOfTrack(one.session, null)
    expect(whole.workout).toMatchObject({
      title: 'Along the river',
      startedAt: START,
      zone: 'Europe/Ljubljana',
      localDay: 20_582,
      activeMs: 910_000,
      source: 'gpx',
    })
    expect(whole.entries[0]?.entry.exerciseId).toBe('running')
    expect(whole.entries[0]?.sets[0]).toMatchObject({ distanceM: 3300, durationMs: 910_000, doneAt: START + 1_060_000 })
    expect(whole.entries[0]?.sets[0]?.bests?.slice(0, 4)).toEqual([3300, 910_000, 400, 88_000])
    expect(cardio).toMatchObject({ workoutId: whole.workout.id, id: whole.entries[0]?.sets[0]?.id, gainM: 20 })
    expect(JSON.stringify(cardio)).not.toMatch(/46\.|14\.5/)
  })
})

describe('the day and the zone of a track', () => {
  const [noon] = [Date.UTC(2026, 4, 9, 12)]
  test.each([
    ['at home', 'Europe/Ljubljana', null, 14.5, 'Europe/Ljubljana'],
    ['in Spain, by the clock of Madrid, two hours from the sun', 'Europe/Madrid', null, -8, 'Europe/Madrid'],
    ['in Tokyo, brought in at home', 'Europe/Ljubljana', null, 139.7, 'Etc/GMT-9'],
    ['in New York, by the clock of the watch', 'Europe/Ljubljana', -240, -74, 'Etc/GMT+4'],
    ['in India, whose half hour has no such zone', 'Europe/Ljubljana', 330, 77, 'Europe/Ljubljana'],
    ['beside the date line', 'Pacific/Auckland', null, -179, 'Pacific/Auckland'],
  ])('%s', (_where, device, offset, lon, zone) => {
    expect(zoneOfTrack(noon, device, offset, lon)).toBe(zone)
  })

  test('a run at one in the morning in Tokyo is of the day that was there', () => {
    const night = straight({ metres: 1000, seconds: 300, from: Date.UTC(2026, 4, 9, 16), lon: 139.7 })
    const [one] = planned(gpxOf(night), { now: Date.UTC(2026, 5, 1) })
    if (one?.kind !== 'new') throw new Error('not new')
    expect(workoutOfTrack(one.session, null).whole.workout.localDay).toBe(20_583)
  })
})

describe('what a recorder leaves behind', () => {
  const run = straight({ metres: 3000, seconds: 900 })

  test('a heart rate of 0 is none, whatever the format', () => {
    const lost = run.map((point) => ({ ...point, hr: 0 }))
    for (const content of [bytes(gpxOf(lost)), bytes(tcxOf(lost)), fitOf(lost)]) {
      expect(planned(content)[0]).toMatchObject({ session: { figures: { avgHr: null, maxHr: null } } })
    }
  })

  test('positions of 0/0 before it found itself are no way from the Gulf of Guinea', () => {
    const lost = run.map((point, i) => (i < 30 ? { ...point, lat: 0, lon: 0 } : point))
    const [one] = planned(gpxOf(lost))
    expect(one).toMatchObject({ kind: 'new', session: { figures: { distanceM: 2900, startAt: START + 30_000 } } })
  })

  test('a clock that was put back for a moment loses those points and no more', () => {
    const back = run.map((point, i) => (i >= 100 && i < 110 ? { ...point, at: point.at - 60_000 } : point))
    expect(planned(gpxOf(back))[0]).toMatchObject({
      kind: 'new',
      session: { figures: { distanceM: 3000, movingMs: 900_000 } },
    })
  })

  test('a prefix before every element changes nothing', () => {
    const prefixed = gpxOf(run).replace(/<(\/?)(gpx|trk|trkseg|trkpt|time|name|type)(?=[\s>])/g, '<$1g:$2')
    expect(prefixed).toContain('<g:trkpt')
    expect(planned(prefixed)[0]).toMatchObject({ kind: 'new', session: { figures: { distanceM: 3000 } } })
  })

  test('a KML of a way without its times says so, and one of places alone is no track', () => {
    const way = kmlOf(run).replace(
      /<gx:MultiTrack>[\s\S]*<\/gx:MultiTrack>/,
      '<LineString><coordinates>14.5,46.05,300 14.5,46.06,301\n14.5,46.07</coordinates></LineString>',
    )
    expect(whyOf(way)).toEqual(['noTimes'])
    expect(whyOf(way.replace(/<LineString>[\s\S]*<\/LineString>/, ''))).toEqual(['noPoints'])
    expect(whyOf(kmlOf(run).slice(0, -40))).toEqual(['cutOff'])
  })

  test('two tracks of one GPX are two sessions', () => {
    const later = straight({ metres: 1000, seconds: 300, from: START + 7_200_000 })
    const second = gpxOf(later).match(/<trk>[\s\S]*<\/trk>/)?.[0]
    expect(planned(gpxOf(run).replace('</gpx>', `${second}</gpx>`)).map(({ kind }) => kind)).toEqual(['new', 'new'])
  })

  test('two FIT files one behind the other are read as the two they are', () => {
    const later = straight({ metres: 1000, seconds: 300, from: START + 7_200_000 })
    const read = readTrackFile(Uint8Array.from([...fitOf(run), ...fitOf(later)]))
    expect('tracks' in read && read.tracks.map(({ segments }) => segments.flat().length)).toEqual([901, 301])
  })

  test('lengths of a pool without a point are told by their sum', () => {
    const swim = straight({ metres: 1500, seconds: 1800 }).map((point, i) => ({
      ...point,
      lat: null,
      lon: null,
      along: i * (1500 / 1800),
    }))
    const [one] = planned(fitOf(swim, { sport: 5, subSport: 17, from: 1801 }))
    expect(one).toMatchObject({
      kind: 'new',
      session: { sport: 'swim', figures: { distanceM: 1500, movingMs: 1_800_000, splits: [], bests: [] } },
    })
  })
})

describe('files that are refused', () => {
  const run = straight({ metres: 3000, seconds: 900 })
  const gpx = gpxOf(run)
  test.each<[string, Uint8Array | string, string]>([
    ['an empty file', '', 'empty'],
    ['a table', 'date,distance\n2026-05-09,5', 'otherFile'],
    ['a web page', '<!doctype html><html><body>Sign in</body></html>', 'otherFile'],
    ['a GPX that was cut off', gpx.slice(0, gpx.length / 2), 'cutOff'],
    ['a GPX whose tags do not close', gpx.replace('</trkseg>', ''), 'cutOff'],
    ['a FIT that was cut off', fitOf(run).slice(0, 5000), 'cutOffFit'],
    ['a FIT of which one byte changed', fitOf(run).map((byte, i) => (i === 4000 ? byte ^ 1 : byte)), 'cutOffFit'],
    ['a planned route', gpx.replace(/<time>.*?<\/time>/g, ''), 'noTimes'],
    ['a GPX of way points alone', '<gpx><wpt lat="1" lon="2"/></gpx>', 'noPoints'],
    ['a track without a point', '<gpx><trk><trkseg></trkseg></trk></gpx>', 'noPoints'],
    ['times that go backwards', gpxOf([...run].reverse()), 'backwards'],
    ['positions that are all 0/0', gpxOf(run.map((point) => ({ ...point, lat: 0, lon: 0 }))), 'noPositions'],
    ['the year 1970', gpxOf(straight({ metres: 3000, seconds: 900, from: 3_600_000 })), 'longAgo'],
    ['the year 2099', gpxOf(straight({ metres: 3000, seconds: 900, from: Date.UTC(2099, 0, 1) })), 'future'],
    [
      'a whole month',
      gpxOf(
        straight({ metres: 3000, seconds: 900 }).map((point) => ({ ...point, at: START - (START - point.at) * 3000 })),
      ),
      'tooLong',
    ],
  ])('%s', (_what, content, why) => {
    expect(whyOf(content)).toEqual([why])
  })
})

test('what the athlete says of a track that it can’t have been is refused, and can be said anew', () => {
  const ride = readTrackFile(bytes(gpxOf(straight({ metres: 12_000, seconds: 1500 }))))
  expect(planTracks('a.gpx', ride, CONTEXT, [], () => 'swim')).toMatchObject([{ kind: 'refused', said: 'swim' }])
  expect(planTracks('a.gpx', ride, CONTEXT, [], () => 'ride')).toMatchObject([{ kind: 'new' }])
})

test('a time at +00:00 says no more about the place than one at Z', () => {
  expect(
    ['+00:00', '-00:00', 'Z', '+05:30', '-03:00'].map((zone) => offsetOfText(`2026-05-01T07:00:00${zone}`)),
  ).toEqual([...[null, null, null, 330, -180]])
})
