// npm run screens: every route × state in both themes, on the demo data, onto screens/index.html. To be looked at.
// SPOTTER_URL uses a server that runs already; otherwise one is started with a data folder of its own.
// Words after `--` choose screens by name: npm run screens -- workout roster
// `npm run screens -- front` makes the pictures of the README and the front page anew, and nothing else.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { OUTBOX } from '../e2e/support/letters.ts'
import { dataOf, newVisitor } from '../e2e/support/visitor.ts'
import { emailOf } from '../src/demo/people.ts'
import { findChromium } from './e2e.mjs'
import { freePort } from './lib/postgres.mjs'
import { frontPictures } from './lib/screens-front.mjs'
import { DESK, GYM, PHONE, PUBLIC, REFUSED, SIGNED_OUT, START } from './lib/screens-list.mjs'
import { inviteOf, joinOf, LONG, longNamedCoach, longNames, newGym, signedIn, typoed } from './lib/screens-people.mjs'

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '..'))

const OUT = 'screens'
/** As an athlete's phone has it: twice as many points as pixels of the page. */
const HELD = { width: 412, height: 915 }
const HAND = { hasTouch: true, isMobile: true, deviceScaleFactor: 2 }
const wanted = process.argv.slice(2)
const shots = []

/** `npm start` with data of its own, made anew: the demo's open workout is asked about once it is an hour old. */
async function startServer() {
  if (process.env.SPOTTER_URL) return { url: process.env.SPOTTER_URL, stop: () => {} }
  rmSync('.data/screens', { recursive: true, force: true })
  const port = await freePort()
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: String(port), SPOTTER_DATA: '.data/screens', SPOTTER_OUTBOX: OUTBOX },
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
    const file = `${size}-${name}-${state}-${theme}.png`.replaceAll(' ', '_')
    await page.screenshot({ path: join(OUT, file) })
    shots.push({ name, state, theme, size, file })
  }
}

const isWanted = ([name]) => wanted.length === 0 || wanted.some((one) => name.includes(one))
const only = (names) => PHONE.filter(([name]) => names.includes(name))
const filled = (list, ids) =>
  list.map(([name, path, act]) => [name, path.replace(/\{(\w+)\}/, (_, key) => ids[key]), act])

async function visitAll(page, url, size, state, list, prepare) {
  for (const one of list) if (isWanted(one)) await visit(page, url, size, state, one, prepare)
}

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
    args: [
      '--no-sandbox',
      '--font-render-hinting=none',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-sync',
    ],
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

const OFF = async (context) => context.setOffline(true)

/** The store fails as WebKit's does: every screen has to say so, or show what memory holds. */
const fillDisk = (context) =>
  context.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('Encountered full disk while opening backing store', 'QuotaExceededError')
    }
  })

/** What is sent from here on, the server takes note of and refuses. */
const refuse = (context) =>
  context.route('**/api/trpc/sync.push*', async (route) => {
    const sent = route.request().postDataJSON()
    const { mutations = [] } = sent
    const message = 'The load of a set is at most 1,500 kg; 5,000 kg was sent.'
    const results = mutations.map(({ seq }) => ({ seq, status: 'rejected', code: 'bad_input', message }))
    const lastSeq = mutations.at(-1)?.seq ?? 0
    await route.fulfill({ json: { result: { data: { lastSeq, results, serverNow: Date.now() } } } })
  })

const check = (page) =>
  page
    .getByRole('button', { name: /^Check / })
    .first()
    .click({ timeout: 4000 })

async function phones(executablePath, url, long) {
  const maya = await signedIn(url, emailOf('maya'))
  const invite = await inviteOf(maya)
  const people = {
    full: await signedIn(url, emailOf('tomas')),
    'long names': long,
    typo: await typoed(url),
    empty: null,
  }
  for (const [state, person] of Object.entries(people)) {
    await withBrowser(executablePath, HELD, HAND, async (context, page) => {
      console.log(`phone, ${state} …`)
      const see = (at, list, prepare) => visitAll(page, `${url}/train`, 'phone', at, list, prepare)
      const open = (at, list) => visitAll(page, url, 'phone', at, filled(list, { invite }))
      if (person) await giveCookies(context, url, person)
      else await open('signed out', SIGNED_OUT)
      await page.goto(`${url}/train/you`)
      await page.getByText('The app works without a signal').waitFor({ timeout: 60_000 })
      if (person) await page.getByText('Everything is on the server').waitFor({ timeout: 60_000 })
      if (state === 'typo') return see(state, [START, ...only(['today', 'workout', 'number pad', 'set sheet'])])
      await see(state, PHONE)
      if (state !== 'full') return
      await open(state, PUBLIC)
      await see('200 % text', PHONE, larger)
      await OFF(context)
      await see('offline', PHONE)
      await context.setOffline(false)
      await refuse(context)
      await see('refused', [['workout', '/workout', check]])
      await see('refused', only(REFUSED))
      await fillDisk(context)
      await see('error', [['workout', '/workout', check]])
    })
  }
}

async function desks(executablePath, url, long) {
  const maya = await signedIn(url, emailOf('maya'))
  const { userId: tomas } = await signedIn(url, emailOf('tomas'))
  const longCoach = await longNamedCoach(url, long)
  const list = filled(DESK, { athlete: tomas, invite: await inviteOf(maya) })
  const longList = filled(DESK, { athlete: long.userId, invite: await inviteOf(longCoach) })
  const people = {
    full: maya,
    'long names': longCoach,
    empty: await newVisitor(url, LONG).signUp(),
    'signed out': null,
  }
  for (const [state, person] of Object.entries(people)) {
    await withBrowser(executablePath, { width: 1440, height: 900 }, {}, async (context, page) => {
      console.log(`desktop, ${state} …`)
      const see = (at, screens, prepare) => visitAll(page, url, 'desktop', at, screens, prepare)
      if (!person) return see(state, filled(SIGNED_OUT, { invite: await inviteOf(maya) }))
      await giveCookies(context, url, person)
      await see(state, state === 'long names' ? longList : list)
      if (state !== 'full') return
      await see('200 % text', list, larger)
      for (const one of list) {
        await context.setOffline(false)
        await see('offline', [one], () => OFF(context))
      }
      await context.setOffline(false)
      const message = 'Something went wrong on our side. Nothing was changed; try again in a moment.'
      const error = { message, code: -32603, data: { code: 'INTERNAL_SERVER_ERROR', httpStatus: 500 } }
      await context.route('**/api/trpc/**', (route) => route.fulfill({ status: 500, json: [{ error }] }))
      await see('error', list)
    })
  }
}

async function gyms(executablePath, url) {
  const owner = await signedIn(url, emailOf('owner'))
  const [{ id }] = dataOf(await owner.query('gyms.mine'))
  const [made, long] = [await newGym(url, 'Nora'), await newGym(url, LONG)]
  const link = await joinOf(owner, id)
  for (const name of [LONG, `${LONG} the Second`]) await joinOf(long.owner, long.gymId, name)
  const people = {
    full: [owner, id],
    'front desk': [await signedIn(url, emailOf('desk')), id],
    'long names': [long.owner, long.gymId],
    empty: [made.owner, made.gymId],
  }
  for (const [state, [person, gym]] of Object.entries(people)) {
    await withBrowser(executablePath, { width: 1440, height: 900 }, {}, async (context, page) => {
      console.log(`gym, ${state} …`)
      await giveCookies(context, url, person)
      const list = filled(GYM, { gym, join: link })
      const see = (at, prepare) => visitAll(page, url, 'desktop', at, list, prepare)
      await see(state)
      if (state === 'full') await see('200 % text', larger)
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

const isFront = wanted[0] === 'front'
const server = await startServer()
try {
  const executablePath = await findChromium()
  const { url } = server
  if (isFront)
    await frontPictures(url, { withBrowser: (...args) => withBrowser(executablePath, ...args), giveCookies, settle })
  else {
    rmSync(OUT, { recursive: true, force: true })
    mkdirSync(OUT, { recursive: true })
    const long = await longNames(url)
    await phones(executablePath, url, long)
    await desks(executablePath, url, long)
    await gyms(executablePath, url)
    writeIndex()
    console.log(`${shots.length} pictures: open ${OUT}/index.html`)
  }
} finally {
  await server.stop()
}
process.exit(0)
