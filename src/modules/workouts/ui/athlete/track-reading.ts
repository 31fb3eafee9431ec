/** Reading recorded tracks off the main thread: file by file, each to what would come in of it or why nothing does. */

import { sha256Hex } from '../../../../shared/sha256-hex.ts'
import { isZip, kmlIn } from '../../rules/cardio/kmz.ts'
import { type PlannedTrack, planTracks, type TrackContext } from '../../rules/cardio/plan.ts'
import { isTrackGz, type ReadTracks, readTrackFile } from '../../rules/cardio/read-file.ts'
import type { Sport } from '../../rules/cardio/track.ts'
import { MAX_TRACK_BYTES } from '../../rules/cardio/track-file.ts'
import type { ImportFile } from './import-session.ts'

export type TracksRequest = {
  type: 'tracks'
  files: readonly ImportFile[]
  context: TrackContext
  /** What the athlete said of a track, by file and number: "0/0". */
  sports: Readonly<Record<string, Sport>>
}

export type TrackFilePlan = { name: string; sha256: string; planned: PlannedTrack[] }
export type TracksReply =
  | { type: 'trackProgress'; done: number; total: number }
  | { type: 'tracks'; files: TrackFilePlan[] }

/** What a packed file may grow to. */
const MOST_UNPACKED = 8 * MAX_TRACK_BYTES

export async function readTracks(request: TracksRequest, post: (reply: TracksReply) => void): Promise<void> {
  const { files, context, sports } = request
  const plans: TrackFilePlan[] = []
  for (const [at, file] of files.entries()) {
    post({ type: 'trackProgress', done: at, total: files.length })
    const said = (track: number) => sports[`${at}/${track}`]
    const before = plans.flatMap(({ planned }) => planned)
    const { read, sha256 } = await readOne(file).catch(() => ({ read: { why: 'notRead' } as const, sha256: '' }))
    plans.push({
      name: file.name,
      sha256,
      planned: planTracks(file.name, read, context, before, said),
    })
  }
  post({ type: 'tracks', files: plans })
}

async function readOne(file: ImportFile): Promise<{ read: ReadTracks; sha256: string }> {
  if (file.size > MAX_TRACK_BYTES) return { read: { why: 'tooLarge' }, sha256: '' }
  const bytes = await file.arrayBuffer()
  const sha256 = await sha256Hex(bytes)
  const whole = new Uint8Array(bytes)
  if (isZip(whole)) {
    const packed = kmlIn(whole)
    if (!packed) return { read: { why: 'otherFile' }, sha256 }
    return { read: readIf(packed.isDeflated ? await unpacked(packed.bytes, 'deflate-raw') : packed.bytes), sha256 }
  }
  return { read: readIf(isTrackGz(whole) ? await unpacked(whole, 'gzip') : whole), sha256 }
}

const readIf = (plain: Uint8Array | null): ReadTracks => (plain ? readTrackFile(plain) : { why: 'tooLarge' })

/** Null for what grows beyond any recording. */
async function unpacked(bytes: Uint8Array<ArrayBuffer>, how: 'gzip' | 'deflate-raw'): Promise<Uint8Array | null> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(how)).getReader()
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer())
    size += value.length
    parts.push(value)
    if (size <= MOST_UNPACKED) continue
    await reader.cancel()
    return null
  }
}
