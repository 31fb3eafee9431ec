/**
 * What a phone brings in the background, each under an id of its own and for a row of its owner's log. A picture is made
 * anew in two sizes; a file is kept byte by byte.
 */
import { MAX_PICTURE_BYTES, PICTURE_TYPES } from '../model.ts'

type Kind = { types: readonly string[]; mostBytes: number; keeps: 'pictures' | 'file' }

export const UPLOADS = {
  progress_photo: { types: PICTURE_TYPES, mostBytes: MAX_PICTURE_BYTES, keeps: 'pictures' },
  /** A recording of a watch as it was: GPX, TCX, FIT, KML. */
  activity_file: { types: ['application/octet-stream'], mostBytes: 25 * 1024 * 1024, keeps: 'file' },
} as const satisfies Record<string, Kind>

export type UploadKind = keyof typeof UPLOADS
export const UPLOAD_KINDS = Object.keys(UPLOADS) as [UploadKind, ...UploadKind[]]
export const MOST_UPLOAD_BYTES = Math.max(...Object.values(UPLOADS).map(({ mostBytes }) => mostBytes))

/** The longer side of what is kept of a picture, in pixels; 0 is a file as it came. */
export const UPLOAD_SIZES = [0, 360, 1600] as const
export type UploadSize = (typeof UPLOAD_SIZES)[number]
/** Of these, the pictures. */
export const PICTURE_SIDES = [360, 1600] as const

/** Most that are asked for, or taken away, at once. */
export const MOST_UPLOADS = 100
