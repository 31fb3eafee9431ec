// Starts the built server and watches it: what `npm start` and a container have in common.
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { endSentence } from './sentence.mjs'

/** The files of the last three builds stay served, so that a phone with an older app still finds its screens. */
function keepStatic(data, hash) {
  const kept = join(data, 'static')
  const target = join(kept, hash)
  if (!existsSync(target)) {
    mkdirSync(kept, { recursive: true })
    rmSync(`${target}.new`, { recursive: true, force: true })
    cpSync('.next/static', `${target}.new`, { recursive: true })
    renameSync(`${target}.new`, target)
  }
  const builds = readdirSync(kept)
    .filter((name) => !name.endsWith('.new'))
    .map((name) => join(kept, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  for (const old of builds.splice(3)) rmSync(old, { recursive: true, force: true })
  return builds
}

/**
 * Serves until a signal or the server's own end; rejects with a sentence when it ended without being asked.
 * @param {{ data: string, database: { signIns: string[] }, env: Record<string, string>, hash: string,
 *   say: (line: string) => void, site?: string, hints?: string[], outbox?: string,
 *   onStart?: (pid: number, stop: () => void) => void }} args `site`: the address to say, where it is not HOST's;
 *   `hints`: lines for whoever started it; `outbox`: the secret end of the address that shows letters, where one does
 */
export function serve({ data, database, env, hash, say, site, hints = [], outbox = '', onStart }) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--enable-source-maps', 'dist/main.js'], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: {
        MEDIA_DIR: join(data, 'media'),
        ...process.env,
        NODE_ENV: 'production',
        LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
        ...env,
        SPOTTER_OUTBOX: outbox,
        SPOTTER_BUILD: hash,
        SPOTTER_STATIC: keepStatic(data, hash).join(':'),
      },
    })
    let stopping = false
    const stop = () => {
      if (stopping) return
      stopping = true
      child.kill('SIGTERM')
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
    onStart?.(child.pid, stop)
    child.on('message', (message) => {
      if (!message.serving) return
      const address = site ?? `http://${process.env.HOST ?? 'localhost'}:${message.port}`
      say(`\nSpotter serves at ${address}  (metrics at http://127.0.0.1:${message.metricsPort}/api/metrics)`)
      for (const line of hints) say(line)
      for (const line of database.signIns) say(`  ${line}`)
      if (outbox) say(`  Letters are shown at ${address}/outbox/${outbox}  (SMTP_URL and MAIL_FROM send them instead)`)
      say('Ctrl-C stops everything.')
    })
    child.on('exit', (code, signal) => {
      if (stopping || code === 0) done()
      else fail(new Error(endSentence('The server stopped', signal)))
    })
  })
}
