'use client'
import { createArchiveKeep } from '../../modules/workouts/ui/athlete/archive-keep.ts'
import { type ArchiveRun, createArchiveRun } from '../../modules/workouts/ui/athlete/archive-run.ts'
import type { Phone } from '../../sync/client/api.ts'
import { phoneArchive, phoneCollections } from '../../wiring/sync-phone.ts'
import { gatherHere, pause } from './export-log.ts'

/** One a log: what is brought in goes on while other screens are open. */
let running: { of: Phone; run: ArchiveRun } | null = null

export function archiveRunOf(phone: Phone): ArchiveRun {
  if (running?.of === phone) return running.run
  const run = createArchiveRun({
    phone,
    keep: createArchiveKeep(phone.space),
    collections: phoneCollections,
    mutations: phoneArchive,
    gather: () => gatherHere(phone),
    now: () => Date.now(),
    pause,
  })
  running = { of: phone, run }
  return run
}
