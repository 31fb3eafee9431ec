// What must happen before anything of ours can run: packages, the pinned Node, and the remains of a killed start.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readlinkSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** The Node 24 that package.json pins. */
export function pinnedNode() {
  return resolve('node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
}

function lockHash() {
  return createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
}

const MARK = 'node_modules/.spotter-installed'
/** Written by npm when it is done. */
const NPM_MARK = 'node_modules/.package-lock.json'

/** Runs a command to its end; its id is written down, so that the next start can end it if this one is killed. */
export function runToEnd(command, args, { run, holds = args[0], options = {} } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options })
    if (child.pid) run?.remember(child.pid, holds)
    child.once('error', fail)
    child.once('close', (code) => done(code))
  })
}

/**
 * Installs what the lock file says, unless this very lock file was installed to its end before. Not `npm ci`: a registry
 * that serves one platform only leaves the optional binaries of the others out of the lock file, which `ci` refuses.
 */
export async function install({ say, run }) {
  const hash = lockHash()
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === hash && existsSync(pinnedNode())) return
  say('Installing packages (about a minute) …')
  // An install that was killed leaves packages with half their files, which npm takes for whole ones: begun anew then.
  if (!existsSync(MARK) && !existsSync(NPM_MARK)) {
    rmSync('node_modules', { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
  for (const mark of [MARK, NPM_MARK]) rmSync(mark, { force: true })
  const options = { shell: process.platform === 'win32' }
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']
  const code = await runToEnd('npm', args, { run, options })
  if (code !== 0) throw new Error('npm install did not finish: see the lines above, then start again.')
  if (!existsSync(pinnedNode())) {
    // npm was told not to run install scripts: run this one, which only puts the binary in its place.
    await runToEnd('npm', ['rebuild', 'node', '--ignore-scripts=false'], { run, options })
  }
  if (!existsSync(pinnedNode())) {
    throw new Error(
      'npm installed no Node 24: allow install scripts (npm config delete ignore-scripts), then start again.',
    )
  }
  mkdirSync(dirname(MARK), { recursive: true })
  writeFileSync(MARK, hash)
}

/** Whether it runs in this folder and was called like that: an id may belong to somebody else by now. */
function isOurs(pid, holds) {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return command.includes(holds) && readlinkSync(`/proc/${pid}/cwd`).startsWith(process.cwd())
  } catch {
    return false
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

function parentOf(pid) {
  return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1])
}

/** What the last start wrote down; nothing where it never did, or where the power went while it was at it. */
function readRunning(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}

/**
 * A start that was killed leaves its children running. They are written down with what their command line must hold,
 * so that nothing else that happens to have the same id is ever ended. A start that is alive and well is left alone.
 */
export async function stopLeftovers(data, say) {
  const file = join(data, 'running.json')
  const before = readRunning(file)
  if (
    before.starter &&
    before.starter !== process.pid &&
    before.starter !== process.ppid &&
    isAlive(before.starter) &&
    isOurs(before.starter, 'start.mjs')
  ) {
    // One whose own starter was killed notices it within a second (`watchParent`), and stops what it is at.
    const isOrphan = before.parent !== undefined && parentOf(before.starter) !== before.parent
    if (!isOrphan) {
      throw new Error(
        `Spotter already runs from this folder (process ${before.starter}): use that one, or end it first.`,
      )
    }
    say(`Waiting for the end of process ${before.starter}, left over from a start that was killed.`)
    while (isAlive(before.starter)) await new Promise((done) => setTimeout(done, 50))
  }
  for (const child of before.children ?? []) {
    if (child.holds === 'postgres' || !isAlive(child.pid) || !isOurs(child.pid, child.holds)) continue
    say(`Ending “${child.holds}” (process ${child.pid}), left over from a start that was killed.`)
    process.kill(child.pid, 'SIGTERM')
    while (isAlive(child.pid)) await new Promise((done) => setTimeout(done, 50))
  }
  const state = { starter: process.pid, parent: process.ppid, children: [] }
  const write = () => {
    writeFileSync(`${file}.new`, JSON.stringify(state))
    renameSync(`${file}.new`, file)
  }
  write()
  return {
    remember(pid, holds) {
      state.children.push({ pid, holds })
      write()
    },
    forget() {
      rmSync(file, { force: true })
    },
  }
}

/** Stops us when whoever started us is gone: nobody could press Ctrl-C any more. */
export function watchParent(stop) {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid !== parent) stop()
  }, 500)
  timer.unref()
}

/** Goes on under the pinned Node: the same script, its signals passed on, its exit code ours. */
export function goOnWithPinnedNode(script, args) {
  const child = spawn(pinnedNode(), [script, ...args], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  watchParent(() => child.kill('SIGTERM'))
  return new Promise((done) => child.once('exit', (code) => done(code ?? 1)))
}

export function isPinnedNode() {
  return process.versions.node.startsWith('24.')
}
