// Builds everything that `npm start` serves. The stamp is written last: a killed build is a stale one.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildWords } from './lib/words.mjs'

const STAMP = 'dist/build.json'

function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* sources(path)
    else if (!/\.test\.tsx?$/.test(entry.name)) yield path
  }
}

/** A hash of all that the build is made of. */
export function sourceHash() {
  const hash = createHash('sha256')
  const folders = ['src', 'public', 'scripts/lib']
  const files = [
    ...folders.flatMap((name) => [...sources(name)]),
    'package-lock.json',
    'next.config.ts',
    'scripts/build.mjs',
  ]
  for (const file of files) hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex').slice(0, 20)
}

export function builtHash() {
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8')).hash
  } catch {
    return null
  }
}

/** Runs one step to its end; what it printed is shown only when it fails. */
async function step(label, args, run, env = {}, tries = 0) {
  console.log(`build: ${label} …`)
  const started = Date.now()
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
  if (child.pid)
    run?.remember(
      child.pid,
      args.find((arg) => !arg.startsWith('-')),
    )
  let out = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (out += text))
  const code = await new Promise((done) => child.once('close', done))
  // A start that was killed leaves the workers of its build running: they end by themselves within a minute.
  if (code !== 0 && tries < 60 && out.includes('Another next build process is already running')) {
    if (tries === 0) console.log('build: waiting for the one that a killed start left behind …')
    await new Promise((done) => setTimeout(done, 3000))
    return step(label, args, run, env, tries + 1)
  }
  if (code !== 0) {
    console.error(out.slice(-6000))
    throw new Error(`The build stopped at “${label}”: see the lines above.`)
  }
  console.log(`build: ${label} took ${((Date.now() - started) / 1000).toFixed(1)} s`)
  return out
}

/** @param run where running children are written down, see lib/bootstrap.mjs */
export async function build(run) {
  const hash = sourceHash()
  mkdirSync('dist', { recursive: true })
  rmSync(STAMP, { force: true })
  await step('pages', ['node_modules/next/dist/bin/next', 'build'], run, {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_PUBLIC_BUILD: hash,
  })
  console.log('build: server …')
  const esbuild = await import('esbuild')
  await esbuild.build({
    entryPoints: ['src/wiring/main.ts', 'src/wiring/setup.ts'],
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    target: 'node24',
    sourcemap: true,
    logLevel: 'warning',
  })
  buildWords('dist')
  const sizes = await step('service worker', ['--no-warnings', 'src/sw/build.ts'], run, { NEXT_PUBLIC_BUILD: hash })
  console.log(`build: ${sizes.trim()}`)
  writeFileSync(STAMP, JSON.stringify({ hash, builtAt: new Date().toISOString() }))
}

if (import.meta.filename === process.argv[1]) {
  try {
    if (process.argv.includes('--if-stale') && builtHash() === sourceHash()) console.log('build: nothing has changed')
    else await build()
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}
