/** What a phone has to fetch, counted by the build: gzip -9 of every file. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { printTable } from './support/report.ts'

type Pack = { startUpKib: number; offlineKib: number; startUp: string[]; offline: string[] }
const pack = JSON.parse(readFileSync(join(process.env.E2E_APP ?? '.', 'dist/pack.json'), 'utf8')) as Pack

printTable('Weight', [
  {
    what: `start-up pack, ${pack.startUp.length} files`,
    measured: `${pack.startUpKib} KiB`,
    budget: '≤ 230 KiB',
    pass: pack.startUpKib <= 230,
  },
  {
    what: `offline pack, ${pack.offline.length} files`,
    measured: `${pack.offlineKib} KiB`,
    budget: '≤ 700 KiB',
    pass: pack.offlineKib <= 700,
  },
])
