/**
 * Pushes over HTTP with a real session, 32 in flight, one process, against their ceilings, alternating five times: the
 * machine's mood strikes both alike. Nothing that a push leaves to be done burdens the next. Also a backlog of 500
 * mutations.
 */
import { openPool } from '../src/server/db.ts'
import { leanPhones, leanPush, prepareCeiling, rawWorkout } from './support/ceiling.ts'
import { median, ms, perSecond, printTable, rate } from './support/report.ts'
import { IN_FLIGHT, openStage } from './support/stage.ts'
import { addExercise, addSet, type Started, start, wholeWorkout } from './support/training.ts'

const ROUNDS = 5
const SECONDS = Number(process.env.BENCH_SECONDS ?? 3)
const PHONES_A_WORKER = 10
/** As the app's own. */
const POOL = 24

const stage = await openStage()
try {
  await prepareCeiling(stage)
  const sql = openPool(stage.urls.app, { max: POOL })
  const phones = await stage.signIn(IN_FLIGHT * PHONES_A_WORKER)
  const lean = await leanPhones(stage, phones.length)

  const open: Started[] = []
  for (const phone of phones) {
    const { workoutId, ...started } = start()
    const { entryId, ...added } = addExercise(workoutId)
    await stage.push(phone, [started, added])
    open.push({ workoutId, entryId })
  }

  /** Each worker has phones of its own: the next push of a phone waits for its last answer, as a phone does. */
  const turns = Array.from({ length: IN_FLIGHT }, () => 0)
  const mine = (worker: number) => {
    const turn = (turns[worker] ?? 0) + 1
    turns[worker] = turn
    return worker * PHONES_A_WORKER + (turn % PHONES_A_WORKER)
  }
  const pick = <T>(all: readonly T[], worker: number): T => {
    const one = all[mine(worker)]
    if (!one) throw new Error('There are fewer phones than workers need.')
    return one
  }
  const acts = {
    push: (worker: number) => {
      const at = mine(worker)
      const [phone, workout] = [phones[at], open[at]]
      if (!phone || !workout) throw new Error('There are fewer phones than workers need.')
      return stage.push(phone, [addSet(workout)])
    },
    leanPush: (worker: number) => leanPush(sql, pick(lean, worker)),
    workout: (worker: number) => stage.push(pick(phones, worker), wholeWorkout()),
    barePush: (worker: number) => leanPush(sql, pick(lean, worker), 'bare'),
    rawWorkout: (worker: number) => rawWorkout(sql, pick(lean, worker)),
  }

  const names = Object.keys(acts) as (keyof typeof acts)[]
  for (const name of names) await rate(1, IN_FLIGHT, acts[name])
  const rates = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<keyof typeof acts, number[]>
  for (let round = 1; round <= ROUNDS; round++) {
    for (const name of names) {
      await stage.untilRebuilt()
      rates[name].push(await rate(SECONDS, IN_FLIGHT, acts[name]))
    }
    console.log(
      `round ${round}: ${names.map((name) => `${name} ${perSecond(rates[name][round - 1] ?? 0)}`).join(', ')}`,
    )
  }

  const backlogs: number[] = []
  const [phone] = await stage.signIn(1)
  if (!phone) throw new Error('Nobody is signed in.')
  for (let i = 0; i < 9; i++) {
    const mutations = Array.from({ length: 17 }, wholeWorkout).flat().slice(0, 500)
    const began = performance.now()
    for (let at = 0; at < 500; at += 100) await stage.push(phone, mutations.slice(at, at + 100))
    backlogs.push(performance.now() - began)
  }

  const ratios = (a: keyof typeof acts, b: keyof typeof acts) =>
    median(rates[a].map((value, round) => value / (rates[b][round] ?? Number.NaN)))
  const pushes = ratios('push', 'leanPush')
  const workouts = ratios('workout', 'rawWorkout')
  const ceiling = median(rates.leanPush)
  printTable('Server: writing', [
    { what: 'pushes of one set, HTTP and session', measured: perSecond(median(rates.push)), budget: '', pass: null },
    {
      what: 'its ceiling, one prepared statement',
      measured: perSecond(ceiling),
      budget: '≥ 2,000/s',
      pass: ceiling >= 2000,
    },
    { what: 'that without row-level security', measured: perSecond(median(rates.barePush)), budget: '', pass: null },
    { what: 'ratio', measured: pushes.toFixed(3), budget: '≥ 0.25', pass: pushes >= 0.25 },
    { what: 'whole workouts of 30 mutations', measured: perSecond(median(rates.workout)), budget: '', pass: null },
    { what: 'raw inserts of 20 rows', measured: perSecond(median(rates.rawWorkout)), budget: '', pass: null },
    { what: 'ratio ', measured: workouts.toFixed(3), budget: '≥ 0.1', pass: workouts >= 0.1 },
    {
      what: 'a backlog of 500 mutations',
      measured: ms(median(backlogs)),
      budget: '≤ 400 ms',
      pass: median(backlogs) <= 400,
    },
  ])
  await sql.end()
} finally {
  await stage.close()
}
