/**
 * The import's worker is one file of our own making below /train/: the service worker answers for it without a network.
 * Next's worker carries its parts in the fragment of its address, which an answer from a cache loses.
 */
import { join } from 'node:path'
import type { BuildOptions } from 'esbuild'

export const IMPORT_WORKER = 'import-worker.js'

/** What esbuild is told. */
export function importWorker(outdir: string): BuildOptions & { outfile: string } {
  return {
    entryPoints: ['src/modules/workouts/ui/athlete/import.worker.ts'],
    outfile: join(outdir, IMPORT_WORKER),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  }
}
