import type { BuildOptions } from 'esbuild'

export const IMPORT_WORKER: string
export function importWorker(outdir: string): BuildOptions & { outfile: string }
