/** The built app as a process of its own, on a free port: started, killed and started again by a story. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../scripts/lib/postgres.mjs'
import type { DatabaseUrls } from '../../src/server/prepare-database.ts'
import { OUTBOX } from './letters.ts'

export type App = {
  readonly url: string
  readonly metricsUrl: string
  /** Where what people bring is kept. */
  readonly mediaFolder: string
  /** Lines that it logged, newest last. */
  readonly lines: string[]
  /** As a crash. */
  kill(): Promise<void>
  /** As a deploy: readiness first, what is in flight is finished. */
  stop(): Promise<number | null>
  /** The same port again, as the phones expect it. */
  start(): Promise<void>
}

export async function startApp(database: DatabaseUrls, env: Record<string, string> = {}): Promise<App> {
  const port = await freePort()
  const mediaFolder = mkdtempSync(join(tmpdir(), 'spotter-media-'))
  const lines: string[] = []
  let child: ChildProcess | null = null
  let metricsPort = 0
  // Whoever started it ends: so does it.
  process.once('exit', () => {
    child?.kill('SIGKILL')
    rmSync(mediaFolder, { recursive: true, force: true })
  })

  function ended(): Promise<number | null> {
    return new Promise((done) => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return done(child?.exitCode ?? null)
      child.once('exit', (code) => done(code))
    })
  }

  async function start() {
    const started = spawn(process.execPath, ['--enable-source-maps', 'dist/main.js'], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Another folder than this one: an app that was built apart.
      cwd: process.env.E2E_APP,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        LOG_LEVEL: 'info',
        PORT: String(port),
        METRICS_PORT: '0',
        DATABASE_URL: database.app,
        DATABASE_OWNER_URL: database.owner,
        DATABASE_JOBS_URL: database.jobs,
        SESSION_SECRET: 'e2e-secret-e2e-secret-e2e-secret-e2e',
        PUBLIC_URL: `http://localhost:${port}`,
        HOST: '127.0.0.1',
        SPOTTER_OUTBOX: OUTBOX,
        MEDIA_DIR: mediaFolder,
        ...env,
      },
    })
    child = started
    for (const stream of [started.stdout, started.stderr]) {
      stream?.on('data', (chunk: Buffer) => lines.push(...chunk.toString().split('\n').filter(Boolean)))
    }
    await new Promise<void>((done, fail) => {
      started.once('exit', () => fail(new Error(`the app ended at its start:\n${lines.slice(-20).join('\n')}`)))
      started.on('message', (message: { serving?: boolean; metricsPort?: number }) => {
        if (!message.serving) return
        metricsPort = message.metricsPort ?? 0
        done()
      })
    })
  }

  await start()
  return {
    url: `http://localhost:${port}`,
    get metricsUrl() {
      return `http://127.0.0.1:${metricsPort}/api/metrics`
    },
    mediaFolder,
    lines,
    start,
    async kill() {
      const end = ended()
      child?.kill('SIGKILL')
      await end
    },
    async stop() {
      const end = ended()
      child?.kill('SIGTERM')
      return end
    },
  }
}
