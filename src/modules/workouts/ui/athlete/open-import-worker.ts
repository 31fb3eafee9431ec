'use client'
import { BUILD } from '../../../../shared/build.ts'

/** Of the same build as the page that speaks with it; the service worker has it without a network. */
export function openImportWorker(): Worker {
  return new Worker(`/train/import-worker.${BUILD}.js`)
}
