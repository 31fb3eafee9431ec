'use client'
/** One run of files a log: it goes on while other screens are open. */
import type { Uploads } from '../../client/uploads.ts'
import type { Sport } from '../../modules/workouts/rules/cardio/track.ts'
import { openImportWorker } from '../../modules/workouts/ui/athlete/open-import-worker.ts'
import { createTrackRun, type TrackRun } from '../../modules/workouts/ui/athlete/track-run.ts'
import type { Phone } from '../../sync/client/api.ts'
import { deviceZone } from './use-athlete.ts'

/** What sessions are called, and where files are kept: of the screen of this log that was shown last. */
type Around = { titles: Readonly<Record<Sport, string>>; uploads: Uploads }

const arounds = new WeakMap<Phone, Around>()
let running: { of: Phone; run: TrackRun } | null = null

export function standAround(phone: Phone, next: Around): void {
  arounds.set(phone, next)
}

export function trackRunOf(phone: Phone): TrackRun {
  if (running?.of === phone) return running.run
  const run = createTrackRun({
    phone,
    zone: deviceZone(),
    titles: () => arounds.get(phone)?.titles ?? { run: '', walk: '', hike: '', ride: '', row: '', swim: '' },
    openWorker: openImportWorker,
    async keepFile(upload) {
      const around = arounds.get(phone)
      if (!around) throw new Error('Nothing keeps files yet.')
      await around.uploads.queue.add(upload)
    },
    now: () => Date.now(),
  })
  running = { of: phone, run }
  return run
}
