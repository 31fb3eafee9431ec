// The product's pictures on the front page and in the README, off the demo data. Chromium writes WebP itself.
import { copyFileSync, writeFileSync } from 'node:fs'
import { emailOf } from '../../src/demo/people.ts'
import { signedIn } from './screens-people.mjs'

/** `size` and `more` are as the app is held; the last set to do and the chart's newest week are in the picture. */
const PICTURES = [
  {
    file: 'docs/screens/logging.webp',
    ...{ who: 'tomas', path: '/train/workout', theme: 'dark', ready: 'Bench press' },
    ...{ size: { width: 412, height: 915 }, more: { hasTouch: true, isMobile: true, deviceScaleFactor: 2 } },
  },
  {
    file: 'docs/screens/coach-athlete.webp',
    ...{ who: 'maya', path: '/coach/athletes/{tomas}', theme: 'light', ready: 'Estimated one-rep max' },
    ...{ size: { width: 1440, height: 900 }, more: {} },
  },
]

export async function frontPictures(url, { withBrowser, giveCookies, settle }) {
  const { userId: tomas } = await signedIn(url, emailOf('tomas'))
  for (const { file, who, path, theme, ready, size, more } of PICTURES) {
    const person = await signedIn(url, emailOf(who))
    await withBrowser(size, { ...more, colorScheme: theme }, async (context, page) => {
      await giveCookies(context, url, person)
      if (path.startsWith('/train')) {
        await page.goto(`${url}/train/you`)
        await page.getByText('Everything is on the server').waitFor({ timeout: 60_000 })
      }
      await page.goto(`${url}${path.replace('{tomas}', tomas)}`)
      await page.getByText(ready).first().waitFor({ timeout: 20_000 })
      await settle(page)
      const clip = { x: 0, y: 0, ...size, scale: more.deviceScaleFactor ?? 1 }
      const cdp = await context.newCDPSession(page)
      const { data } = await cdp.send('Page.captureScreenshot', { format: 'webp', quality: 82, clip })
      const picture = Buffer.from(data, 'base64')
      writeFileSync(file, picture)
      console.log(`${file}: ${Math.round(picture.length / 1000)} kB`)
    })
  }
  copyFileSync('docs/screens/logging.webp', 'public/landing/logging.webp')
}
