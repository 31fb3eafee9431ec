// npm test: installs what is missing and runs everything. Its last line is `N passed, N failed`; a check that can't run
// on this machine is counted apart and never passes unseen.
import { readFileSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { goOnWithPinnedNode, install, isPinnedNode } from './lib/bootstrap.mjs'
import { runAndKeepTail } from './lib/tail.mjs'

const self = fileURLToPath(import.meta.url)
process.chdir(resolve(dirname(self), '..'))

await install({ say: console.log })
if (!isPinnedNode()) process.exit(await goOnWithPinnedNode(self, process.argv.slice(2)))

const only = process.argv.slice(2)
const bin = (name) => join('node_modules', name)
const results = []
const totals = { passed: 0, failed: 0, notRun: 0 }

/** One check: a command that ends with 0, or a suite whose report is counted. */
async function check(name, args, { report, env = {} } = {}) {
  if (only.length > 0 && !only.includes(name)) return
  console.log(`\n── ${name}`)
  const started = Date.now()
  if (report) rmSync(report.file, { force: true })
  const { code, tail } = await runAndKeepTail(process.execPath, args, { ...process.env, ...env })
  let counted = report
    ? report.read(report.file)
    : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, notRun: 0 }
  if (code !== 0 && counted.failed === 0) counted = { ...counted, failed: 1 }
  if (report && counted.passed + counted.failed === 0) counted.failed = 1
  totals.passed += counted.passed
  totals.failed += counted.failed
  totals.notRun += counted.notRun
  results.push({ name, ...counted, tail, seconds: Math.round((Date.now() - started) / 1000) })
}

function json(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

const vitestReport = (name) => ({
  file: `test-results/${name}.json`,
  read: (file) => {
    const report = json(file)
    if (!report) return { passed: 0, failed: 1, notRun: 0 }
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      notRun: report.numPendingTests + report.numTodoTests,
    }
  },
})

const playwrightReport = {
  file: 'test-results/e2e.json',
  read: (file) => {
    const stats = json(file)?.stats
    if (!stats) return { passed: 0, failed: 1, notRun: 0 }
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky, notRun: stats.skipped }
  },
}

const vitest = (name) => [
  bin('vitest/vitest.mjs'),
  ...['run', '--project', name, '--reporter=default', '--reporter=json', `--outputFile.json=test-results/${name}.json`],
]

await check('format and lint', [bin('@biomejs/biome/bin/biome'), 'ci', '.'])
await check('types', [bin('typescript/bin/tsc'), '--noEmit', '-p', '.'])
await check('unused', [bin('knip/bin/knip.js')])
// The same histories of undo and of sync on every machine; `npm run test:deep` rolls new ones, and more of them.
const undo = { UNDO_SEED: process.env.UNDO_SEED ?? '20261129' }
await check('unit', vitest('unit'), { report: vitestReport('unit'), env: undo })
await check('db', vitest('db'), { report: vitestReport('db'), env: undo })
await check('sync', vitest('sync'), {
  report: vitestReport('sync'),
  env: { SYNC_SEED: process.env.SYNC_SEED ?? '20261123' },
})
await check('build', ['scripts/build.mjs', '--if-stale'])
await check('weight', ['--no-warnings', '--experimental-transform-types', 'bench/weight.ts'])
await check('e2e', ['scripts/e2e.mjs'], { report: playwrightReport })

// What failed is told again at the end: an hour of other suites stands between it and the last line.
for (const { name, failed, tail } of results) {
  if (failed > 0) console.log(`\n── ${name} failed; its last lines were:\n${tail.join('\n')}`)
}
console.log('\n')
for (const { name, passed, failed, notRun, seconds } of results) {
  const extra = notRun > 0 ? `, ${notRun} not run` : ''
  console.log(`${name.padEnd(18)} ${String(passed).padStart(5)} passed, ${failed} failed${extra}  (${seconds} s)`)
}
if (totals.notRun > 0) console.log(`\n${totals.notRun} not run`)
console.log(`${totals.passed} passed, ${totals.failed} failed`)
process.exit(totals.failed > 0 ? 1 : 0)
