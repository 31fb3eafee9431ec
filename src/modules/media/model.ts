/** What may be brought; a HEIC of a phone comes as JPEG, since browsers turn it into one when only these are asked for. */
export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const
export const MAX_PICTURE_BYTES = 10 * 1024 * 1024

/** Sides of the kept pictures, in pixels: for a list, a page, and a page on a sharp screen. */
export const PHOTO_SIZES = [64, 256, 512] as const
export type PhotoSize = (typeof PHOTO_SIZES)[number]

/** A square of an upright picture: its corner as shares of width and height, its side as a share of the shorter one. */
export type Crop = { x: number; y: number; side: number }

/** What is kept of an upload; `size` is a side in pixels, 0 of a file as it came. */
export type Variant = { size: number; key: string; bytes: number; sha256: string }

/** Addresses of pictures hold for five minutes: they are asked for again before they end. */
export const PHOTO_FRESH_MS = 4 * 60_000

/** Most people whose pictures are asked for at once. */
export const MOST_PHOTOS = 200
