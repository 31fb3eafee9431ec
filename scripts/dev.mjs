// npm run dev: the same server in development. Pages reload by themselves; a change to the server's code restarts it on
// the same port.
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { goOnWithPinnedNode, install, isPinnedNode, stopLeftovers } from './lib/bootstrap.mjs'

const self = fileURLToPath(import.meta.url)
process.chdir(resolve(dirname(self), '..'))
await install({ say: console.log })
if (!isPinnedNode()) process.exit(await goOnWithPinnedNode(self, process.argv.slice(2)))

const { dataFolder, databaseEnv, openLocalDatabase } = await import('./lib/local-database.mjs')
const { importWorker } = await import('../src/sw/import-worker.ts')
const { buildWords } = await import('./lib/words.mjs')
const { newOutbox } = await import('./lib/outbox.mjs')
const esbuild = await import('esbuild')
const OUT = 'dist/dev'
const options = {
  entryPoints: ['src/wiring/main.ts', 'src/wiring/setup.ts'],
  outdir: OUT,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  target: 'node24',
  sourcemap: true,
  logLevel: 'warning',
}
await esbuild.build(options)
buildWords('dist')
const importing = await esbuild.context(importWorker('.next'))
await importing.watch()
mkdirSync(dataFolder(), { recursive: true })
const run = await stopLeftovers(dataFolder(), console.log)
const database = await openLocalDatabase({ say: console.log, run, setup: join(OUT, 'setup.js') })
for (const line of database.signIns) console.log(line)
const outbox = newOutbox()
if (outbox) console.log(`Letters are shown at http://localhost:${process.env.PORT ?? '3000'}/outbox/${outbox}`)

let server = null
let stopping = false

function start() {
  server = spawn(process.execPath, ['--enable-source-maps', join(OUT, 'main.js')], {
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_ENV: 'development',
      PORT: process.env.PORT ?? '3000',
      SPOTTER_OUTBOX: outbox,
      ...databaseEnv(database),
    },
  })
}

async function end() {
  if (!server || server.exitCode !== null) return
  const gone = new Promise((done) => server.once('exit', done))
  server.kill('SIGTERM')
  await gone
}

let built = false
const restart = {
  name: 'restart',
  setup: (build) =>
    build.onEnd(async ({ errors }) => {
      if (errors.length > 0 || stopping) return
      if (built) await end()
      built = true
      start()
    }),
}
const watching = await esbuild.context({ ...options, plugins: [restart] })
await watching.watch()

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    if (stopping) return
    stopping = true
    await watching.dispose()
    await importing.dispose()
    await end()
    await database.stop()
    run.forget()
    process.exit(0)
  })
}
