// This clone's database as `npm start` and `npm run dev` use it: secrets, PostgreSQL, and what dist/setup.js prepares.
import { spawn } from 'node:child_process'
import { createECDH, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { startPostgres } from './postgres.mjs'
import { endSentence } from './sentence.mjs'

export const dataFolder = () => resolve(process.env.SPOTTER_DATA ?? '.data')

/** Keys that sign Web Pushes: a pair of P-256, as web-push writes it. */
function freshPushKeys() {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  // A private key with zeros in front comes shorter.
  const own = Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()]).subarray(-32)
  return { publicKey: pair.getPublicKey('base64url'), privateKey: own.toString('base64url') }
}

/** Passwords and keys of this clone, made once, readable only by their owner. What an older version lacked is added. */
export function readSecrets(data = dataFolder()) {
  const file = join(data, 'secrets.json')
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  if (known.session && known.database && known.push) return known
  mkdirSync(data, { recursive: true })
  const whole = {
    session: randomBytes(32).toString('hex'),
    database: randomBytes(24).toString('hex'),
    push: freshPushKeys(),
    ...known,
  }
  writeFileSync(`${file}.new`, JSON.stringify(whole), { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
  return whole
}

/** Roles, migrations, demo data: prints its progress and answers with the addresses to use. */
function runSetup(setup, env, run) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--enable-source-maps', setup], {
      env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    if (child.pid) run?.remember(child.pid, setup)
    // Ctrl-C ends this step; the database is then stopped like after any failure.
    const interrupt = () => child.kill('SIGTERM')
    process.on('SIGINT', interrupt)
    process.on('SIGTERM', interrupt)
    let answer = null
    child.on('message', (message) => {
      answer = message
    })
    child.on('exit', (code, signal) => {
      process.off('SIGINT', interrupt)
      process.off('SIGTERM', interrupt)
      if (code === 0 && answer) done(answer)
      else fail(new Error(endSentence('The database could not be prepared', signal)))
    })
  })
}

/**
 * The database, started if it is ours, migrated, with its demo data.
 * @returns {Promise<{ urls: { app: string, owner: string, jobs: string }, signIns: string[], secrets: { session: string, push: { publicKey: string, privateKey: string } }, stop: () => Promise<void> }>}
 */
export async function openLocalDatabase({ say, run, setup = 'dist/setup.js', demo = process.env.SPOTTER_DEMO ?? '1' }) {
  const data = dataFolder()
  const secrets = readSecrets(data)
  const external = process.env.DATABASE_URL
  const postgres = external
    ? null
    : await startPostgres({ dataDir: join(data, 'postgres'), password: secrets.database, say, run })
  if (postgres) run?.remember(postgres.pid, 'postgres')
  const stop = async () => postgres?.stop()
  try {
    say('Preparing the database …')
    const env = {
      ...process.env,
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
      SETUP_ADMIN_URL: external ? (process.env.DATABASE_OWNER_URL ?? external) : postgres.url,
      SETUP_IS_ADMIN: external ? '0' : '1',
      SETUP_PASSWORD: secrets.database,
      SESSION_SECRET: process.env.SESSION_SECRET ?? secrets.session,
      SPOTTER_DEMO: demo,
    }
    const prepared = await runSetup(setup, env, run)
    return { ...prepared, secrets, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** What dist/main.js needs to know of the database, and the keys that were made beside it. */
export function databaseEnv({ urls, secrets }) {
  return {
    DATABASE_URL: urls.app,
    DATABASE_OWNER_URL: urls.owner,
    DATABASE_JOBS_URL: urls.jobs,
    SESSION_SECRET: process.env.SESSION_SECRET ?? secrets.session,
    VAPID_PUBLIC_KEY: process.env.VAPID_PUBLIC_KEY ?? secrets.push.publicKey,
    VAPID_PRIVATE_KEY: process.env.VAPID_PRIVATE_KEY ?? secrets.push.privateKey,
  }
}
