// npm start: from a fresh clone to a served app, and in seconds the second time. Plain .mjs that any Node ≥ 20.9 can
// run: it brings the pinned Node 24 first and goes on with that. Safe to kill at any moment: each step leaves its mark
// only when it is whole.
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { goOnWithPinnedNode, install, isPinnedNode, stopLeftovers, watchParent } from './lib/bootstrap.mjs'
import { newOutbox } from './lib/outbox.mjs'
import { freePort } from './lib/postgres.mjs'
import { endSentence, sentenceFor } from './lib/sentence.mjs'
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
  keepStatic(hash)

  const { databaseEnv, openLocalDatabase } = await import('./lib/local-database.mjs')
  const database = await openLocalDatabase({ say, run })
  let open = null
  try {
    if (addresses) {
      const { openLan } = await import('./lib/lan.mjs')
      open = await openLan({ data, addresses, port, isFree: (other) => isFree(other, host) })
    }
    await serve({ database, env: { ...databaseEnv(database), ...open?.env }, port, hash, run, lan: open })
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

/** The files of the last three builds stay served, so that a phone with an older app still finds its screens. */
function keepStatic(hash) {
  const kept = join(data, 'static')
  const target = join(kept, hash)
  if (!existsSync(target)) {
    mkdirSync(kept, { recursive: true })
    rmSync(`${target}.new`, { recursive: true, force: true })
    cpSync('.next/static', `${target}.new`, { recursive: true })
    renameSync(`${target}.new`, target)
  }
  const builds = readdirSync(kept)
    .filter((name) => !name.endsWith('.new'))
    .sort((a, b) => statSync(join(kept, b)).mtimeMs - statSync(join(kept, a)).mtimeMs)
  for (const old of builds.slice(3)) rmSync(join(kept, old), { recursive: true, force: true })
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

function serve({ database, env, port, hash, run, lan }) {
  return new Promise((done, fail) => {
    const outbox = newOutbox()
    const older = readdirSync(join(data, 'static')).map((name) => join(data, 'static', name))
    const child = spawn(process.execPath, ['--enable-source-maps', 'dist/main.js'], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
        PORT: String(port),
        ...env,
        SPOTTER_OUTBOX: outbox,
        SPOTTER_BUILD: hash,
        SPOTTER_STATIC: older.join(':'),
      },
    })
    run.remember(child.pid, 'dist/main.js')
    let stopping = false
    const stop = () => {
      if (stopping) return
      stopping = true
      child.kill('SIGTERM')
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
    whenAlone = stop
    child.on('message', (message) => {
      if (!message.serving) return
      const site = lan?.app ?? `http://${process.env.HOST ?? 'localhost'}:${message.port}`
      say(`
Spotter serves at ${site}  (metrics at http://127.0.0.1:${message.metricsPort}/api/metrics)`)
      for (const line of lan?.lines ?? []) say(line)
      for (const line of database.signIns) say(`  ${line}`)
      if (outbox) say(`  Letters are shown at ${site}/outbox/${outbox}  (SMTP_URL and MAIL_FROM send them instead)`)
      say('Ctrl-C stops everything.')
    })
    child.on('exit', (code, signal) => {
      run.forget()
      if (stopping || code === 0) done()
      else fail(new Error(endSentence('The server stopped', signal)))
    })
  })
}

main().then(() => process.exit(0), give)
