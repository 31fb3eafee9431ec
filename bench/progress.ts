/**
 * The progress tab of somebody with 100,000 sets, on a processor four times slower. The app is opened as on any day: what
 * it works out and fetches while nobody waits is there before the tab is tapped. Who taps it in the very first moment
 * waits for its screens as well: the second row.
 */
import { openTrain } from '../e2e/support/athlete.ts'
import { type Device, newDevice } from '../e2e/support/device.ts'
import { median, ms, printTable } from './support/report.ts'
import { openStage } from './support/stage.ts'
import { openVeteran, WORKOUTS } from './support/veteran.ts'
import { figuresAreKept, openProgress } from './support/watch.ts'

const SLOWER = 4
const STARTS = 5
/** Two seconds after the first paint the other screens are fetched (screens/athlete/frame.tsx): then they are there. */
const SETTLED_MS = 5_000
const SETS = 20

const stage = await openStage()
const devices: Device[] = []
async function device(): Promise<Device> {
  const made = await newDevice(stage.app.url)
  devices.push(made)
  return made
}

try {
  const phone = await openVeteran(stage.app.url, device, SETS)
  const begun = performance.now()
  await openTrain(phone.page)
  await phone.page.waitForFunction(figuresAreKept, undefined, { timeout: 300_000, polling: 500 })
  const built = performance.now() - begun
  async function openings(waitMs: number): Promise<number[]> {
    const opened: number[] = []
    for (let i = 0; i < STARTS; i++) {
      await phone.close()
      await phone.open()
      const cdp = await phone.cdp()
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
      await openTrain(phone.page)
      await phone.page.getByRole('button', { name: 'Start empty workout' }).waitFor()
      await phone.page.waitForLoadState('networkidle')
      await phone.page.waitForTimeout(waitMs)
      opened.push(await phone.page.evaluate(openProgress))
    }
    return opened
  }
  const settled = median(await openings(SETTLED_MS))
  const atOnce = median(await openings(0))
  const what = `progress tab, ${WORKOUTS.toLocaleString('en')} workouts of ${SETS} sets → figures painted`
  printTable(`Progress: 412 × 915, ${SLOWER}× slower`, [
    {
      what: `${what}, median of ${STARTS}`,
      measured: ms(settled),
      budget: '≤ 400 ms',
      pass: settled <= 400,
    },
    { what: 'the same, tapped at once after the app was opened', measured: ms(atOnce), budget: '', pass: null },
    { what: 'all months worked out from nothing, in the background', measured: ms(built), budget: '', pass: null },
  ])
} finally {
  for (const one of devices) await one.dispose().catch(() => {})
  await stage.close()
}
