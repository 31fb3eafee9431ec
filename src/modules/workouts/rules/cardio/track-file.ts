/** A recorded file before anything in it is read, and what can be wrong with it. */
import { UPLOADS } from '../../../media/model/uploads.ts'
import type { TrackWhy } from './steps.ts'

/** A day at one point a second is 15 MB as GPX. As much as is kept of a file. */
export const MAX_TRACK_BYTES = UPLOADS.activity_file.mostBytes

/** Why nothing comes in of a file, or of a track in it; the sentences are the catalogue's. */
export type FileWhy =
  | TrackWhy
  | 'tooLarge'
  | 'empty'
  | 'otherFile'
  | 'cutOff'
  | 'cutOffFit'
  | 'longAgo'
  | 'future'
  | 'tooLong'
  | 'notRead'

export const isTrackFile = (name: string): boolean => /\.((gpx|tcx|fit|kml)(\.gz)?|kmz)$/i.test(name)
