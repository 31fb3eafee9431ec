/**
 * Pictures that people bring. Promise: what is kept is made anew from the pixels alone: turned upright, in sRGB, without
 * EXIF, place, profile or comment; and nothing that only claims to be a picture is kept at all.
 */
import sharp, { type ResizeOptions, type Sharp } from 'sharp'
import { appError } from '../shared/errors.ts'

/** A phone's largest camera has 200 million, of which we take a quarter; a bomb of a few KiB has billions. */
export const MAX_PIXELS = 50_000_000
const FORMATS = ['jpeg', 'png', 'webp']
const SECONDS = 20

// One picture at a time on one core: the others serve.
sharp.concurrency(1)
sharp.cache(false)

const NO_PICTURE = 'This file is not a picture that can be read: choose a JPEG, PNG or WebP.'
const BROKEN = 'The picture is damaged or came only in part: choose it again, or another.'
const TOO_MANY = 'The picture has too many pixels (more than 50 million): choose a smaller one.'

const open = (body: Buffer): Sharp => sharp(body, { failOn: 'error', limitInputPixels: MAX_PIXELS, pages: 1 })

/** By its first bytes, whatever its name or its sender says. */
function looksLikePicture(body: Buffer): boolean {
  const starts = (...bytes: number[]) => bytes.every((byte, i) => body[i] === byte)
  const isWebp = body.toString('latin1', 0, 4) === 'RIFF' && body.toString('latin1', 8, 12) === 'WEBP'
  return starts(0xff, 0xd8, 0xff) || starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) || isWebp
}

/** Width and height as one sees it, upright. Throws a sentence for what is no picture, or too large a one. */
export async function measurePicture(body: Buffer): Promise<{ width: number; height: number }> {
  if (!looksLikePicture(body)) throw appError('bad_input', NO_PICTURE)
  // Before the limit itself is asked: the head of a file says how large it would be.
  const head = await sharp(body, { limitInputPixels: false, pages: 1 })
    .metadata()
    .catch(() => null)
  if (!head || !FORMATS.includes(head.format)) throw appError('bad_input', NO_PICTURE)
  if (head.width * head.height > MAX_PIXELS) throw appError('bad_input', TOO_MANY)
  const { width, height } = head.autoOrient
  return { width, height }
}

export type Square = { left: number; top: number; side: number }

/** A square of the upright picture in each of the sizes (pixels), as WebP. */
export function squarePictures(body: Buffer, { left, top, side }: Square, sizes: readonly number[]): Promise<Buffer[]> {
  return drawn(
    () =>
      open(body)
        .autoOrient()
        .extract({ left, top, width: side, height: side })
        .resize(Math.min(side, Math.max(...sizes))),
    sizes.map((size) => ({ width: size, height: size })),
  )
}

/** The whole upright picture with its longer side in each of the sizes (pixels) at most, as WebP. */
export function wholePictures(body: Buffer, sides: readonly number[]): Promise<Buffer[]> {
  const within = (side: number) => ({ width: side, height: side, fit: 'inside', withoutEnlargement: true }) as const
  return drawn(
    () =>
      open(body)
        .autoOrient()
        .resize(within(Math.max(...sides))),
    sides.map(within),
  )
}

/** Decoded once and made anew from its pixels in each size: upright, sRGB, with nothing of what was said beside them. */
async function drawn(upright: () => Sharp, sizes: readonly ResizeOptions[]): Promise<Buffer[]> {
  try {
    const { data, info } = await upright()
      .toColourspace('srgb')
      .timeout({ seconds: SECONDS })
      .raw()
      .toBuffer({ resolveWithObject: true })
    const { width, height, channels } = info
    return await Promise.all(
      sizes.map((size) =>
        sharp(data, { raw: { width, height, channels } })
          .resize(size)
          .flatten({ background: '#ffffff' })
          .webp({ quality: 82 })
          .toBuffer(),
      ),
    )
  } catch {
    throw appError('bad_input', BROKEN)
  }
}
