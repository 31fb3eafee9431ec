// npm start: from a fresh clone to a served app, and in seconds the second time. Plain .mjs that any Node ≥ 20.9 can
// run: it brings the pinned Node 24 first and goes on with that. Safe to kill at any moment: each step leaves its mark
// only when it is whole.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { goOnWithPinnedNode, install, isPinnedNode, stopLeftovers, watchParent } from './lib/bootstrap.mjs'

const self = fileURLToPath(import.meta.url)
process.chdir(resolve(dirname(self), '..'))
const data = resolve(process.env.SPOTTER_DATA ?? '.data')
const say = (line) => console.log(line)

/** One sentence and no stack. */
function give(error) {
  console.error(`\n${error instanceof Error ? error.message : error}`)
  process.exit(1)
}

async function main() {
  mkdirSync(data, { recursive: true })
  const run = await stopLeftovers(data, say)
  await install({ say, run })
  if (!isPinnedNode()) process.exit(await goOnWithPinnedNode(self, process.argv.slice(2)))

  const { build, builtHash, sourceHash } = await import('./build.mjs')
  const hash = sourceHash()
  if (builtHash() !== hash) {
    say('Building (about a minute) …')
    await build(run)
  }
  keepStatic(hash)

  const { startPostgres } = await import('./lib/postgres.mjs')
  const secrets = readSecrets()
  let postgres = null
  const external = process.env.DATABASE_URL
  if (!external) {
    postgres = await startPostgres({ dataDir: join(data, 'postgres'), password: secrets.database, say })
    run.remember(postgres.pid, 'postgres')
  }
  const stopDatabase = async () => postgres?.stop()

  try {
    const setup = await runSetup({
      ...process.env,
      SETUP_ADMIN_URL: external ? (process.env.DATABASE_OWNER_URL ?? external) : postgres.url,
      SETUP_IS_ADMIN: external ? '0' : '1',
      SETUP_PASSWORD: secrets.database,
      SESSION_SECRET: process.env.SESSION_SECRET ?? secrets.session,
      SPOTTER_DEMO: process.env.SPOTTER_DEMO ?? '1',
    })
    const port = await choosePort()
    await serve({ setup, port, secrets, hash, stopDatabase, run })
  } catch (error) {
    await stopDatabase()
    throw error
  }
}

/** Passwords and keys of this clone, made once, readable only by their owner. */
function readSecrets() {
  const file = join(data, 'secrets.json')
  if (!existsSync(file)) {
    const fresh = { session: randomBytes(32).toString('hex'), database: randomBytes(24).toString('hex') }
    writeFileSync(`${file}.new`, JSON.stringify(fresh), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  return JSON.parse(readFileSync(file, 'utf8'))
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

/** Roles, migrations, demo data. Prints its progress; its last line is what we need to know. */
function runSetup(env) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--enable-source-maps', 'dist/setup.js'], {
      env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    let answer = null
    child.on('message', (message) => {
      answer = message
    })
    child.on('exit', (code) => {
      if (code === 0 && answer) done(answer)
      else fail(new Error('The database could not be prepared: see the line above.'))
    })
  })
}

function isFree(port) {
  return new Promise((done) => {
    const server = createServer()
    server.once('error', () => done(false))
    server.listen(port, process.env.HOST ?? '127.0.0.1', () => server.close(() => done(true)))
  })
}

async function choosePort() {
  const wanted = Number(process.env.PORT ?? 3000)
  if (wanted === 0 || (await isFree(wanted))) return wanted
  if (process.env.PORT) {
    throw new Error(
      `Port ${wanted} is used by another program: end it, or choose another, such as PORT=${wanted + 1} npm start.`,
    )
  }
  for (let port = wanted + 1; port < wanted + 50; port++) {
    if (await isFree(port)) {
      say(`Port ${wanted} is used by another program, so this is port ${port}.`)
      return port
    }
  }
  throw new Error(`Ports ${wanted} to ${wanted + 49} are all used: choose one, such as PORT=4000 npm start.`)
}

function serve({ setup, port, secrets, hash, stopDatabase, run }) {
  return new Promise((done, fail) => {
    const older = readdirSync(join(data, 'static')).map((name) => join(data, 'static', name))
    const child = spawn(process.execPath, ['--enable-source-maps', 'dist/main.js'], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
        PORT: String(port),
        DATABASE_URL: setup.urls.app,
        DATABASE_OWNER_URL: setup.urls.owner,
        DATABASE_JOBS_URL: setup.urls.jobs,
        SESSION_SECRET: process.env.SESSION_SECRET ?? secrets.session,
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
    watchParent(stop)
    child.on('message', (message) => {
      if (!message.serving) return
      say(
        `\nSpotter serves at http://${process.env.HOST ?? 'localhost'}:${message.port}  (metrics at http://127.0.0.1:${message.metricsPort}/api/metrics)`,
      )
      for (const line of setup.signIns) say(`  ${line}`)
      say('Ctrl-C stops everything.')
    })
    child.on('exit', async (code) => {
      await stopDatabase()
      run.forget()
      if (stopping || code === 0) done()
      else fail(new Error('The server stopped: see the line above.'))
    })
  })
}

main().then(() => process.exit(0), give)
