/** `/api/live` touches nothing; `/api/ready` asks the database, the migrations and whether we are draining. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { pool } from '../db.ts'
import { metrics } from '../metrics.ts'

export function sendJson(res: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body)
  res.statusCode = status
  res.setHeader('content-type', 'application/json; charset=utf-8')
  res.setHeader('cache-control', 'no-store')
  res.setHeader('content-length', Buffer.byteLength(text))
  res.end(text)
}

const READY_TIMEOUT_MS = 500

/** When the newest migration that the database has was made; null when it does not say so in time. */
async function newestMigration(): Promise<number | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((done) => {
    timer = setTimeout(() => done(null), READY_TIMEOUT_MS)
  })
  const asked = pool()`select coalesce(max(created_at), 0) as newest from drizzle.__drizzle_migrations`.then(
    ([row]) => Number(row?.newest),
    () => null,
  )
  const answer = await Promise.race([asked, late])
  clearTimeout(timer)
  return answer
}

/** `needed` is the build's own newest migration. A database that is ahead serves: migrations expand first. */
export async function ready(res: ServerResponse, draining: boolean, needed: number): Promise<void> {
  const newest = draining ? null : await newestMigration()
  const database = newest !== null
  const migrated = database && newest >= needed
  sendJson(res, migrated ? 200 : 503, { ready: migrated, database, migrated, draining })
}

/** Metrics have a port of their own, so that no edge rule is needed to keep them private. */
export function startMetricsServer(host: string, port: number): Promise<Server> {
  const server = createServer((req: IncomingMessage, res: ServerResponse) => {
    if (req.url !== '/api/metrics') return sendJson(res, 404, { error: 'Only /api/metrics is here.' })
    metrics()
      .registry.metrics()
      .then((text) => {
        res.setHeader('content-type', metrics().registry.contentType)
        res.end(text)
      })
      .catch(() => sendJson(res, 500, { error: 'The metrics could not be collected.' }))
  })
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(port, host, () => done(server))
  })
}
