'use client'
/** Pictures and recorded files, which the archive only lists, in one zip: each as it came in, under a name that says when. */
import { downloadZip } from 'client-zip'
import { findPicture, type Uploads } from '../../client/uploads.ts'
import { type ProgressPhoto, progressPhotos } from '../../modules/workouts/model/body.ts'
import { type CardioSession, cardioSessions } from '../../modules/workouts/model/cardio.ts'
import { workouts } from '../../modules/workouts/model.ts'
import { isoDate } from '../../shared/local-day.ts'
import type { Phone } from '../../sync/client/api.ts'
import type { Share } from './export-log.ts'
import { findOriginal } from './original-file.ts'

type Wanted = { name: string; find: () => Promise<Blob | null> }

/** `missing`: how many could not be had: without a signal, most likely. */
export async function filesZip(
  phone: Phone,
  uploads: Uploads,
  onShare: Share,
): Promise<{ file: Blob; held: number; missing: number }> {
  const wanted = await wantedOf(phone, uploads)
  let held = 0
  async function* found() {
    for (const [i, { name, find }] of wanted.entries()) {
      const input = await find()
      onShare((i + 1) / wanted.length)
      if (!input) continue
      held += 1
      yield { name, input }
    }
  }
  const file = await downloadZip(found()).blob()
  return { file: file.slice(0, file.size, 'application/zip'), held, missing: wanted.length - held }
}

async function wantedOf(phone: Phone, uploads: Uploads): Promise<Wanted[]> {
  const { photos, recorded, days } = await phone.read(async (rows) => {
    const sessions = (await rows.all(cardioSessions)).filter(({ file }) => file !== null)
    const ofWorkouts = await rows.getMany(
      workouts,
      sessions.map(({ workoutId }) => workoutId),
    )
    return {
      photos: await rows.all(progressPhotos),
      recorded: sessions,
      days: new Map(ofWorkouts.map(({ id, localDay }) => [id, localDay])),
    }
  })
  return [
    ...photos.map((photo) => pictureOf(uploads, photo)),
    ...recorded.flatMap((session) => originalOf(uploads, session, days.get(session.workoutId))),
  ]
}

function pictureOf(uploads: Uploads, { id, localDay, pose }: ProgressPhoto): Wanted {
  return {
    // Two of one day and pose are told apart by what no other has.
    name: `pictures/${isoDate(localDay)}${pose ? `-${pose}` : ''}-${id.slice(-6)}.webp`,
    find: async () => {
      const found = await findPicture(uploads, id, 1600)
      return typeof found !== 'string' && 'picture' in found ? found.picture : null
    },
  }
}

function originalOf(uploads: Uploads, { id, file }: CardioSession, day: number | undefined): Wanted[] {
  if (!file || day === undefined) return []
  return [
    {
      name: `tracks/${isoDate(day)}-${id.slice(-6)}-${file.name.replaceAll(/[/\\]/g, '-')}`,
      find: async () => {
        const found = await findOriginal(uploads, file)
        return typeof found === 'string' ? null : found
      },
    },
  ]
}
