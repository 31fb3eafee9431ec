/**
 * The athlete's app on a slow phone: Chromium at 412 × 915 with the processor four times slower. Times are read in the
 * page: from the tap's own time stamp to the frame after the change, and to the mark that says *on this phone*.
 */
import type { Page } from '@playwright/test'
import { addExercise, exercise, openTrain, startWorkout, tab } from '../e2e/support/athlete.ts'
import { type Device, newDevice } from '../e2e/support/device.ts'
import { answerAll, chooseFile } from '../e2e/support/import.ts'
import { newPhone } from '../e2e/support/phone.ts'
import { newVisitor } from '../e2e/support/visitor.ts'
import { finishImport, importChunk, startImport } from '../src/modules/workouts/mutators/import.ts'
import { madeHistory } from '../src/modules/workouts/rules/import/fixtures.ts'
import { strongCsv } from '../src/modules/workouts/rules/import/fixtures-strong.ts'
import { newId } from '../src/shared/id.ts'
import { CHUNK, pastWorkout } from './support/history.ts'
import { type Line, median, ms, percentile, printTable } from './support/report.ts'
import { openStage } from './support/stage.ts'

const SLOWER = 4
const CHECKS = 24
const WORKOUTS = 5_000
const SETS = 8
const STARTS = 5

type Timed = { painted: number[]; durable: number[]; moved: number[]; long: number[]; fcp: number; interactive: number }
declare global {
  interface Window {
    timed: Timed
  }
}

/** Runs in the page before anything of the app. */
function watch() {
  const timed: Timed = { painted: [], durable: [], moved: [], long: [], fcp: 0, interactive: 0 }
  window.timed = timed
  const afterPaint = (then: () => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = then
      port2.postMessage(null)
    })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) timed.long.push(duration)
  }).observe({ type: 'longtask', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'first-contentful-paint') timed.fcp = entry.startTime
  }).observe({ type: 'paint', buffered: true })

  addEventListener(
    'click',
    (event) => {
      const target = event.target as Element
      const from = event.timeStamp
      const row = target.closest('button[aria-label^="Check "]')?.closest('[role="row"]')
      if (row) {
        let isPainted = false
        const look = () => {
          const label = row.getAttribute('aria-label') ?? ''
          if (!label.includes(', done, ')) return
          if (!isPainted) {
            isPainted = true
            afterPaint(() => timed.painted.push(performance.now() - from))
          }
          if (label.includes('being saved')) return
          timed.durable.push(performance.now() - from)
          observer.disconnect()
        }
        const observer = new MutationObserver(look)
        observer.observe(row, { attributes: true })
      }
      const link = target.closest('nav a')
      if (link && link.getAttribute('href') !== location.pathname) {
        const before = document.querySelector('main')?.textContent
        const observer = new MutationObserver(() => {
          const now = document.querySelector('main')
          if (!now?.querySelector('h1, h2') || now.textContent === before) return
          observer.disconnect()
          afterPaint(() => timed.moved.push(performance.now() - from))
        })
        observer.observe(document.body, { childList: true, subtree: true, characterData: true })
      }
    },
    { capture: true },
  )
  // A tap starts a workout, once what the phone holds is on the screen.
  const begin = new MutationObserver(() => {
    const button = [...document.querySelectorAll('button')].find((one) =>
      one.textContent?.includes('Start empty workout'),
    )
    if (!button || timed.interactive > 0) return
    timed.interactive = -1
    afterPaint(() => {
      timed.interactive = performance.now()
    })
    begin.disconnect()
  })
  begin.observe(document, { childList: true, subtree: true, characterData: true })
}

async function slow(device: Device): Promise<Page> {
  await device.context.addInitScript(watch)
  const cdp = await device.cdp()
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  return device.page
}

const stage = await openStage()
const devices: Device[] = []
const lines: Line[] = []
const add = (what: string, value: number, limit: number) =>
  lines.push({ what, measured: ms(value), budget: `≤ ${limit} ms`, pass: value <= limit })

async function device(): Promise<Device> {
  const made = await newDevice(stage.app.url)
  devices.push(made)
  return made
}

/** First visit on a slow network: nothing is cached. */
async function firstVisit() {
  const fcp: number[] = []
  for (let i = 0; i < 3; i++) {
    const fresh = await device()
    const page = await slow(fresh)
    const cdp = await fresh.cdp()
    const bytes = (1.6 * 1024 * 1024) / 8
    await cdp.send('Network.enable')
    await cdp.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: bytes,
      uploadThroughput: bytes / 2,
    })
    await openTrain(page)
    fcp.push((await page.evaluate(() => window.timed.fcp)) || Number.NaN)
    await fresh.dispose()
  }
  add('first visit at 1.6 Mbit/s, first contentful paint', median(fcp), 1400)
}

async function logging() {
  const phone = await device()
  const page = await slow(phone)
  let rsc = 0
  page.on('request', (request) => {
    if (request.headers().rsc !== undefined || request.url().includes('_rsc=')) rsc += 1
  })
  await openTrain(page)
  await startWorkout(page)
  await addExercise(page, 'Deadlift')
  const block = exercise(page, 'Deadlift')
  for (let set = 1; set <= CHECKS; set++) {
    const row = block.getByRole('row', { name: new RegExp(`^Set ${set},`) })
    if ((await row.count()) === 0) await block.getByRole('button', { name: 'Add a set to Deadlift' }).click()
    if (set === 1) {
      for (const [cell, key] of [
        [/^kg of /, '9'],
        [/^Reps of /, '5'],
      ] as const) {
        await row.getByRole('button', { name: cell }).click()
        await page
          .getByRole('region', { name: /^Number pad: / })
          .getByRole('button', { name: key, exact: true })
          .click()
      }
      const close = page.getByRole('button', { name: 'Close the number pad' })
      if (await close.isVisible()) await close.click()
    }
    await row.getByRole('button', { name: /^Check / }).click()
    await page.waitForFunction((count) => window.timed.durable.length >= count, set)
  }
  const { painted, durable } = await page.evaluate(() => window.timed)
  add(`tap on check → painted, p95 of ${painted.length}`, percentile(painted, 0.95), 50)
  add(`tap on check → on this phone, p95 of ${durable.length}`, percentile(durable, 0.95), 100)

  // The logging screen has no tabs.
  await openTrain(page)
  for (let round = 0; round < 6; round++) {
    for (const name of ['History', 'Exercises', 'Progress', 'You', 'Today']) {
      const before = await page.evaluate(() => window.timed.moved.length)
      await tab(page, name)
      await page.waitForFunction((count) => window.timed.moved.length > count, before)
    }
  }
  // The first round fetches what later ones have.
  const moved = (await page.evaluate(() => window.timed.moved)).slice(5)
  add(`from screen to screen, p95 of ${moved.length}`, percentile(moved, 0.95), 100)
  lines.push({ what: 'RSC requests in /train', measured: String(rsc), budget: '0', pass: rsc === 0 })
  await phone.dispose()
}

async function importing() {
  const phone = await device()
  const page = await slow(phone)
  const history = madeHistory(11, 200)
  await openTrain(page, '/you/import')
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => {
    window.timed.long.length = 0
  })
  await chooseFile(page, 'strong.csv', strongCsv(history, 'A'))
  await answerAll(page, ['Kilograms', 'Kilometres'])
  // Two that began within a minute count as one, so fewer may come in than the file holds.
  const go = page.getByRole('button', { name: /^Import [\d,]+ workouts$/ })
  await go.click({ timeout: 60_000 })
  await page
    .getByText(/^[\d,]+ workouts imported/)
    .first()
    .waitFor({ timeout: 120_000 })
  const long = await page.evaluate(() => window.timed.long)
  add(`longest task on the main thread while ${history.length} workouts come in`, Math.max(0, ...long), 100)
  await phone.dispose()
}

async function coldStart() {
  const person = await newVisitor(stage.app.url, 'Long').signUp()
  const source = await newPhone(person)
  const now = Date.now()
  const batchId = newId()
  const batch = { id: batchId, source: 'strong', fileName: 'all.csv', createdAt: now, total: WORKOUTS } as const
  await source.phone.mutate(startImport, { batch })
  const all = Array.from({ length: WORKOUTS }, (_, at) => pastWorkout(WORKOUTS - at, now, SETS))
  for (let at = 0; at < all.length; at += CHUNK) {
    await source.phone.mutate(importChunk, { batchId, workouts: all.slice(at, at + CHUNK) })
  }
  await source.phone.mutate(finishImport, { id: batchId })
  while ((await source.phone.steps.push()) === 'sent');
  await source.phone.stop()

  const phone = await device()
  await phone.signInAs(person)
  await openTrain(phone.page)
  await tab(phone.page, 'You')
  await phone.page.getByText('The app works without a signal').waitFor({ timeout: 120_000 })
  // Everything is on the phone when no more months are asked for.
  await phone.page.waitForLoadState('networkidle')
  await stage.app.kill()
  const interactive: number[] = []
  for (let i = 0; i < STARTS; i++) {
    await phone.close()
    await phone.open()
    const page = await slow(phone)
    const cdp = await phone.cdp()
    await cdp.send('Network.clearBrowserCache')
    await page.goto('/train')
    await page.waitForFunction(() => window.timed.interactive > 0, undefined, { timeout: 30_000 })
    interactive.push(await page.evaluate(() => window.timed.interactive))
  }
  await phone.dispose()
  add(
    `cold start, server dead, ${WORKOUTS.toLocaleString('en')} workouts → interactive, p75`,
    percentile(interactive, 0.75),
    1500,
  )
}

/** All, or those named on the command line. */
const asked = process.argv.slice(2)
try {
  for (const part of [firstVisit, logging, importing, coldStart]) {
    if (asked.length > 0 && !asked.includes(part.name)) continue
    await part().catch((error: Error) => {
      console.error(error)
      lines.push({
        what: part.name,
        measured: error.message.split('\n')[0]?.slice(0, 80) ?? '',
        budget: 'runs',
        pass: false,
      })
    })
  }
  printTable(`Phone: 412 × 915, ${SLOWER}× slower`, lines)
} finally {
  for (const one of devices) await one.dispose().catch(() => {})
  await stage.close()
}
