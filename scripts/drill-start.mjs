// A first `npm start` killed at ten random moments, two within each phase (install, build, initdb, migrate, demo): once
// the starter alone, as a crash does, which leaves its children running, and once everything, as when the power goes.
// Each time the next `npm start` serves, with the demo world complete once. Runs in a copy of this clone, so it needs
// many minutes: part of `npm run test:deep`, not of npm test.
//   node scripts/drill-start.mjs [rounds, each ten kills: 1] [--with-install] [--phase=build]
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { goOnWithPinnedNode, isPinnedNode } from './lib/bootstrap.mjs'

const self = fileURLToPath(import.meta.url)
const clone = resolve(dirname(self), '..')
process.chdir(clone)
if (!isPinnedNode()) process.exit(await goOnWithPinnedNode(self, process.argv.slice(2)))

const args = process.argv.slice(2)
const rounds = Number(args.find((arg) => !arg.startsWith('-')) ?? 1)
const only = args.find((arg) => arg.startsWith('--phase='))?.slice('--phase='.length)
const work = mkdtempSync(join(tmpdir(), 'spotter-drill-'))
const copy = join(work, 'clone')

/** What a start says when it begins a phase, and what to take away so that the next start goes through it again. */
const PHASES = [
  { name: 'install', says: 'Installing packages', undo: ['node_modules', '.next', 'dist', '.data'] },
  { name: 'build', says: 'Building', undo: ['.next', 'dist', '.data'] },
  { name: 'initdb', says: 'Creating the database folder', undo: ['.data'] },
  { name: 'migrate', says: 'Preparing the database', undo: ['.data'] },
  { name: 'demo', says: 'Loading the demo gym', undo: ['.data'] },
]
const SERVES = /Spotter serves at (http:\/\/\S+)/

/** What is committed or about to be: no data, no build. */
function copyClone() {
  const listed = spawnSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { encoding: 'utf8', maxBuffer: 1e8 })
  for (const file of listed.stdout.split('\0').filter(Boolean)) {
    if (existsSync(file)) cpSync(file, join(copy, file))
  }
  if (!args.includes('--with-install')) {
    // Hard links: the packages are the same, and only a fresh install would be slower.
    spawnSync('cp', ['-al', 'node_modules', join(copy, 'node_modules')])
  }
}

const undo = ({ undo: names }) => {
  for (const name of names) {
    if (name === 'node_modules' && !args.includes('--with-install')) continue
    rmSync(join(copy, name), { recursive: true, force: true })
  }
}

/** As from a terminal: a group of its own that Ctrl-C can reach, and no Node of this clone on the path. */
function start() {
  const path = process.env.PATH.split(delimiter).filter((folder) => !folder.includes('node_modules'))
  const child = spawn('npm', ['start'], {
    cwd: copy,
    env: { ...process.env, PATH: path.join(delimiter), PORT: '0', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const run = { child, lines: [], began: {}, url: null, isOver: false }
  run.over = new Promise((done) => child.once('exit', done)).then(() => (run.isOver = true))
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      run.lines.push(...String(chunk).split('\n').filter(Boolean))
      for (const { name, says } of PHASES) {
        if (String(chunk).includes(says)) run.began[name] ??= Date.now()
      }
      run.url ??= SERVES.exec(String(chunk))?.[1] ?? null
      if (run.url) run.began.serve ??= Date.now()
    })
  }
  return run
}

const wait = (ms) => new Promise((done) => setTimeout(done, ms))

/** Everything that runs inside the copy, which is this drill's alone: id and command line. */
function inCopy() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        if (!readlinkSync(`/proc/${pid}/cwd`).startsWith(copy)) return []
        if (/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))) return []
        return { pid: Number(pid), command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') }
      } catch {
        return []
      }
    })
}

function strike(pid, signal) {
  try {
    process.kill(pid, signal)
  } catch {
    // Gone meanwhile.
  }
}

/** Nobody gets to tidy up: all are stopped first, so that none sees another one die. */
async function cutPower() {
  for (let seen = -1, all = inCopy(); all.length > seen; all = inCopy()) {
    seen = all.length
    for (const { pid } of all) strike(pid, 'SIGSTOP')
  }
  while (inCopy().length > 0) {
    for (const { pid } of inCopy()) strike(pid, 'SIGKILL')
    await wait(20)
  }
}

/** The one that npm started, and only that. */
function killStarter() {
  const starter = inCopy().find(({ command }) => /^\S*node\S* scripts\/start\.mjs/.test(command))
  if (starter) strike(starter.pid, 'SIGKILL')
  return starter !== undefined
}

async function served(run, limitMs) {
  const end = Date.now() + limitMs
  while (Date.now() < end && !run.isOver) {
    const isReady = () =>
      fetch(`${run.url}/api/ready`).then(
        (answer) => answer.ok,
        () => false,
      )
    if (run.url && (await isReady())) return true
    await wait(100)
  }
  return false
}

/** Read past row-level security: what the demo world consists of, and what its dice say that it must. */
async function checkDemo() {
  const { default: postgres } = await import('postgres')
  const { ATHLETES } = await import('../src/demo/people.ts')
  const { trainingOf } = await import('../src/demo/training.ts')
  const { CATALOGUE } = await import('../src/modules/exercises/data/catalogue.ts')
  const { idFromFacts } = await import('../src/shared/id-from-facts.ts')
  const demoId = (key) => idFromFacts('demo', key)
  const { database } = JSON.parse(readFileSync(join(copy, '.data/secrets.json'), 'utf8'))
  const port = readFileSync(join(copy, '.data/postgres/postmaster.pid'), 'utf8').split('\n')[3]
  const sql = postgres(`postgres://postgres:${database}@127.0.0.1:${port}/spotter`, { max: 1, onnotice: () => {} })
  try {
    const [{ at }] = await sql`select created_at::float8 as at from person where id = ${demoId('owner')}`
    const byId = new Map(CATALOGUE.map((exercise) => [exercise.id, exercise]))
    const expected = ATHLETES.map((athlete) => {
      const whole = trainingOf(athlete, at, (id) => byId.get(id))
      const sets = whole.flatMap(({ entries }) => entries.flatMap((entry) => entry.sets)).length
      return `${athlete.name}: ${whole.length} workouts, ${sets} sets, 1 coach, 1 membership`
    }).sort()
    const rows = await sql`
      select p.name, (select count(*) from workout where athlete_id = p.id and not deleted) as workouts,
        (select count(*) from logged_set where athlete_id = p.id and not deleted) as sets,
        (select count(*) from relation where athlete_id = p.id) as coaches,
        (select count(*) from gym_member where user_id = p.id) as memberships
      from person p where p.id = any (${ATHLETES.map(({ key }) => demoId(key))})`
    const found = rows
      .map(
        (row) =>
          `${row.name}: ${row.workouts} workouts, ${row.sets} sets, ${row.coaches} coach, ${row.memberships} membership`,
      )
      .sort()
    const wrong = expected.filter((line, index) => line !== found[index])
    if (wrong.length > 0)
      throw new Error(`The demo should hold “${wrong.join('”, “')}”, but it holds “${found.join('”, “')}”.`)
    const [rest] =
      await sql`select (select count(*)::int from person) as people, (select count(*)::int from gym) as gyms,
      (select count(*)::int from gym_staff) as staff, (select count(*)::int from dirty_day) as dirty`
    if (rest.people !== 33 || rest.gyms !== 1 || rest.staff !== 3)
      throw new Error(`Besides athletes: ${JSON.stringify(rest)}`)
    return `30 athletes, each complete once; ${JSON.stringify(rest)}`
  } finally {
    await sql.end()
  }
}

/** To the served app, its demo counted, and Ctrl-C: everything ends, and the database is left clean. */
async function wholeStart(label) {
  const run = start()
  const began = Date.now()
  if (!(await served(run, 900_000))) throw new Error(`${label}: it did not serve:\n${run.lines.slice(-25).join('\n')}`)
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  const demo = await checkDemo()
  process.kill(-run.child.pid, 'SIGINT')
  await run.over
  for (let tries = 0; inCopy().length > 0; tries++) {
    if (tries > 200) throw new Error(`${label}: after Ctrl-C ${inCopy().map((one) => one.command)} goes on.`)
    await wait(100)
  }
  if (existsSync(join(copy, '.data/postgres/postmaster.pid')))
    throw new Error(`${label}: the database was not shut down.`)
  console.log(`${label}: serves after ${seconds} s; ${demo}`)
  return run
}

/** How long each phase took, which is what a random moment is drawn from. */
function lengthsOf({ began }) {
  const marks = [...PHASES.map(({ name }) => name), 'serve'].filter((name) => began[name])
  return Object.fromEntries(marks.slice(0, -1).map((name, index) => [name, began[marks[index + 1]] - began[name]]))
}

/** Kills a start within `phase`; false when it was past the phase by then. */
async function killWithin(phase, length, isPower) {
  undo(phase)
  const run = start()
  while (!run.began[phase.name] && !run.isOver) await wait(2)
  const after = Math.random() * length
  await wait(after)
  const next = PHASES[PHASES.indexOf(phase) + 1]?.name ?? 'serve'
  if (run.began[next] || run.isOver) {
    await cutPower()
    return false
  }
  const ended = isPower ? await cutPower().then(() => true) : killStarter()
  console.log(
    `killed ${isPower ? 'everything' : 'the starter'} ${(after / 1000).toFixed(2)} of ${(length / 1000).toFixed(2)} s into ${phase.name}; last said: ${run.lines.at(-1)}`,
  )
  return ended
}

try {
  copyClone()
  const first = await wholeStart('undisturbed first start')
  const lengths = lengthsOf(first)
  console.log(`phases in ms: ${JSON.stringify(lengths)}`)
  await wholeStart('undisturbed second start')
  let kills = 0
  for (let round = 0; round < rounds; round++) {
    // The last phase first: its starts are the shortest, and they find most.
    for (const phase of PHASES.toReversed().filter(({ name }) => name in lengths && (!only || name === only))) {
      for (const isPower of [false, true]) {
        while (!(await killWithin(phase, lengths[phase.name], isPower)))
          console.log(`(past ${phase.name} already: again)`)
        kills++
        await wholeStart(`  next start`)
      }
    }
  }
  await wholeStart('second start')
  console.log(`PASS: ${kills} kills, and each time the next start served, with the demo world complete once.`)
} catch (error) {
  console.error(`FAIL: ${error.message}`)
  process.exitCode = 1
} finally {
  await cutPower()
  rmSync(work, { recursive: true, force: true, maxRetries: 5 })
}
