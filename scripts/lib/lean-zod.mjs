// Turbopack keeps all of zod's formats (`core.regexes[format]` hides which are used): 9 KiB that no phone needs.
// esbuild leaves them out, so the build bundles what our code uses of `zod/mini` beforehand.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import * as mini from 'zod/mini'

const OUT = 'dist/lean/zod-mini.js'

/** What src calls as `z.…`; types are not there at run time. */
function usedNames() {
  const names = new Set()
  for (const file of readdirSync('src', { recursive: true })) {
    if (!/\.tsx?$/.test(file)) continue
    const text = readFileSync(join('src', file), 'utf8')
    if (text.includes("'zod/mini'")) for (const [, name] of text.matchAll(/\bz\.(\w+)/g)) names.add(name)
  }
  return [...names].filter((name) => name !== 'core' && name in mini).sort()
}

/** Writes the bundle; returns its path for `resolveAlias`. */
export function leanZod() {
  buildSync({
    stdin: { contents: `export { ${usedNames().join(', ')} } from 'zod/mini'`, resolveDir: '.' },
    outfile: OUT,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'warning',
  })
  return `./${OUT}`
}
