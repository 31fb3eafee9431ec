// npm run image: the folder that a container image holds, in dist/image or where the argument says. Everything that it
// needs is in it, and nothing else: the built app, its migrations, and those files of packages that it really loads.
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { nodeFileTrace } from '@vercel/nft'
import * as esbuild from 'esbuild'
import { build, builtHash, sourceHash } from './build.mjs'

const root = resolve(import.meta.dirname, '..')
process.chdir(root)
const out = resolve(process.argv[2] ?? 'dist/image')

if (builtHash() !== sourceHash()) await build()
rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
const put = (from, to = from) => {
  mkdirSync(dirname(join(out, to)), { recursive: true })
  cpSync(join(root, from), join(out, to), { recursive: true, dereference: true })
}

// Next's own list of what its pages load, made by its build.
put('.next/standalone', '.')
rmSync(join(out, 'server.js'))
const WHOLE = [
  '.next/static',
  'public',
  'drizzle',
  'dist/build.json',
  'dist/csp.json',
  'dist/front.html',
  'dist/sw.js',
  'dist/words',
]
for (const path of WHOLE) put(path)

const entries = ['scripts/container.mjs', 'dist/main.js', 'dist/setup.js']
// Next and React are in Next's own list, without what only builds and develops.
const KNOWN = ['.next/**', 'dist/image/**', 'node_modules/{node,next,react,react-dom}/**']
const { fileList } = await nodeFileTrace(entries, { base: root, ignore: KNOWN })
for (const path of fileList) put(path)
for (const map of ['dist/main.js.map', 'dist/setup.js.map']) put(map)
// It reads sources, which are not in the image.
await esbuild.build({
  entryPoints: ['scripts/restored.mjs'],
  outfile: join(out, 'scripts/restored.mjs'),
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  target: 'node24',
})
console.log(`image: ${out}`)
