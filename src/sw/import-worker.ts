/**
 * The import's worker is one file of our own making below /train/: the service worker answers for it without a network.
 * Next's worker carries its parts in the fragment of its address, which an answer from a cache loses.
 */
import { join } from 'node:path'
import type { BuildOptions } from 'esbuild'

/** As `shared/build.ts` has it for the page. */
export const IMPORT_WORKER = `import-worker.${process.env.NEXT_PUBLIC_BUILD ?? 'dev'}.js`

/** Among the static files, of which those of the last builds are kept for pages that are still open. */
export function importWorker(nextDir: string): BuildOptions & { outfile: string } {
  return oneFile('src/modules/workouts/ui/athlete/import.worker.ts', join(nextDir, 'static', IMPORT_WORKER))
}

/** What esbuild is told for a worker, of either kind. */
export function oneFile(entry: string, outfile: string): BuildOptions & { outfile: string } {
  return {
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  }
}
