/** The square that is kept of a picture. */
import type { Crop } from '../model.ts'

/** A side that is smaller than this share of the shorter one would be a blur. */
export const LEAST_SIDE = 0.2

/** The largest square in the middle. */
export function middleCrop({ width, height }: { width: number; height: number }): Crop {
  const side = Math.min(width, height)
  return { x: (width - side) / 2 / width, y: (height - side) / 2 / height, side: 1 }
}

/** The crop in whole pixels, inside of the picture whatever was asked for. */
export function squareOf(
  { width, height }: { width: number; height: number },
  crop: Crop,
): { left: number; top: number; side: number } {
  const shorter = Math.min(width, height)
  const side = Math.max(1, Math.round(shorter * clamp(crop.side, LEAST_SIDE, 1)))
  return {
    left: Math.round(clamp(crop.x * width, 0, width - side)),
    top: Math.round(clamp(crop.y * height, 0, height - side)),
    side,
  }
}

/** Moved by shares of the picture and made `factor` times as large around its middle, kept inside. */
export function movedCrop(
  size: { width: number; height: number },
  crop: Crop,
  { dx = 0, dy = 0, factor = 1 }: { dx?: number; dy?: number; factor?: number },
): Crop {
  const shorter = Math.min(size.width, size.height)
  const side = clamp(crop.side * factor, LEAST_SIDE, 1)
  const grown = ((crop.side - side) * shorter) / 2
  const [across, down] = [(side * shorter) / size.width, (side * shorter) / size.height]
  return {
    x: clamp(crop.x + grown / size.width + dx, 0, 1 - across),
    y: clamp(crop.y + grown / size.height + dy, 0, 1 - down),
    side,
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
