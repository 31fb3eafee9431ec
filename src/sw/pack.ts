/** Which files the athlete's app consists of, read off the finished Next build. Run by the build only. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

export type Pack = {
  /** Scripts that the page itself names: what must load before a set can be logged. */
  startUp: string[]
  /** Everything that any athlete screen needs, the start-up pack among it. Paths below /_next/. */
  offline: string[]
}

const NAMED = /static\/(?:chunks|css|media)\/[\w./~%-]+?\.(?:js|css|woff2|json|svg)/g

function namesIn(text: string): string[] {
  return [...new Set(text.match(NAMED) ?? [])]
}

/** Latin is what the offline pack carries of Inter; other scripts fall back to the phone's own font. */
function isWanted(file: string): boolean {
  if (!file.endsWith('.woff2')) return true
  return /\binter-latin\./.test(file)
}

/** Follows the file names inside the page, its scripts and its styles until nothing new turns up. */
export function athletePack(nextDir: string): Pack {
  const html = readFileSync(join(nextDir, 'server/app/train.html'), 'utf8')
  const tags = [...html.matchAll(/<script[^>]+src="\/_next\/([^"?]+)[^>]*>/g)]
  // What is marked `nomodule` is for browsers that can't run the app at all: nobody who can fetches it.
  const forOldBrowsers = new Set(tags.filter(([tag]) => /\bnomodule\b/i.test(tag)).map((match) => match[1]))
  const startUp = tags.map((match) => match[1] ?? '').filter((file) => !forOldBrowsers.has(file))
  const queue = namesIn(html).filter((file) => !forOldBrowsers.has(file))
  const found = new Set<string>()
  while (queue.length > 0) {
    const file = queue.pop()
    if (file === undefined || found.has(file) || !isWanted(file)) continue
    let text: string
    try {
      text = readFileSync(join(nextDir, file), 'latin1')
    } catch {
      continue
    }
    found.add(file)
    if (/\.(js|css)$/.test(file)) {
      const base = file.slice(0, file.lastIndexOf('/') + 1)
      for (const relative of text.match(/\.\.\/media\/[\w.~-]+\.woff2/g) ?? []) queue.push(join(base, relative))
      queue.push(...namesIn(text))
    }
  }
  return { startUp: [...new Set(startUp)], offline: [...found].sort() }
}

/** KiB after gzip -9 of these files below `nextDir`. */
export function packedKib(nextDir: string, files: string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(nextDir, file)), { level: 9 }).length, 0) / 1024
}
