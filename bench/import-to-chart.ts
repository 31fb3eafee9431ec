/** 100,000 sets of history: from the tap on import, through the phone's queue, to the coach's chart. */
import { beginCoaching } from '../e2e/support/coaching.ts'
import { newPhone, syncAll } from '../e2e/support/phone.ts'
import { until } from '../e2e/support/until.ts'
import { dataOf, newVisitor } from '../e2e/support/visitor.ts'
import { finishImport, importChunk, startImport } from '../src/modules/workouts/mutators/import.ts'
import { newId } from '../src/shared/id.ts'
import { CHUNK, pastWorkout } from './support/history.ts'
import { printTable } from './support/report.ts'
import { openStage } from './support/stage.ts'

const WORKOUTS = 5_000
const SETS = 20
const DAY_MS = 86_400_000

const stage = await openStage()
try {
  const athlete = await newVisitor(stage.app.url, 'Importer').signUp()
  const coach = await newVisitor(stage.app.url, 'Coach').signUp()
  await beginCoaching(coach, athlete)
  const { phone } = await newPhone(athlete)
  await syncAll(phone)
  const now = Date.now()
  const today = Math.floor(now / DAY_MS)
  const all = Array.from({ length: WORKOUTS }, (_, at) => pastWorkout(WORKOUTS - at, now, SETS))

  const began = performance.now()
  const since = () => (performance.now() - began) / 1000
  const batchId = newId()
  const batch = { id: batchId, source: 'strong', fileName: 'strong.csv', createdAt: now, total: WORKOUTS } as const
  await phone.mutate(startImport, { batch })
  for (let at = 0; at < all.length; at += CHUNK) {
    await phone.mutate(importChunk, { batchId, workouts: all.slice(at, at + CHUNK) })
  }
  await phone.mutate(finishImport, { id: batchId })
  const onPhone = since()
  await until(
    'the queue to be empty',
    async () => (await phone.sync()) === 'done' && (await phone.unsynced()).length === 0,
    300_000,
  )
  const onServer = since()

  type Page = { e1rm: { day: number }[] }
  // One point a day and lift, of the last 26 weeks, for the three lifts that are shown.
  const points = 26 * 7 * 3
  await until(
    'the coach’s chart to be whole',
    async () => {
      const answer = await coach.query('analytics.athletePage', { athleteId: athlete.userId, today })
      const [left] = await stage.admin`select count(*)::int as days from dirty_day`
      return answer.status === 200 && dataOf<Page>(answer).e1rm.length >= points && left?.days === 0
    },
    300_000,
  )
  const onChart = since()
  const [stored] = await stage.admin`select count(*)::int as sets from logged_set where athlete_id = ${athlete.userId}`
  await phone.stop()
  printTable(`${Number(stored?.sets ?? 0).toLocaleString('en')} sets imported`, [
    { what: 'on the phone, queued', measured: `${onPhone.toFixed(1)} s`, budget: '', pass: null },
    { what: 'on the server', measured: `${onServer.toFixed(1)} s`, budget: '', pass: null },
    { what: 'on the coach’s chart', measured: `${onChart.toFixed(1)} s`, budget: '≤ 60 s', pass: onChart <= 60 },
  ])
} finally {
  await stage.close()
}
