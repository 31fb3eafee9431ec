/** Pictures as phones make them, for stories about what must not be kept of them; and what a kept one holds. */
import sharp from 'sharp'

export const RED = [220, 40, 40] as const
export const BLUE = [40, 60, 220] as const

/**
 * A JPEG of a camera that was held upright: its pixels lie on their side and EXIF says so (orientation 6). Seen upright
 * its upper half is red, its lower half blue. Its EXIF names a camera, a comment and a place in Ljubljana.
 */
export async function phonePhoto({ width = 300, height = 400 } = {}): Promise<Buffer> {
  const upright = (top: number, colour: readonly [number, number, number]) => ({
    input: {
      create: {
        width,
        height: height / 2,
        channels: 3 as const,
        background: { r: colour[0], g: colour[1], b: colour[2] },
      },
    },
    left: 0,
    top,
  })
  const pixels = await sharp({ create: { width, height, channels: 3, background: 'white' } })
    .composite([upright(0, RED), upright(height / 2, BLUE)])
    .png()
    .toBuffer()
  return sharp(pixels)
    .rotate(-90)
    .withExif({
      IFD0: { Make: 'Spycam', Model: 'Pocket 3', ImageDescription: 'where I live' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '46/1 3/1 4/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '14/1 30/1 20/1',
      },
    })
    .withMetadata({ orientation: 6, icc: 'p3' })
    .jpeg({ quality: 90 })
    .toBuffer()
}

/** The kinds of chunks in a WebP file, as its container says: metadata would be `EXIF`, `XMP ` or `ICCP`. */
export function webpChunks(file: Buffer): string[] {
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WEBP') throw new Error('no WebP')
  const chunks: string[] = []
  for (let at = 12; at + 8 <= file.length; ) {
    chunks.push(file.toString('latin1', at, at + 4))
    const length = file.readUInt32LE(at + 4)
    at += 8 + length + (length % 2)
  }
  return chunks
}

/** The colour of the pixel at a share of width and height. */
export async function colourAt(file: Buffer, x: number, y: number): Promise<[number, number, number]> {
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true })
  const at = (Math.floor(y * (info.height - 1)) * info.width + Math.floor(x * (info.width - 1))) * info.channels
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
}

export function isNear(colour: readonly number[], wanted: readonly number[]): boolean {
  return colour.every((value, i) => Math.abs(value - (wanted[i] ?? 0)) < 40)
}
