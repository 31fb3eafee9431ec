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

async function databaseAnswers(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((done) => {
    timer = setTimeout(() => done(false), READY_TIMEOUT_MS)
  })
  const asked = pool()`select app_subjects() = '{}' as migrated`.then(
    ([row]) => row?.migrated === true,
    () => false,
  )
  const answer = await Promise.race([asked, late])
  clearTimeout(timer)
  return answer
}

export async function ready(res: ServerResponse, draining: boolean): Promise<void> {
  const database = !draining && (await databaseAnswers())
  const ok = database && !draining
  sendJson(res, ok ? 200 : 503, { ready: ok, database, draining })
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
