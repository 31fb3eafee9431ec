// Finds a Chromium and runs the browser tests with it; without one it ends red with the one command to run. A Firefox
// tells some stories as well: without one those are counted as not run.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '..'))

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

function works(path) {
  return Boolean(path) && existsSync(path) && spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0
}

/** Unpacked inside this clone: a folder that all users share may hold another's, or half of one. */
async function packedChromium() {
  const folder = resolve('node_modules/.cache/chromium')
  const shared = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    for (let tries = 0; tries < 2; tries++) {
      mkdirSync(folder, { recursive: true })
      const path = await import('@sparticuz/chromium').then((module) => module.default.executablePath())
      if (works(path)) return path
      rmSync(folder, { recursive: true, force: true })
    }
  } catch {
    // This system's processor has none, or the disk is full: there are other ways.
  } finally {
    if (shared === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = shared
  }
  return null
}

/** Debian's own, outside the clone: as root only, and said first. */
function installByApt(name, called, say) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  say(`No ${called} found: installing Debian’s (outside this folder) …`)
  spawnSync('apt-get', ['update'], { stdio: 'inherit' })
  return spawnSync('apt-get', ['install', '-y', '--no-install-recommends', name], { stdio: 'inherit' }).status === 0
}

const FIREFOXES = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
]

/** In this order: told, installed, Debian's as root; null where there is none. */
function findFirefox(say = console.log) {
  if (process.env.FIREFOX_PATH) {
    if (works(process.env.FIREFOX_PATH)) return process.env.FIREFOX_PATH
    throw new Error(`FIREFOX_PATH names ${process.env.FIREFOX_PATH}, which does not run.`)
  }
  const installed = FIREFOXES.find(works)
  if (installed) return installed
  return installByApt('firefox-esr', 'Firefox', say) && works('/usr/bin/firefox-esr') ? '/usr/bin/firefox-esr' : null
}

/** In this order: told, installed, from npm, Playwright's own, Debian's as root. */
export async function findChromium(say = console.log) {
  if (process.env.CHROMIUM_PATH) {
    if (works(process.env.CHROMIUM_PATH)) return process.env.CHROMIUM_PATH
    throw new Error(`CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, which does not run.`)
  }
  const installed = INSTALLED.find(works)
  if (installed) return installed
  const packed = await packedChromium()
  if (packed) return packed
  const own = await import('@playwright/test').then(({ chromium }) => chromium.executablePath()).catch(() => null)
  if (own && works(own)) return own
  if (installByApt('chromium', 'Chromium', say) && works('/usr/bin/chromium')) return '/usr/bin/chromium'
  throw new Error(
    'The browser tests need a Chromium, and none runs here: apt-get install chromium (or set CHROMIUM_PATH).',
  )
}

if (import.meta.filename === process.argv[1]) {
  try {
    const path = await findChromium()
    const firefox = findFirefox()
    if (!firefox) console.log('No Firefox found: the stories that it tells as well are counted as not run.')
    if (!existsSync('/usr/bin/certutil') && !installByApt('libnss3-tools', 'certutil', console.log)) {
      console.log('No certutil found: the story of a trusted certificate is counted as not run.')
    }
    const cli = join('node_modules', '@playwright', 'test', 'cli.js')
    const { status } = spawnSync(process.execPath, [cli, 'test', ...process.argv.slice(2)], {
      stdio: 'inherit',
      env: { ...process.env, CHROMIUM_PATH: path, ...(firefox && { FIREFOX_PATH: firefox }) },
    })
    process.exit(status ?? 1)
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}
