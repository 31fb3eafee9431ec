// Next ships its browser code twice, and its bundler takes the CommonJS copy, of which nothing can be left out: 13 KiB
// that no page needs. This reads the other one (next.config.ts names this file): the same modules under the same names.
import { readFileSync } from 'node:fs'
import { sep } from 'node:path'

export default function nextEsmLoader() {
  const dist = `${sep}next${sep}dist${sep}`
  return readFileSync(this.resourcePath.replace(dist, `${dist}esm${sep}`), 'utf8')
}
