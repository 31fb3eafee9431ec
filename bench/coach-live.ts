/**
 * The coach's open page, live: from an athlete's push to its set on the page, and from a withdrawn consent to a blank
 * page and a closed stream. Times are this machine's clock, read where each thing happens.
 */
import type { Page } from '@playwright/test'
import { coachAthlete, openAthlete } from '../e2e/support/coach.ts'
import { DESKTOP, newDevice } from '../e2e/support/device.ts'
import { newPhone } from '../e2e/support/phone.ts'
import { openStream } from '../e2e/support/stream.ts'
import { until } from '../e2e/support/until.ts'
import { newVisitor } from '../e2e/support/visitor.ts'
import { type Line, median, ms, percentile, printTable } from './support/report.ts'
import { openStage } from './support/stage.ts'

const SETS = 20
const REVOKED = 10
const LIMIT = 2_000
const GONE = 'This athlete no longer shares training with you.'

declare global {
  interface Window {
    /** When each set, by its figures, first stood on the page. */
    firstSeen: Record<string, number>
  }
}

/** Runs in the page before anything of the app. */
function watch() {
  window.firstSeen = {}
  const note = (found: string | undefined) => {
    if (found) window.firstSeen[found] ??= Date.now()
  }
  const look = () => {
    for (const item of document.querySelectorAll('li')) note(item.textContent?.match(/100×\d+/)?.[0])
    note(document.body?.textContent?.match(/no longer shares/)?.[0])
  }
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true })
}

const seenAt = (page: Page, figures: string) =>
  until(`${figures} to be on the page`, () => page.evaluate((key) => window.firstSeen[key] ?? null, figures))

const row = (what: string, values: number[]): Line => {
  const p95 = percentile(values, 0.95)
  return {
    what: `${what}, p95 of ${values.length}`,
    measured: `${ms(p95)} (median ${ms(median(values))})`,
    budget: `≤ ${LIMIT.toLocaleString('en')} ms`,
    pass: p95 <= LIMIT,
  }
}

const stage = await openStage()
const desk = await newDevice(stage.app.url, DESKTOP)
try {
  const coach = await newVisitor(stage.app.url, 'Maya').signUp()
  const athlete = await newVisitor(stage.app.url, 'Ida').signUp()
  let relationId = await coachAthlete(coach, athlete)
  await desk.signInAs(coach)
  await desk.context.addInitScript(watch)
  const { phone, begin, logSet } = await newPhone(athlete)
  await begin()
  await logSet(99)
  await phone.sync()

  const { page } = desk
  await openAthlete(page, athlete, 'Ida')
  await seenAt(page, '100×99')
  const shown: number[] = []
  for (let reps = 1; reps <= SETS; reps++) {
    await logSet(reps)
    const sent = Date.now()
    await phone.sync()
    shown.push((await seenAt(page, `100×${reps}`)) - sent)
  }
  await phone.stop()

  const blank: number[] = []
  const closed: number[] = []
  for (let round = 0; round < REVOKED; round++) {
    if (round > 0) {
      relationId = await coachAthlete(coach, athlete)
      await openAthlete(page, athlete, 'Ida')
      await seenAt(page, '100×99')
    }
    const stream = await openStream(coach, athlete.userId)
    await until('the stream to open', () => stream.events.includes('hello'))
    const sent = Date.now()
    const over = until('the stream to be closed', () => (stream.isOver ? Date.now() : null))
    await athlete.mutate('coaching.endRelation', { relationId })
    blank.push((await seenAt(page, 'no longer shares')) - sent)
    closed.push((await over) - sent)
    const [said, left] = [await page.getByText(GONE).count(), await page.getByText(/Ida|100×/).count()]
    if (said !== 1 || left > 0) throw new Error(`The page is not blank: ${left} texts of the athlete's are on it.`)
  }

  printTable('The coach’s open page', [
    row('sync of a set → on the page', shown),
    row('consent withdrawn → page blank', blank),
    row('consent withdrawn → stream closed', closed),
  ])
} finally {
  await desk.dispose()
  await stage.close()
}
