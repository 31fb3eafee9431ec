// A first `npm start` killed at ten random moments (install, build, initdb, migrate, demo): the next one serves, with the
// demo world complete, once. Runs in a copy of this clone, so it needs minutes: part of `npm run test:deep`, not of npm test.
//   node scripts/drill-start.mjs [kills] [longest wait before a kill, seconds] [--with-install]
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { goOnWithPinnedNode, isPinnedNode } from './lib/bootstrap.mjs'

const self = fileURLToPath(import.meta.url)
const clone = resolve(dirname(self), '..')
process.chdir(clone)
if (!isPinnedNode()) process.exit(await goOnWithPinnedNode(self, process.argv.slice(2)))

const [kills = 10, longest = 90] = process.argv
  .slice(2)
  .filter((arg) => !arg.startsWith('-'))
  .map(Number)
const work = mkdtempSync(join(tmpdir(), 'spotter-drill-'))
const copy = join(work, 'clone')

/** What is committed or about to be: no data, no build. */
function copyClone() {
  const listed = spawnSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { encoding: 'utf8', maxBuffer: 1e8 })
  for (const file of listed.stdout.split('\0').filter(Boolean)) {
    if (existsSync(file)) cpSync(file, join(copy, file))
  }
  if (!process.argv.includes('--with-install')) {
    // Hard links: the packages are the same, and only a fresh install would be slower.
    spawnSync('cp', ['-al', 'node_modules', join(copy, 'node_modules')])
  }
}

/** Starts in a session of its own; `kill` strikes the starter alone, as a crash does, and leaves its children orphaned. */
function start() {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: copy,
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const run = { child, lines: [], url: null, over: new Promise((done) => child.once('exit', (code) => done(code))) }
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      run.lines.push(...String(chunk).split('\n').filter(Boolean))
      run.url ??= /Spotter serves at (http:\/\/\S+)/.exec(String(chunk))?.[1] ?? null
    })
  }
  return run
}

const wait = (ms) => new Promise((done) => setTimeout(done, ms))

async function served(run, limitMs) {
  const end = Date.now() + limitMs
  let isOver = false
  run.over.then(() => (isOver = true))
  while (Date.now() < end && !isOver) {
    if (
      run.url &&
      (await fetch(`${run.url}/api/ready`).then(
        (answer) => answer.ok,
        () => false,
      ))
    )
      return true
    await wait(100)
  }
  return false
}

/** Counted past row-level security: what the demo world consists of. */
async function countDemo() {
  const { default: postgres } = await import('postgres')
  const { database } = JSON.parse(readFileSync(join(copy, '.data/secrets.json'), 'utf8'))
  const [, , , port] = readFileSync(join(copy, '.data/postgres/postmaster.pid'), 'utf8').split('\n')
  const sql = postgres(`postgres://postgres:${database}@127.0.0.1:${port}/spotter`, { max: 1, onnotice: () => {} })
  try {
    const [counts] = await sql`select
      (select count(*)::int from person) as people, (select count(*)::int from gym) as gyms,
      (select count(*)::int from relation) as relations, (select count(*)::int from workout) as workouts,
      (select count(*)::int from logged_set) as sets, (select count(distinct mid)::int from sync_receipt) as receipts`
    return JSON.stringify(counts)
  } finally {
    await sql.end()
  }
}

async function wholeStart(label) {
  const run = start()
  const began = Date.now()
  if (!(await served(run, 900_000))) throw new Error(`${label}: it did not serve:\n${run.lines.slice(-20).join('\n')}`)
  const counts = await countDemo()
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  run.child.kill('SIGTERM')
  const code = await run.over
  console.log(`${label}: serves after ${seconds} s, ended with ${code}, ${counts}`)
  if (code !== 0) throw new Error(`${label}: Ctrl-C ended with ${code}.`)
  return counts
}

const again = () => rmSync(join(copy, '.data'), { recursive: true, force: true })

try {
  copyClone()
  const moments = []
  for (let kill = 1; kill <= kills; kill++) {
    const run = start()
    const after = Math.random() * longest * 1000
    await Promise.race([wait(after), served(run, longest * 1000)])
    run.child.kill('SIGKILL')
    await run.over
    moments.push(run.lines.at(-1) ?? 'nothing said yet')
    console.log(`kill ${kill} after ${(after / 1000).toFixed(1)} s, during: ${moments.at(-1)}`)
  }
  const killed = await wholeStart('after the kills')
  await wholeStart('second start')
  again()
  const undisturbed = await wholeStart('undisturbed first start')
  if (killed !== undisturbed) throw new Error(`The demo world differs: ${killed} after kills, ${undisturbed} without.`)
  console.log(`PASS: ${kills} kills, and the demo world is complete once.`)
} catch (error) {
  console.error(`FAIL: ${error.message}`)
  process.exitCode = 1
} finally {
  rmSync(work, { recursive: true, force: true })
}
