// npm run test:deep: what takes too long for every change. Long sync histories, and a first start killed ten times.
import { spawnSync } from 'node:child_process'

const steps = [
  ['scripts/sync.mjs', '--runs', '20000'],
  ['scripts/drill-start.mjs', '10'],
  ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', 'src/wiring/undo.test.ts'],
]
let failed = 0
for (const args of steps) {
  console.log(`\n── ${args.join(' ')}`)
  if (
    spawnSync(process.execPath, args, {
      stdio: 'inherit',
      env: { ...process.env, UNDO_RUNS: process.env.UNDO_RUNS ?? '5000' },
    }).status !== 0
  )
    failed += 1
}
console.log(`${steps.length - failed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
