/**
 * The front page as Lighthouse judges it, on a slowed phone and on a desktop, three times each. Lighthouse comes by npx
 * for this run: it would be the heaviest of our packages, and nothing else needs it. It wants a whole Chromium (set
 * CHROMIUM_PATH): in the headless shell that comes from npm it gives up on any page that has a referrer policy.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Line, median, printTable } from './support/report.ts'
import { openStage } from './support/stage.ts'

const LIGHTHOUSE = 'lighthouse@13.5.0'
const LEAST = 98
const RUNS = 3

type Report = { categories: Record<string, { title: string; score: number | null }>; audits: Record<string, Audit> }
type Audit = { id: string; title: string; score: number | null; displayValue?: string }

const stage = await openStage()
const folder = mkdtempSync(join(tmpdir(), 'spotter-lighthouse-'))

function judge(form: 'phone' | 'desktop', run: number): Report {
  const file = join(folder, `${form}-${run}.json`)
  const { status, stderr } = spawnSync(
    'npx',
    [
      ...['--yes', LIGHTHOUSE, stage.app.url, '--quiet', '--output=json', `--output-path=${file}`],
      ...['--chrome-flags=--headless --no-sandbox --disable-gpu', ...(form === 'desktop' ? ['--preset=desktop'] : [])],
    ],
    { encoding: 'utf8', env: { ...process.env, CHROME_PATH: process.env.CHROMIUM_PATH } },
  )
  if (status !== 0) throw new Error(`Lighthouse ended with ${status}:\n${stderr.slice(-2000)}`)
  return JSON.parse(readFileSync(file, 'utf8')) as Report
}

const lines: Line[] = []
try {
  for (const form of ['phone', 'desktop'] as const) {
    const reports = Array.from({ length: RUNS }, (_, run) => judge(form, run))
    for (const [id, { title }] of Object.entries(reports[0]?.categories ?? {})) {
      const score = Math.round(median(reports.map(({ categories }) => categories[id]?.score ?? 0)) * 100)
      lines.push({ what: `${form}: ${title}`, measured: String(score), budget: `≥ ${LEAST}`, pass: score >= LEAST })
    }
    const missed = Object.values(reports[0]?.audits ?? {}).filter(({ score }) => score !== null && score < 0.9)
    for (const { title, displayValue } of missed) console.log(`${form}: ${title} ${displayValue ?? ''}`)
  }
} finally {
  await stage.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
printTable('Front page', lines)
