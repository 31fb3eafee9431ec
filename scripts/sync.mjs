// npm run test:sync -- --runs 5000 --seed 42: the sync properties over as many histories as wanted.
import { spawnSync } from 'node:child_process'

const given = (name) => {
  const at = process.argv.indexOf(`--${name}`)
  return at > 0 ? process.argv[at + 1] : undefined
}
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--project', 'sync', '--reporter=default'],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      ...(given('runs') ? { SYNC_RUNS: given('runs') } : {}),
      ...(given('seed') ? { SYNC_SEED: given('seed') } : {}),
    },
  },
)
process.exit(status ?? 1)
