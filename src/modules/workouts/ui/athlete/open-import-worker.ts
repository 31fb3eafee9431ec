'use client'
/** The bundler finds the worker by this very expression; it must stand beside the worker's file. */
export function openImportWorker(): Worker {
  return new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' })
}
