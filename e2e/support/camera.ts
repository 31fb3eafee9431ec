/**
 * A camera that films what a story holds before it. Chromium takes a file for a camera and opens it anew with every stream:
 * what is held is the next picture once the app's camera was closed and opened.
 */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import encodeQR from 'qr'
import sharp from 'sharp'
import { codeOfDigest, stepBytes, stepOf } from '../../src/modules/gyms/rules/check-in-code.ts'

const [WIDTH, HEIGHT] = [640, 480]
/** A wall, and a hand's shadow on it: a camera's white is never white. */
const GROUND = 170
const PAPER = 225
const INK = 30

export type Camera = {
  /** Chromium's switches for it. */
  readonly args: string[]
  hold(picture: Buffer): void
  dispose(): void
}

export function newCamera(): Camera {
  const folder = mkdtempSync(join(tmpdir(), 'spotter-camera-'))
  const file = join(folder, 'held.y4m')
  const hold = (picture: Buffer) => {
    // Whole or not at all: a file that is being written has no length to trust.
    writeFileSync(`${file}.new`, y4m(picture))
    renameSync(`${file}.new`, file)
  }
  hold(emptyWall())
  return {
    args: [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${file}`,
    ],
    hold,
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Its ways to have none. */
export const NO_CAMERA = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream=device-count=0']
export const CAMERA_DENIED = ['--use-fake-ui-for-media-stream=deny', '--use-fake-device-for-media-stream']

export const emptyWall = () => Buffer.alloc(WIDTH * HEIGHT, GROUND)

/** A text as a code on a phone that is held up. */
export function codePicture(text: string): Buffer {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 })
  const scale = Math.floor((HEIGHT - 80) / rows.length)
  const side = rows.length * scale
  const [left, top] = [Math.floor((WIDTH - side) / 2) + 35, Math.floor((HEIGHT - side) / 2)]
  const picture = emptyWall()
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const isDark = rows[Math.floor(y / scale)]?.[Math.floor(x / scale)]
      picture[(top + y) * WIDTH + left + x] = isDark ? INK : PAPER
    }
  }
  return picture
}

/** The same, of a screen that was photographed. */
export function screenPicture(png: Buffer): Promise<Buffer> {
  const screen = {
    width: WIDTH,
    height: HEIGHT,
    fit: 'contain',
    background: { r: GROUND, g: GROUND, b: GROUND },
  } as const
  return sharp(png).resize(screen).flatten().greyscale().toColourspace('b-w').raw().toBuffer()
}

/** Two frames: a still picture that goes on. Without colour, which is what 128 says. */
function y4m(luma: Buffer): Buffer {
  const chroma = Buffer.alloc((WIDTH * HEIGHT) / 2, 128)
  const frame = [Buffer.from('FRAME\n'), luma, chroma]
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420\n`), ...frame, ...frame])
}

/** What a phone makes of its key at that time. */
export async function codeAt(key: string, at: number): Promise<string> {
  const hmac = await crypto.subtle.importKey(
    'raw',
    Buffer.from(key, 'base64url'),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  return codeOfDigest(new Uint8Array(await crypto.subtle.sign('HMAC', hmac, stepBytes(stepOf(at)))))
}
