/** The athlete's app on a slow phone: Chromium at 412 × 915 with the processor four times slower; see support/watch.ts. */
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { addExercise, exercise, openTrain, startWorkout, tab } from '../e2e/support/athlete.ts'
import { type Device, newDevice } from '../e2e/support/device.ts'
import { logFirstSet } from '../e2e/support/first-set.ts'
import { answerAll } from '../e2e/support/import.ts'
import { madeHistory } from '../src/modules/workouts/rules/import/fixtures.ts'
import { strongCsv } from '../src/modules/workouts/rules/import/fixtures-strong.ts'
import { type Line, median, ms, percentile, printTable } from './support/report.ts'
import { openStage } from './support/stage.ts'
import { longestWhileTyping, touch } from './support/thumb.ts'
import { openVeteran, WORKOUTS } from './support/veteran.ts'
import { emptyCommits, figuresAreKept, placeButton, watch } from './support/watch.ts'

const SLOWER = 4
const CHECKS = 24
const STARTS = 5
const TYPED = 12

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

let veteran: Promise<Device> | undefined
/** The phone that logs, searches and starts is the one of somebody with years of training on it. */
const veteransPhone = () => (veteran ??= openSettled())

/** What is worked out once of years that have just come in is no part of any tap. */
async function openSettled(): Promise<Device> {
  const phone = await openVeteran(stage.app.url, device)
  await openTrain(phone.page)
  await phone.page.waitForFunction(figuresAreKept, undefined, { timeout: 300_000, polling: 500 })
  return phone
}

/** 1.6 Mbit/s, 150 ms away. */
async function onSlowNetwork(fresh: Device): Promise<void> {
  const cdp = await fresh.cdp()
  const bytes = (1.6 * 1024 * 1024) / 8
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: bytes,
    uploadThroughput: bytes / 2,
  })
}

/** First visit on a slow network: nothing is cached. */
async function firstVisit() {
  const fcp: number[] = []
  for (let i = 0; i < 3; i++) {
    const fresh = await device()
    const page = await slow(fresh)
    await onSlowNetwork(fresh)
    await openTrain(page)
    fcp.push((await page.evaluate(() => window.timed.fcp)) || Number.NaN)
    await fresh.dispose()
  }
  add('first visit at 1.6 Mbit/s, first contentful paint', median(fcp), 1400)
}

/** Somebody new, on a slow phone and a slow network, who reads before each tap and looks for each key. */
async function firstSet() {
  const [readMs, lookMs] = [1500, 500]
  const fresh = await device()
  const page = await slow(fresh)
  await onSlowNetwork(fresh)
  const after = (wait: number) => async (target: Locator) => {
    await page.waitForTimeout(wait)
    await target.click()
  }
  const begun = performance.now()
  await logFirstSet(page, { tap: after(readMs), key: after(lookMs) }, { unit: 'kg', load: '62.5', reps: '8' })
  await page.waitForFunction(() => window.timed.durable.length >= 1)
  add(
    `front door → first set on this phone, ${readMs} ms a tap and ${lookMs} ms a key`,
    performance.now() - begun,
    60_000,
  )
  await fresh.dispose()
}

async function logging() {
  const phone = await veteransPhone()
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
    await touch(page, row.getByRole('button', { name: /^Check / }))
    await page.waitForFunction((count) => window.timed.durable.length >= count, set)
  }
  const { painted, durable } = await page.evaluate(() => window.timed)
  add(`tap on check → painted, p95 of ${painted.length} (median ${ms(median(painted))})`, percentile(painted, 0.95), 50)
  add(
    `tap on check → on this phone, p95 of ${durable.length} (median ${ms(median(durable))})`,
    percentile(durable, 0.95),
    100,
  )

  add(
    `longest frame while ${TYPED} numbers are typed on the pad (0: none over 50 ms)`,
    await longestWhileTyping(page, 'Deadlift', TYPED),
    50,
  )
  await page.evaluate(placeButton)
  for (let tap = 1; tap <= CHECKS; tap++) {
    await page.mouse.click(10, 10)
    await page.waitForFunction((count) => window.timed.floor.length >= count, tap)
  }
  lines.push({
    what: 'of it the least: a button that only counts its taps, painted, p95',
    measured: ms(percentile(await page.evaluate(() => window.timed.floor), 0.95)),
    budget: '',
    pass: null,
  })
  const floor = percentile(await page.evaluate(emptyCommits, CHECKS), 0.95)
  lines.push({
    what: 'of it the least: one record, durable, on an idle page, p95',
    measured: ms(floor),
    budget: '',
    pass: null,
  })

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
  add(`from screen to screen, p95 of ${moved.length} (median ${ms(median(moved))})`, percentile(moved, 0.95), 100)
  lines.push({ what: 'RSC requests in /train', measured: String(rsc), budget: '0', pass: rsc === 0 })
  await discard(page)
}

/** The next part begins without an open workout. */
async function discard(page: Page) {
  // What was just painted is not on the disk yet: a reload here would lose it.
  if (!page.url().includes('/workout')) await openTrain(page, '/workout')
  await page.getByRole('button', { name: 'Finish workout' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Discard workout' }).click()
  await page.getByRole('button', { name: 'Start empty workout' }).waitFor()
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
  // From the disk: what is handed over as bytes is unpacked in the page, in a task longer than any of the app's.
  const file = join(tmpdir(), `spotter-bench-${process.pid}.csv`)
  writeFileSync(file, strongCsv(history, 'A'))
  const chosen = page.waitForEvent('filechooser')
  await page.locator('button').filter({ hasText: 'Choose a file' }).click()
  await (await chosen).setFiles(file)
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
  rmSync(file)
  await phone.dispose()
}

/** Letters of names, some of them mistyped, in the sheet that adds an exercise. */
async function searching() {
  const phone = await veteransPhone()
  const page = await slow(phone)
  await openTrain(page)
  await startWorkout(page)
  await page.getByRole('button', { name: 'Add exercise', exact: true }).click()
  const box = page.getByRole('dialog').getByRole('searchbox', { name: 'Search exercises' })
  await box.click()
  await page.waitForLoadState('networkidle')
  for (const name of ['bnech pres', 'romainan dead', 'lat pull', 'squt']) {
    for (const letter of name) {
      const before = await page.evaluate(() => window.timed.found.length)
      await page.keyboard.press(letter)
      // A letter that finds the same as the one before changes nothing.
      await page
        .waitForFunction((count) => window.timed.found.length > count, before, { timeout: 2000 })
        .catch(() => {})
    }
    // Nobody clears a field and types in the same moment.
    await box.fill('')
    await page.getByRole('dialog').getByRole('heading', { name: 'All exercises' }).waitFor()
  }
  const { found } = await page.evaluate(() => window.timed)
  add(
    `letter typed → exercises found and painted, p95 of ${found.length} (median ${ms(median(found))})`,
    percentile(found, 0.95),
    50,
  )
  await page.keyboard.press('Escape')
  await addExercise(page, 'Deadlift')
  await discard(page)
}

async function coldStart() {
  const phone = await veteransPhone()
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
  // Those with the veteran's phone last: a second browser that stays open would take its share of the machine.
  for (const part of [firstVisit, firstSet, importing, logging, searching, coldStart]) {
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
