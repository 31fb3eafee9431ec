'use client'
/** Pictures and recorded files, which the archive only lists, in one zip: each as it is kept, under a name that says when. */
import { downloadZip } from 'client-zip'
import { pictureKey, type Uploads } from '../../client/uploads.ts'
import type { ProgressPhoto } from '../../modules/workouts/model/body.ts'
import type { CardioSession } from '../../modules/workouts/model/cardio.ts'
import type { Workout } from '../../modules/workouts/model.ts'
import { isoDate } from '../../shared/local-day.ts'
import type { WholeLog } from '../../sync/client/whole-log.ts'
import type { Share } from './export-log.ts'
import { fetchUpload, findOriginal } from './original-file.ts'

type Found = { name: string; input: Blob } | null

/** `missing`: how many could not be had: without a signal, most likely. Ends early when `isWanted` says no. */
export async function filesZip(
  { log }: WholeLog,
  uploads: Uploads,
  { onShare, isWanted }: { onShare: Share; isWanted: () => boolean },
): Promise<{ file: Blob; held: number; missing: number }> {
  const rowsOf = <R>(name: string) => (log.get(name) ?? []) as unknown as R[]
  const days = new Map(rowsOf<Workout>('workout').map(({ id, localDay }) => [id, localDay]))
  const all = [
    ...rowsOf<ProgressPhoto>('progress_photo').map((photo) => () => pictureOf(uploads, photo)),
    ...rowsOf<CardioSession>('cardio_session')
      .filter(({ file }) => file !== null)
      .map((session) => () => originalOf(uploads, session, days.get(session.workoutId))),
  ]
  let held = 0
  async function* found() {
    for (const [i, find] of all.entries()) {
      if (!isWanted()) return
      const one = await find()
      onShare((i + 1) / all.length)
      if (!one) continue
      held += 1
      yield one
    }
  }
  const file = await downloadZip(found()).blob()
  return { file: file.slice(0, file.size, 'application/zip'), held, missing: all.length - held }
}

const ENDINGS: Record<string, string> = { 'image/webp': 'webp', 'image/png': 'png' }

/** In its full size only: a small one would pass for the picture. */
async function pictureOf(uploads: Uploads, { id, localDay, pose }: ProgressPhoto): Promise<Found> {
  const here =
    (await uploads.pictures.get(pictureKey(id, 1600))) ?? (await uploads.queue.file(id).catch(() => undefined))
  const input = here ?? (await fetchUpload(uploads, id, 1600))
  if (typeof input === 'string') return null
  // Two of one day and pose are told apart by what no other has.
  const name = [isoDate(localDay), pose, id.slice(-6)].filter(Boolean).join('-')
  return { name: `pictures/${name}.${ENDINGS[input.type] ?? 'jpg'}`, input }
}

async function originalOf(uploads: Uploads, { id, file }: CardioSession, day: number | undefined): Promise<Found> {
  const input = file ? await findOriginal(uploads, file) : 'gone'
  if (!file || typeof input === 'string') return null
  const name = [day === undefined ? null : isoDate(day), id.slice(-6), file.name.replaceAll(/[/\\]/g, '-')]
  return { name: `tracks/${name.filter(Boolean).join('-')}`, input }
}
