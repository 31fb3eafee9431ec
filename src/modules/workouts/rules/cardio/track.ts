/** A recorded run, ride, row or swim as its file has it, whatever the format. */

export const SPORTS = ['run', 'walk', 'hike', 'ride', 'row', 'swim'] as const
export type Sport = (typeof SPORTS)[number]

export const TRACK_FORMATS = ['gpx', 'tcx', 'fit', 'kml'] as const
export type TrackFormat = (typeof TRACK_FORMATS)[number]

export type TrackPoint = {
  /** Instant in ms; null where the file says none. */
  at: number | null
  /** Degrees. */
  lat: number | null
  lon: number | null
  /** Metres above the sea. */
  ele: number | null
  /** Beats a minute. */
  hr: number | null
  /** Metres so far by the recorder's own count: of a wheel, a foot pod, a belt. */
  along: number | null
}

export type RawTrack = {
  name: string
  sport: Sport | null
  /** Indoors there are no positions to expect. */
  isIndoors: boolean
  /** Minutes ahead of UTC where it was recorded, of files that say so. */
  offsetMin: number | null
  /** Cut where the recorder was stopped and started again. */
  segments: TrackPoint[][]
  /** What the recorder summed up, for files without a point to measure by, such as lengths of a pool. */
  totals: { startAt: number; distanceM: number; movingMs: number; elapsedMs: number } | null
}

/** One split: metres, ms in motion, net metres climbed, mean heart rate (0 for unknown). Four numbers each, in order. */
export const SPLIT_SIZE = 4
/** One part of the way: ms in motion, the height at its end in decimetres, the mean heart rate; 0 for unknown. */
export const PART_SIZE = 3

/** The exercise that a file's sport is logged under, and the other way round for those that people log by hand. */
export function exerciseOf(sport: Sport, isIndoors: boolean): string {
  switch (sport) {
    case 'run':
      return isIndoors ? 'treadmill-run' : 'running'
    case 'walk':
      return 'walking'
    case 'hike':
      return 'hiking'
    case 'ride':
      return isIndoors ? 'indoor-cycling' : 'cycling'
    case 'row':
      return 'rowing-machine'
    case 'swim':
      return 'swimming'
  }
}

const SPORT_OF: Record<string, Sport> = {
  running: 'run',
  'treadmill-run': 'run',
  sprints: 'run',
  walking: 'walk',
  'incline-treadmill-walk': 'walk',
  hiking: 'hike',
  cycling: 'ride',
  'indoor-cycling': 'ride',
  spinning: 'ride',
  'air-bike': 'ride',
  'rowing-machine': 'row',
  'ski-erg': 'row',
  swimming: 'swim',
}

/** What people log of a sport, the usual one first. */
export function exercisesOf(sport: Sport): string[] {
  return Object.keys(SPORT_OF).filter((id) => SPORT_OF[id] === sport)
}

/** Where an incline can be said. */
export function isTreadmill(exerciseId: string): boolean {
  return exerciseId === 'treadmill-run' || exerciseId === 'incline-treadmill-walk'
}

/** Null for what has no convention of its own: its pace is told like a run's. */
export function sportOf(exerciseId: string): Sport | null {
  return SPORT_OF[exerciseId] ?? null
}

/** Of a track whose file doesn't say: nobody runs 15 km/h for its whole length, and nobody rides at 7. */
export function guessSport(distanceM: number, movingMs: number): Sport {
  const metresPerS = movingMs > 0 ? (distanceM * 1000) / movingMs : 0
  if (metresPerS > 4.7) return 'ride'
  return metresPerS > 1.9 ? 'run' : 'walk'
}

/** Beats a minute. A sensor that lost its skin says 0. */
export function beats(value: number | null): number | null {
  return value !== null && value >= 20 && value <= 260 ? Math.round(value) : null
}

/** Metres of a split: rows are told by 500, swims by 100. */
export function stretchM(sport: Sport | null): number {
  return sport === 'row' ? 500 : sport === 'swim' ? 100 : 1000
}
