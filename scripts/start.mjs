// npm start: from a fresh clone to a served app, and in seconds the second time. Plain .mjs that any Node ≥ 20.9 can
// run: it brings the pinned Node 24 first and goes on with that. Safe to kill at any moment: each step leaves its mark
// only when it is whole.
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { goOnWithPinnedNode, install, isPinnedNode, stopLeftovers, watchParent } from './lib/bootstrap.mjs'
import { newOutbox } from './lib/outbox.mjs'
import { freePort } from './lib/postgres.mjs'
import { sentenceFor } from './lib/sentence.mjs'
import { serve } from './lib/serve.mjs'
import { checkStartEnv } from './lib/start-env.mjs'

const self = fileURLToPath(import.meta.url)
process.chdir(resolve(dirname(self), '..'))
// An empty one is taken for none, as checkStartEnv does a moment later.
const data = resolve(process.env.SPOTTER_DATA || '.data')
const say = (line) => console.log(line)
/** Before serving there is nothing to finish: the next start ends what this one leaves behind. */
let whenAlone = () => process.exit(1)

/** One sentence and no stack. */
function give(error) {
  console.error(`\n${sentenceFor(error)}`)
  process.exit(1)
}

async function main() {
  const lan = readArguments(process.argv.slice(2))
  checkStartEnv(process.env)
  watchParent(() => whenAlone())
  mkdirSync(data, { recursive: true })
  const run = await stopLeftovers(data, say)
  await install({ say, run })
  if (!isPinnedNode()) process.exit(await goOnWithPinnedNode(self, process.argv.slice(2)))

  const addresses = lan ? (await import('./lib/lan.mjs')).chooseAddresses() : null
  const host = addresses?.length === 1 ? addresses[0] : addresses ? '0.0.0.0' : (process.env.HOST ?? '127.0.0.1')
  const chosen = await choosePort(host)
  // Its address stands in a certificate's page before the server could say which port it was given.
  const port = addresses && chosen === 0 ? await freePort() : chosen
  const { build, builtHash, sourceHash } = await import('./build.mjs')
  const hash = sourceHash()
  if (builtHash() !== hash) {
    say('Building (about a minute) …')
    await build(run)
  }

  const { databaseEnv, openLocalDatabase } = await import('./lib/local-database.mjs')
  const database = await openLocalDatabase({ say, run })
  let open = null
  try {
    if (addresses) {
      const { openLan } = await import('./lib/lan.mjs')
      open = await openLan({ data, addresses, port, isFree: (other) => isFree(other, host) })
    }
    await serve({
      data,
      database,
      env: { ...databaseEnv(database), ...open?.env, PORT: String(port) },
      hash,
      say,
      site: open?.app,
      hints: open?.lines,
      outbox: newOutbox(),
      onStart: (pid, stop) => {
        run.remember(pid, 'dist/main.js')
        whenAlone = stop
      },
    }).finally(() => run.forget())
  } finally {
    await open?.close()
    await database.stop()
  }
}

/** Whether phones of this network are served too: the only thing that is asked for by a word after `--`. */
function readArguments(words) {
  const strange = words.find((word) => word !== '--lan')
  if (strange) throw new Error(`npm start does not know ${strange}: it knows --lan, written npm start -- --lan.`)
  return words.length > 0
}

/** Whether nothing else listens there; an error that no other port would mend is thrown as a sentence. */
function isFree(port, host) {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', ({ code }) => {
      if (code === 'EADDRINUSE') done(false)
      else if (code === 'EACCES')
        fail(new Error(`Port ${port} needs more rights than yours: choose one from 1024 on with PORT.`))
      else
        fail(
          new Error(`HOST is no address of this machine (${code}): set it to 127.0.0.1, or 0.0.0.0 for all of them.`),
        )
    })
    server.listen(port, host, () => server.close(() => done(true)))
  })
}

async function choosePort(host) {
  const wanted = Number(process.env.PORT ?? 3000)
  if (await isFree(wanted, host)) return wanted
  if (process.env.PORT) {
    throw new Error(
      `Port ${wanted} is used by another program: end it, or choose another, such as PORT=${wanted + 1} npm start.`,
    )
  }
  for (let port = wanted + 1; port < wanted + 50; port++) {
    if (await isFree(port, host)) {
      say(`Port ${wanted} is used by another program, so this is port ${port}.`)
      return port
    }
  }
  throw new Error(`Ports ${wanted} to ${wanted + 49} are all used: choose one, such as PORT=4000 npm start.`)
}

main().then(() => process.exit(0), give)
