'use client'
/** Built beside the service worker, which has it without a network. */
export function openImportWorker(): Worker {
  return new Worker('/train/import-worker.js')
}
