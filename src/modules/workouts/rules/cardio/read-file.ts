/** From a file to its tracks, or to what is wrong with it. */

import { readFit } from './fit.ts'
import { isFit } from './fit-bytes.ts'
import { readGpx } from './gpx.ts'
import { readKml } from './kml.ts'
import { readTcx } from './tcx.ts'
import type { RawTrack, TrackFormat } from './track.ts'
import type { FileWhy } from './track-file.ts'

/** As services hand out a whole history: each recording packed by itself. */
export const isTrackGz = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

export type ReadTracks = { format: TrackFormat; tracks: RawTrack[] } | { why: FileWhy }

/** By what is in it, whatever its name says. */
export function readTrackFile(bytes: Uint8Array): ReadTracks {
  if (bytes.length === 0) return { why: 'empty' }
  if (isFit(bytes)) return told('fit', readFit(bytes), 'cutOffFit')
  const text = new TextDecoder().decode(bytes)
  const root = /<(?:\w+:)?(gpx|kml|TrainingCenterDatabase)[\s>]/.exec(text.slice(0, 4000))?.[1]
  if (root === 'gpx') return told('gpx', readGpx(text), 'cutOff')
  if (root === 'kml') return told('kml', readKml(text), 'cutOff')
  if (root === 'TrainingCenterDatabase') return told('tcx', readTcx(text), 'cutOff')
  return { why: 'otherFile' }
}

function told(format: TrackFormat, tracks: RawTrack[] | null, broken: FileWhy): ReadTracks {
  if (!tracks) return { why: broken }
  return tracks.length === 0 ? { why: 'noPoints' } : { format, tracks }
}
