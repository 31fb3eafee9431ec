/**
 * A picture as it is kept: drawn anew from its pixels, upright, no larger than it is looked at. What the camera wrote
 * beside them (place, time, owner) never leaves the phone, and a hundred of them fit where one did.
 */
import { PICTURE_SIDES } from '../../../media/model/uploads.ts'

const TYPE = 'image/jpeg'
const QUALITY = 0.85

export type Shrunk = { full: Blob; thumb: Blob }

/** Throws for what is no picture that this browser can read. */
export async function shrinkPhoto(file: Blob): Promise<Shrunk> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    const [small, large] = PICTURE_SIDES
    return { full: await drawn(bitmap, large), thumb: await drawn(bitmap, small) }
  } finally {
    bitmap.close()
  }
}

function drawn(bitmap: ImageBitmap, side: number): Promise<Blob> {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser draws no pictures.')
  context.imageSmoothingQuality = 'high'
  // Transparent pixels would turn black.
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be drawn.'))),
      TYPE,
      QUALITY,
    ),
  )
}
