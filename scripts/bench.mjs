// npm run bench [name …]: the benchmarks of bench/, each in a process of its own, one table each. Ends red when one is
// missed. They start what they need: a database with full durability, the built app, a browser.
import { readdirSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { goOnWithPinnedNode, install, isPinnedNode, runToEnd } from './lib/bootstrap.mjs'

const self = fileURLToPath(import.meta.url)
process.chdir(resolve(dirname(self), '..'))

await install({ say: console.log })
if (!isPinnedNode()) process.exit(await goOnWithPinnedNode(self, process.argv.slice(2)))

const all = readdirSync('bench')
  .filter((file) => file.endsWith('.ts'))
  .map((file) => basename(file, '.ts'))
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !all.includes(name))
if (unknown.length > 0) {
  console.error(`There is no benchmark called ${unknown.join(', ')}: choose among ${all.join(', ')}.`)
  process.exit(1)
}

const { build, builtHash, sourceHash } = await import('./build.mjs')
if (!process.env.E2E_APP && builtHash() !== sourceHash()) await build()
const { findChromium } = await import('./e2e.mjs')
const chromium = await findChromium().catch(() => null)

const load = () =>
  loadavg()
    .map((value) => value.toFixed(2))
    .join(' ')
console.log(
  `${cpus().length} cores, load ${load()}${loadavg()[0] > 1 ? ': something else runs, figures will be worse' : ''}`,
)
const NEED_BROWSER = new Set(['coach-live', 'front-page', 'phone', 'progress', 'roster'])
const missed = []
for (const name of asked.length > 0 ? asked : all) {
  if (NEED_BROWSER.has(name) && !chromium) {
    console.log(`\n${name}: not run, it needs a Chromium (apt-get install chromium, or set CHROMIUM_PATH).`)
    missed.push(name)
    continue
  }
  const env = { ...process.env, ...(chromium && { CHROMIUM_PATH: chromium }) }
  const code = await runToEnd(
    process.execPath,
    ['--no-warnings', '--experimental-transform-types', join('bench', `${name}.ts`)],
    { options: { env } },
  )
  if (code !== 0) missed.push(name)
}
console.log(missed.length === 0 ? '\nAll budgets are kept.' : `\nMissed: ${missed.join(', ')}`)
process.exit(missed.length === 0 ? 0 : 1)
