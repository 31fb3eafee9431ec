/** The one HTTP server: API first, then the athlete's static shell, then Next. Lists and calls, decides nothing. */
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { resolve } from 'node:path'
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http'
import next from 'next'
import journal from '../../drizzle/meta/_journal.json' with { type: 'json' }
import { answerBeacon } from '../modules/notifications/http.ts'
import { closePools } from '../server/db.ts'
import { env, siteUrl } from '../server/env.ts'
import { ADDRESS_HEADER, clientAddress } from '../server/http/client-address.ts'
import { createDrain } from '../server/http/drain.ts'
import { createFileServer } from '../server/http/files.ts'
import { ready, sendJson, startMetricsServer } from '../server/http/probes.ts'
import { requestIdOf } from '../server/http/request-id.ts'
import { allowFilesFrom, readPagePolicies, setPagePolicy, setSecurityHeaders } from '../server/http/security.ts'
import { answerOrder, isOrder } from '../server/http/trpc-order.ts'
import { log, safeError, withRequestId } from '../server/log.ts'
import { answerOutbox } from '../server/mail/outbox-page.ts'
import { metrics } from '../server/metrics.ts'
import { retryAfterS, toRefusal } from '../server/refusal.ts'
import { requireRoles } from '../server/roles.ts'
import { LOCAL_PREFIX } from '../server/storage/local.ts'
import { localMedia } from '../server/storage/local-http.ts'
import { s3Origin, s3Settings } from '../server/storage/s3.ts'
import { localSettings } from '../server/storage/storage.ts'
import { answerApi } from './api.ts'
import { createContext } from './context.ts'
import { eventStreams } from './events.ts'
import { principalFromRequest } from './principal.ts'
import { appRouter } from './router.ts'
import { syncServer } from './sync-server.ts'
import { startWorker } from './worker.ts'

const IMMUTABLE = 'public, max-age=31536000, immutable'
const API = '/api/trpc/'
const NEWEST_MIGRATION = Math.max(...journal.entries.map(({ when }) => when))
const MAX_BODY = 4 * 1024 * 1024

async function main() {
  const config = env()
  const dev = config.NODE_ENV === 'development'
  const root = process.cwd()
  await requireRoles({ app: config.DATABASE_URL, jobs: config.DATABASE_JOBS_URL })
  process.env.NEXTAUTH_URL ??= siteUrl()
  process.env.NEXTAUTH_SECRET ??= config.SESSION_SECRET

  const { TLS_CERT_FILE: cert, TLS_KEY_FILE: key } = config
  const tls = cert && key ? { cert: readFileSync(cert), key: readFileSync(key) } : null
  const server = tls ? createTlsServer(tls) : createServer()
  const nextApp = next({ dev, dir: root, hostname: config.HOST, port: config.PORT, httpServer: server })
  // Before pages can be served: a rest that ends while we start rings in time.
  const worker = startWorker()
  await nextApp.prepare()
  const answerByNext = nextApp.getRequestHandler()
  const pages = dev ? {} : readPagePolicies(resolve(config.SPOTTER_DIST))
  const chunks = createFileServer([
    resolve('.next/static'),
    ...(config.SPOTTER_STATIC ? config.SPOTTER_STATIC.split(':').map((folder) => resolve(folder)) : []),
  ])
  const shells = createFileServer([resolve('.next/server/app'), resolve(config.SPOTTER_DIST)])
  const s3 = s3Settings(config)
  const media = s3 ? null : localMedia(localSettings())
  if (s3) allowFilesFrom(s3Origin(s3))
  const streams = eventStreams()
  const sync = syncServer()

  const drain = createDrain(server, {
    readinessMs: config.DRAIN_MS,
    limitMs: 10_000,
    closeStreams: () => streams.closeAll(),
    after: async () => {
      await worker.stop()
      await sync.stop()
      await streams.stop()
      metricsServer.close()
      await closePools()
    },
  })

  async function answer(req: IncomingMessage, res: ServerResponse, requestId: string): Promise<void> {
    const url = req.url ?? '/'
    const path = url.split('?', 1)[0] ?? '/'
    if (path.startsWith(API)) {
      const procedure = path.slice(API.length)
      res.setHeader('cache-control', 'no-store')
      if (isOrder(req)) {
        const context = () => createContext(req, requestId)
        return answerOrder(req, res, { router: appRouter, path: procedure, maxBytes: MAX_BODY, createContext: context })
      }
      return nodeHTTPRequestHandler({
        req,
        res,
        path: procedure,
        router: appRouter,
        maxBodySize: MAX_BODY,
        allowBatching: true,
        createContext: ({ req: request }) =>
          createContext(request, requestId).catch((error: unknown) => {
            throw toRefusal(error) ?? error
          }),
        responseMeta: ({ errors }) => {
          const [again] = errors.map(retryAfterS).filter((seconds) => seconds !== null)
          return again === undefined ? {} : { headers: { 'retry-after': String(again) } }
        },
      })
    }
    if (media && path.startsWith(LOCAL_PREFIX)) return media(req, res)
    if (path === '/api/live') return sendJson(res, 200, { live: true })
    if (path === '/api/ready') return ready(res, drain.draining, NEWEST_MIGRATION)
    if (path.startsWith('/outbox/') && (await answerOutbox(res, path))) return
    if (path === '/api/beacon') return answerBeacon(req, res, () => principalFromRequest(req))
    if (await answerApi(req, res, path)) return
    if (path === '/api/events') return streams.open(req, res, requestId)
    const importWorker = /^\/train\/(import-worker\.\w+\.js)$/.exec(path)?.[1]
    if (importWorker) {
      if (await chunks(req, res, importWorker, dev ? 'no-cache' : IMMUTABLE)) return
      return sendJson(res, 404, { error: 'This part of the app is of an older build: load the page again.' })
    }
    const words = /^\/train\/(words\/[\w-]+\.json)$/.exec(path)?.[1]
    if (words) {
      if (await shells(req, res, words, 'no-cache')) return
      return sendJson(res, 404, { error: 'There are no words of this language.' })
    }
    if (!dev) {
      if (path.startsWith('/_next/static/') && (await chunks(req, res, path.slice(14), IMMUTABLE))) return
      if (path === '/') {
        setPagePolicy(req, res, '/', pages, dev)
        if (await shells(req, res, 'front.html', 'no-cache')) return
      }
      if (path === '/sw.js' && (await shells(req, res, 'sw.js', 'no-cache'))) return
      if (path === '/train' || path.startsWith('/train/')) {
        setPagePolicy(req, res, '/train', pages, dev)
        if (await shells(req, res, 'train.html', 'no-cache')) return
      }
    } else if (path.startsWith('/train/')) req.url = '/train'
    setPagePolicy(req, res, path, pages, dev)
    return answerByNext(req, res)
  }

  server.on('request', (req: IncomingMessage, res: ServerResponse) => {
    const requestId = requestIdOf(req)
    const started = process.hrtime.bigint()
    metrics().inFlight.inc()
    res.setHeader('x-request-id', requestId)
    setSecurityHeaders(res, { own: tls !== null })
    req.headers[ADDRESS_HEADER] = clientAddress(req, config.TRUSTED_PROXIES)
    res.once('close', () => {
      metrics().inFlight.dec()
      const seconds = Number(process.hrtime.bigint() - started) / 1e9
      const kind = req.url?.startsWith('/api/') ? 'api' : req.url?.startsWith('/_next/') ? 'asset' : 'page'
      metrics().httpSeconds.observe({ kind, status: `${Math.floor(res.statusCode / 100)}xx` }, seconds)
      // The rest of the address of an invite, of a letter's link and of the outbox is a secret.
      const path = req.url?.split('?', 1)[0]?.replace(/^(\/(?:invite|join|letter|outbox)\/).+/, '$1…')
      log().debug(
        { requestId, method: req.method, path, status: res.statusCode, ms: Math.round(seconds * 1000) },
        'request',
      )
    })
    withRequestId(requestId, () =>
      answer(req, res, requestId).catch((error: unknown) => {
        const refusal = toRefusal(error)
        const again = refusal && retryAfterS(refusal)
        if (again) log().warn(safeError(error), 'not now')
        else log().error(safeError(error), 'a request failed')
        if (res.headersSent) res.destroy()
        else if (again) {
          res.setHeader('retry-after', again)
          sendJson(res, 503, { error: refusal.message })
        } else {
          sendJson(res, 500, { error: 'Something went wrong on our side. Nothing was changed; try again in a moment.' })
        }
      }),
    )
  })
  server.headersTimeout = 20_000
  server.requestTimeout = 60_000
  server.keepAliveTimeout = 15_000

  const metricsServer = await startMetricsServer(config.METRICS_HOST, config.METRICS_PORT)
  const metricsAddress = metricsServer.address()
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(config.PORT, config.HOST, () => done())
  })
  const metricsPort = typeof metricsAddress === 'object' ? metricsAddress?.port : null
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : config.PORT
  log().info({ port, metricsPort, build: config.SPOTTER_BUILD }, 'serving')
  process.send?.({ serving: true, port, metricsPort })

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      drain.stop(signal).then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
}

main().catch((error: unknown) => {
  // The port of metrics may be the one that is taken: the error knows.
  const { code, port } = error as { code?: string; port?: number }
  const sentence =
    code === 'EADDRINUSE'
      ? `Port ${port ?? process.env.PORT ?? 3000} is used by another program: end it, or choose another with PORT=3001.`
      : error instanceof Error
        ? error.message
        : 'The server could not start.'
  console.error(sentence)
  if (code !== 'EADDRINUSE') log().fatal(safeError(error), 'the server could not start')
  process.exit(1)
})
