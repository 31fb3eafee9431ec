/** A device with a real browser on it: its profile outlives the browser, as a phone's storage outlives its battery. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import {
  type BrowserContext,
  type BrowserContextOptions,
  type CDPSession,
  chromium,
  firefox,
  type LaunchOptions,
  type Page,
} from '@playwright/test'
import { until } from './until.ts'
import type { Visitor } from './visitor.ts'

const ARGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
]

/** What a browser itself prints when there is no network: no mistake of the app's. */
const NO_NETWORK =
  /net::ERR_(CONNECTION_\w+|INTERNET_DISCONNECTED|NETWORK_\w+|EMPTY_RESPONSE|FAILED|ABORTED|INCOMPLETE_\w+)/

export type Engine = 'chromium' | 'firefox'

export type Device = {
  readonly page: Page
  readonly context: BrowserContext
  /** Errors in the page or its console. A story ends with none. */
  readonly errors: string[]
  /** These answers are part of the story: a wrong password is a 401. */
  expect(pattern: RegExp): void
  cdp(page?: Page): Promise<CDPSession>
  /** What the HTTP cache holds would make the service worker look better than it is. */
  clearHttpCache(): Promise<void>
  signInAs(person: Visitor): Promise<void>
  setOffline(offline: boolean): Promise<void>
  /** A power cut: the browser has no time to write anything. */
  kill(): Promise<void>
  close(): Promise<void>
  /** The browser again, on the same profile. */
  open(): Promise<void>
  /** Closes the browser and wipes the profile. */
  dispose(): Promise<void>
}

/** `env`: of the browser's process, such as another HOME. `args`: Chromium's, beside those of every device. */
export type DeviceOptions = BrowserContextOptions & Pick<LaunchOptions, 'env' | 'args'>

export const PHONE: BrowserContextOptions = {
  viewport: { width: 412, height: 915 },
  hasTouch: true,
  isMobile: true,
  reducedMotion: 'reduce',
}
export const DESKTOP: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' }

export async function newDevice(
  origin: string,
  options: DeviceOptions = PHONE,
  engine: Engine = 'chromium',
): Promise<Device> {
  const profile = mkdtempSync(join(tmpdir(), 'spotter-profile-'))
  const errors: string[] = []
  const expected: RegExp[] = [NO_NETWORK]
  let context: BrowserContext | null = null

  function note(text: string): void {
    if (!expected.some((pattern) => pattern.test(text))) errors.push(text)
  }

  async function open(): Promise<void> {
    const world = { locale: 'en-GB', timezoneId: 'Europe/Berlin', ...options, baseURL: origin }
    context =
      engine === 'firefox'
        ? await openFirefox(profile, world)
        : await chromium.launchPersistentContext(profile, {
            ...world,
            executablePath: process.env.CHROMIUM_PATH,
            args: [...ARGS, ...(options.args ?? [])],
          })
    context.on('console', (message) => {
      if (message.type() !== 'error') return
      const said = message.args().map((arg) => arg.evaluate(describe))
      void Promise.all(said).then(
        (texts) => note(`${texts.join(' ') || message.text()} (${message.location().url})`),
        () => note(`${message.text()} (${message.location().url})`),
      )
    })
    context.on('weberror', (error) => note(error.error().stack || `an error without a stack: ${error.error()}`))
  }

  const held = (): BrowserContext => {
    if (!context) throw new Error('The browser of this device is not open.')
    return context
  }

  async function mainProcess(): Promise<number> {
    const session = await held().browser()?.newBrowserCDPSession()
    const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] }
    const main = processInfo.find(({ type }) => type === 'browser')
    if (!main) throw new Error('The browser does not tell its process.')
    return main.id
  }

  const device: Device = {
    get page() {
      const [page] = held().pages()
      if (!page) throw new Error('The browser has no page.')
      return page
    },
    get context() {
      return held()
    },
    errors,
    expect: (pattern) => void expected.push(pattern),
    cdp: (page) => held().newCDPSession(page ?? device.page),
    async clearHttpCache() {
      // Firefox has no command for it: its cache lies in the profile.
      if (engine === 'firefox') rmSync(join(profile, 'cache2'), { recursive: true, force: true })
      else await (await device.cdp()).send('Network.clearBrowserCache')
    },
    async signInAs(person) {
      await held().addCookies(
        person
          .cookies()
          .split('; ')
          .map((pair) => ({
            name: pair.slice(0, pair.indexOf('=')),
            value: pair.slice(pair.indexOf('=') + 1),
            url: origin,
            httpOnly: true,
            expires: Math.floor(Date.now() / 1000) + 86_400,
          })),
      )
    },
    setOffline: (offline) => held().setOffline(offline),
    async kill() {
      const id = engine === 'firefox' ? Number(readFileSync(join(profile, 'browser.pid'), 'utf8')) : await mainProcess()
      const closed = held().waitForEvent('close')
      process.kill(id, 'SIGKILL')
      await closed
      await until('the browser to be gone', () => !isAlive(id), 10_000)
      context = null
    },
    async close() {
      await held().close()
      context = null
    },
    open,
    async dispose() {
      await context?.close().catch(() => {})
      context = null
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
  await open()
  return device
}

/** An installed Firefox, by way of firefox.mjs. What it can't pretend to be, a phone with a finger, is left out. */
function openFirefox(profile: string, { isMobile, hasTouch, reducedMotion, args, ...options }: DeviceOptions) {
  return firefox.launchPersistentContext(profile, {
    ...options,
    channel: 'moz-firefox',
    executablePath: resolve('e2e/support/firefox.mjs'),
    firefoxUserPrefs: { 'ui.prefersReducedMotion': reducedMotion === 'reduce' ? 1 : 0 },
  })
}

/** Runs in the page: an error with its causes, where the console says no more than a minified name. */
function describe(value: unknown): string {
  if (!(value instanceof Object) || !('message' in value)) return String(value)
  const { name, message, inner, cause } = value as { name?: string; message: string; inner?: unknown; cause?: unknown }
  const within = [inner, cause].filter(Boolean).map((one) => `; ${String(one)}`)
  return `${name}: ${message}${within.join('')}`
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
