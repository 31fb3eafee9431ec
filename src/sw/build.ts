/** After `next build`: the service worker with its list of files, and the policy hashes of the prerendered pages. */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { build } from 'esbuild'
import { IMPORT_WORKER, importWorker, oneFile } from './import-worker.ts'
import type { WordsFile } from './keep-words.ts'
import { athletePack, packedKib } from './pack.ts'

const nextDir = resolve('.next')
const dist = resolve(process.env.SPOTTER_DIST ?? 'dist')
mkdirSync(dist, { recursive: true })

const sha = (data: string | Buffer) => createHash('sha256').update(data)

function scriptHashes(html: string): string[] {
  const inline = html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)
  return [...new Set([...inline].map((match) => `'sha256-${sha(match[1] ?? '').digest('base64')}'`))]
}

/** Inline scripts of each prerendered page, as sources of its content security policy. */
function pagePolicies(): Record<string, string[]> {
  const app = join(nextDir, 'server/app')
  const pages: Record<string, string[]> = {}
  for (const entry of readdirSync(app, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.html')) continue
    const file = join(entry.parentPath, entry.name)
    const name = relative(app, file).replace(/\.html$/, '')
    pages[name === 'index' ? '/' : `/${name}`] = scriptHashes(readFileSync(file, 'utf8'))
  }
  return pages
}

/** As `scripts/lib/words.mjs` lists them. */
type Words = WordsFile & { kib: number }

async function buildWorker() {
  const pack = athletePack(nextDir)
  if (pack.startUp.length === 0) throw new Error('The athlete page names no scripts: is the Next build complete?')
  const html = readFileSync(join(nextDir, 'server/app/train.html'))
  await build(importWorker(nextDir))
  const manifest = [
    { url: '/train', revision: sha(html).digest('hex').slice(0, 16) },
    // The rest have names that say what they are: nothing else ever stands under them.
    { url: `/train/${IMPORT_WORKER}`, revision: null },
    ...pack.offline.map((file) => ({ url: `/_next/${file}`, revision: null })),
  ]
  const words = JSON.parse(readFileSync(join(dist, 'words/list.json'), 'utf8')) as Record<string, Words[]>
  const listed = Object.entries(words).map(([language, files]) => [language, files.map(({ kib: _, ...file }) => file)])
  const unpacked = join(dist, 'sw.unpacked.js')
  await build(oneFile('src/sw/sw.ts', unpacked))
  const worker = readFileSync(unpacked, 'utf8')
    .replace('self.__WB_MANIFEST', () => JSON.stringify(manifest))
    .replace('self.__WORDS', () => JSON.stringify(Object.fromEntries(listed)))
  rmSync(unpacked)
  writeFileSync(join(dist, 'sw.js'), worker)
  const weights = {
    startUpKib: Math.round(packedKib(nextDir, pack.startUp) * 10) / 10,
    offlineKib: Math.round(packedKib(nextDir, [...pack.offline, `static/${IMPORT_WORKER}`]) * 10) / 10,
    startUp: pack.startUp,
    offline: pack.offline,
    /** What another language adds: before a set can be logged, and for every screen. */
    words: Object.fromEntries(
      Object.entries(words).map(([language, files]) => [language, files.map(({ kib }) => kib)]),
    ),
  }
  writeFileSync(join(dist, 'pack.json'), JSON.stringify(weights, null, 2))
  console.log(`start-up pack ${weights.startUpKib} KiB, offline pack ${weights.offlineKib} KiB (gzip -9)`)
}

/**
 * The front page as it is sent: nothing on it needs Next's scripts, so they are neither run nor fetched. Ours stays,
 * which chooses the theme: the only one that stands in the page without attributes and is no payload of Next's.
 */
function frontPage(): string {
  return readFileSync(join(nextDir, 'server/app/index.html'), 'utf8')
    .replace(/<script(?!>\(function)[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(/<link(?=[^>]*\brel="preload")(?=[^>]*\bas="script")[^>]*>/g, '')
}

const front = frontPage()
writeFileSync(join(dist, 'front.html'), front)
writeFileSync(join(dist, 'csp.json'), JSON.stringify({ ...pagePolicies(), '/': scriptHashes(front) }, null, 2))
await buildWorker()
