// npm run screens: every route × state in both themes, on the demo data, onto screens/index.html. To be looked at.
// SPOTTER_URL uses a server that runs already; otherwise one is started with a data folder of its own.
// Words after `--` choose screens by name: npm run screens -- workout roster
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { newVisitor } from '../e2e/support/visitor.ts'
import { emailOf } from '../src/demo/people.ts'
import { findChromium } from './e2e.mjs'
import { freePort } from './lib/postgres.mjs'
import { LONG, longNames, signedIn } from './lib/screens-people.mjs'

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '..'))

const OUT = 'screens'
const wanted = process.argv.slice(2)
const shots = []

/** `npm start` with its own data, so that nobody's log is touched; the second run finds its database again. */
async function startServer() {
  if (process.env.SPOTTER_URL) return { url: process.env.SPOTTER_URL, stop: () => {} }
  const port = await freePort()
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: String(port), SPOTTER_DATA: '.data/screens' },
  })
  await new Promise((done, fail) => {
    child.once('exit', () => fail(new Error('The server did not start: see the lines above.')))
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk)
      if (String(chunk).includes('Ctrl-C stops everything')) done()
    })
  })
  return {
    url: `http://localhost:${port}`,
    stop: () => new Promise((done) => child.once('exit', done) && child.kill('SIGTERM')),
  }
}

/** Until nothing more comes: a long history is read in pieces. Clocks may go on ticking. */
const settle = async (page) => {
  await page.evaluate(() => document.fonts.ready)
  const words = () =>
    page.evaluate(
      () => String(document.body.textContent).replace(/\d/g, '0') + document.querySelectorAll('svg *').length,
    )
  for (let before = '', still = 0, i = 0; still < 3 && i < 40; i++) {
    await page.waitForTimeout(150)
    const now = await words()
    still = now === before ? still + 1 : 0
    before = now
  }
}

async function shoot(page, { name, state, size }) {
  for (const theme of ['dark', 'light']) {
    await page.evaluate((to) => {
      document.documentElement.dataset.theme = to
    }, theme)
    await page.waitForTimeout(120)
    const file = `${size}-${name}-${state}-${theme}.jpg`.replaceAll(' ', '_')
    await page.screenshot({ path: join(OUT, file), type: 'jpeg', quality: 72 })
    shots.push({ name, state, theme, size, file })
  }
}

const click = (role, name) => (page) => page.getByRole(role, { name }).first().click({ timeout: 4000 })
const PHONE = [
  ['today', '', null],
  ['workout', '/workout', null],
  ['number pad', '/workout', (page) => page.locator('[data-cell$=":load"]').nth(2).click({ timeout: 4000 })],
  ['exercise menu', '/workout', click('button', /^Menu of /)],
  ['set sheet', '/workout', click('button', /: kind, note, remove$/)],
  ['picker', '/workout', click('button', 'Add exercise')],
  ['finish', '/workout', click('button', 'Finish workout')],
  [
    'order',
    '/workout',
    async (page) => {
      await click('button', 'Workout menu, finish')(page)
      await click('button', 'Order of exercises')(page)
    },
  ],
  ['history', '/history', null],
  ['calendar', '/history', click('button', 'Show the calendar')],
  ['past workout', '/history', (page) => page.getByRole('main').getByRole('link').first().click({ timeout: 4000 })],
  ['exercises', '/exercises', null],
  ['exercise', '/exercises/bench-press', null],
  [
    'exercise history',
    '/exercises/bench-press',
    (page) => page.locator('label', { hasText: 'History' }).click({ timeout: 4000 }),
  ],
  ['progress', '/progress', null],
  ['you', '/you', null],
  ['import', '/you/import', null],
  ['sign in', '/sign-in', null],
]
const DESK = [
  ['roster', '/coach', null],
  ['palette', '/coach', (page) => page.keyboard.press('Control+k')],
  [
    'invite',
    '/coach',
    (page) => page.locator('header').getByRole('button', { name: 'Invite' }).click({ timeout: 4000 }),
  ],
  ['athlete', 'athlete', null],
  ['training', 'athlete?tab=training', null],
  ['nobody here', '/coach/athletes/00000000-0000-7000-8000-000000000000', null],
  ['account', '/account', null],
  ['landing', '/', null],
  ['sign up', '/sign-up', null],
]

const screensWanted = (list) =>
  wanted.length === 0 ? list : list.filter(([name]) => wanted.some((one) => name.includes(one)))

async function visit(page, url, size, state, [name, path, act], prepare) {
  try {
    await page.goto(`${url}${path}`)
    await page.locator('h1, h2, main').first().waitFor({ timeout: 15_000 })
    await settle(page)
    await prepare?.(page)
    if (act) {
      await act(page)
      await settle(page)
    }
    await shoot(page, { name, state, size })
  } catch (error) {
    // A state that has no such screen (no pad without a workout) is left out, and said.
    console.log(`  not shown: ${name}, ${state}: ${String(error.message).split('\n')[0].slice(0, 120)}`)
  }
}

async function withBrowser(executablePath, viewport, options, run) {
  const profile = mkdtempSync(join(tmpdir(), 'spotter-screens-'))
  const context = await chromium.launchPersistentContext(profile, {
    ...{ executablePath, viewport, reducedMotion: 'reduce', locale: 'en-GB', ...options },
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  })
  try {
    await run(context, context.pages()[0])
  } finally {
    await context.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

const giveCookies = (context, url, person) =>
  context.addCookies(
    person
      .cookies()
      .split('; ')
      .map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url })),
  )

const larger = (page) =>
  page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })

async function phones(executablePath, url) {
  const people = {
    full: await signedIn(url, emailOf('tomas')),
    'long names': await longNames(url),
    empty: null,
  }
  for (const [state, person] of Object.entries(people)) {
    await withBrowser(
      executablePath,
      { width: 412, height: 915 },
      { hasTouch: true, isMobile: true },
      async (context, page) => {
        console.log(`phone, ${state} …`)
        if (person) await giveCookies(context, url, person)
        await page.goto(`${url}/train/you`)
        await page.getByText('The app works without a signal').waitFor({ timeout: 60_000 })
        if (person) await page.getByText('Everything is on the server').waitFor({ timeout: 60_000 })
        const list = screensWanted(PHONE)
        for (const one of list) await visit(page, `${url}/train`, 'phone', state, one)
        if (state !== 'full') return
        for (const one of list) await visit(page, `${url}/train`, 'phone', '200 % text', one, larger)
        await context.setOffline(true)
        for (const one of list) await visit(page, `${url}/train`, 'phone', 'offline', one)
        await context.setOffline(false)
        // The store fails as WebKit's does: every screen has to say so, or show what memory holds.
        await context.addInitScript(() => {
          IDBObjectStore.prototype.put = () => {
            throw new DOMException('Encountered full disk while opening backing store', 'QuotaExceededError')
          }
        })
        const check = (target) =>
          target
            .getByRole('button', { name: /^Check / })
            .first()
            .click({ timeout: 4000 })
        for (const one of list.filter(([name]) => name === 'workout'))
          await visit(page, `${url}/train`, 'phone', 'error', [one[0], one[1], check])
      },
    )
  }
}

async function desks(executablePath, url) {
  const maya = await signedIn(url, emailOf('maya'))
  const fresh = await newVisitor(url, LONG).signUp()
  const { result } = (await maya.query('coaching.athletes', { search: '', limit: 50 })).body
  const rows = result.data.athletes ?? result.data.rows ?? result.data
  const [first] = Array.isArray(rows) ? rows : Object.values(rows).find(Array.isArray)
  const athlete = `/coach/athletes/${first.athleteId ?? first.id}`
  for (const [state, person] of [
    ['full', maya],
    ['empty', fresh],
  ]) {
    await withBrowser(executablePath, { width: 1440, height: 900 }, {}, async (context, page) => {
      console.log(`desktop, ${state} …`)
      await giveCookies(context, url, person)
      const list = screensWanted(DESK).map(([name, path, act]) => [name, path.replace(/^athlete/, athlete), act])
      for (const one of list) await visit(page, url, 'desktop', state, one)
      if (state !== 'full') return
      for (const one of list) await visit(page, url, 'desktop', '200 % text', one, larger)
      for (const one of list) {
        await context.setOffline(false)
        await visit(page, url, 'desktop', 'offline', one, () => context.setOffline(true))
      }
      await context.setOffline(false)
      await context.route('**/api/trpc/**', (route) =>
        route.fulfill({
          status: 500,
          contentType: 'application/json',
          body: '[{"error":{"message":"Something went wrong on our side. Nothing was changed; try again in a moment.","code":-32603,"data":{"code":"INTERNAL_SERVER_ERROR","httpStatus":500}}}]',
        }),
      )
      for (const one of list) await visit(page, url, 'desktop', 'error', one)
    })
  }
}

function writeIndex() {
  const names = [...new Set(shots.map(({ size, name }) => `${size}: ${name}`))]
  const rows = names.map((title) => {
    const figures = shots
      .filter(({ size, name }) => `${size}: ${name}` === title)
      .map(
        ({ state, theme, size, file }) =>
          `<figure class="${size}"><a href="${file}"><img loading="lazy" src="${file}" alt=""></a><figcaption>${state}, ${theme}</figcaption></figure>`,
      )
    return `<h2 id="${title}">${title}</h2><div>${figures.join('')}</div>`
  })
  const style =
    'body{font:14px system-ui;margin:24px;background:#777;color:#fff}div{display:flex;flex-wrap:wrap;gap:16px}figure{margin:0}.phone img{width:309px}.desktop img{width:620px}img{display:block;background:#555}a{color:inherit}nav{columns:5}'
  const links = names.map((title) => `<a href="#${title}">${title}</a><br>`).join('')
  writeFileSync(
    join(OUT, 'index.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Screens</title><style>${style}</style><nav>${links}</nav>${rows.join('')}</html>`,
  )
}

rmSync(OUT, { recursive: true, force: true })
mkdirSync(OUT, { recursive: true })
const server = await startServer()
try {
  const executablePath = await findChromium()
  await phones(executablePath, server.url)
  await desks(executablePath, server.url)
} finally {
  writeIndex()
  await server.stop()
}
console.log(`${shots.length} pictures: open ${OUT}/index.html`)
process.exit(0)
