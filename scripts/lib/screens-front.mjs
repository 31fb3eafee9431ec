// The product's pictures on the front page and in the README, off the demo data. Chromium writes WebP itself.
import { copyFileSync, writeFileSync } from 'node:fs'
import { emailOf } from '../../src/demo/people.ts'
import { signedIn } from './screens-people.mjs'

const PHONE = { size: { width: 412, height: 915 }, more: { hasTouch: true, isMobile: true, deviceScaleFactor: 2 } }
const DESK = { size: { width: 1440, height: 900 }, more: { deviceScaleFactor: 1.5 } }

/** Each in both themes. `ready` is in the picture when it is: the last set to do, the chart's newest week. */
const PICTURES = [
  { name: 'logging', ...PHONE, who: 'tomas', path: '/train/workout', ready: 'Bench press' },
  { name: 'today', ...PHONE, who: 'ingrid', path: '/train', ready: 'This week' },
  { name: 'exercise', ...PHONE, who: 'tomas', path: '/train/exercises/back-squat', ready: 'Estimated 1RM' },
  { name: 'coach', ...DESK, who: 'maya', path: '/coach/athletes/{tomas}', ready: 'Estimated one-rep max' },
  { name: 'gym', ...DESK, who: 'owner', path: '/gym', ready: 'Last seen' },
]
/** Those of them that the README shows. */
const README = { 'logging-dark': 'logging.webp', 'coach-light': 'coach-athlete.webp' }

export async function frontPictures(url, { withBrowser, giveCookies, settle }) {
  const { userId: tomas } = await signedIn(url, emailOf('tomas'))
  for (const { name, who, path, ready, size, more } of PICTURES) {
    for (const theme of ['dark', 'light']) {
      const person = await signedIn(url, emailOf(who))
      await withBrowser(size, { ...more, colorScheme: theme }, async (context, page) => {
        await giveCookies(context, url, person)
        if (path.startsWith('/train')) {
          await page.goto(`${url}/train/you`)
          await page.getByText('Everything is on the server').waitFor({ timeout: 60_000 })
          // A log that is still on its way is no picture of a log.
          await page.getByText('All your history is on this phone').waitFor({ timeout: 120_000 })
        }
        await page.goto(`${url}${path.replace('{tomas}', tomas)}`)
        await page.getByText(ready).first().waitFor({ timeout: 20_000 })
        // A lift of years, not of the month that comes first.
        await page.getByText('older months are on their way').waitFor({ state: 'hidden', timeout: 60_000 })
        await settle(page)
        const clip = { x: 0, y: 0, ...size, scale: 1 }
        const cdp = await context.newCDPSession(page)
        const { data } = await cdp.send('Page.captureScreenshot', { format: 'webp', quality: 80, clip })
        const picture = Buffer.from(data, 'base64')
        const file = `public/landing/${name}-${theme}.webp`
        writeFileSync(file, picture)
        console.log(`${file}: ${Math.round(picture.length / 1000)} kB`)
        const shown = README[`${name}-${theme}`]
        if (shown) copyFileSync(file, `docs/screens/${shown}`)
      })
    }
  }
}
