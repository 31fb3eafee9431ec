/** What a phone has to fetch, counted by the build: gzip -9 of every file. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { printTable } from './support/report.ts'

type Pack = { startUpKib: number; offlineKib: number; startUp: string[]; offline: string[] }
const app = process.env.E2E_APP ?? '.'
const pack = JSON.parse(readFileSync(join(app, 'dist/pack.json'), 'utf8')) as Pack

/** The classes of its drawing, which stand in whichever file it was built into. */
const [, drawing = ''] = /<svg[^>]*className="([^"]+)"/.exec(readFileSync('src/ui/charts/bar-chart.tsx', 'utf8')) ?? []
const withCharts = (files: readonly string[]) =>
  files.filter((file) => file.endsWith('.js') && readFileSync(join(app, '.next', file), 'utf8').includes(drawing))
const early = withCharts(pack.startUp).length
const later = withCharts(pack.offline).length - early

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
  {
    what: `charts load when a screen shows one: files with charts at start-up, and among the others`,
    measured: `${early} and ${later}`,
    budget: '0 and some',
    pass: drawing !== '' && early === 0 && later > 0,
  },
])
