/** Server-sent events: headers that no proxy buffers, a heartbeat, and an end that is noticed on both sides. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { metrics } from '../metrics.ts'

const HEARTBEAT_MS = 20_000

export type EventStream = {
  send: (event: string, data?: unknown) => void
  close: () => void
  onClose: (fn: () => void) => void
}

export function openEventStream(req: IncomingMessage, res: ServerResponse): EventStream {
  res.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
    connection: 'keep-alive',
  })
  res.flushHeaders()
  req.socket.setKeepAlive(true)
  res.write('retry: 2000\n\n')
  metrics().streams.inc()
  const endings: (() => void)[] = []
  const heartbeat = setInterval(() => res.write(': still here\n\n'), HEARTBEAT_MS)
  res.once('close', () => {
    clearInterval(heartbeat)
    metrics().streams.dec()
    for (const ending of endings) ending()
  })
  return {
    send: (event, data = {}) => {
      if (!res.writableEnded) res.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    },
    close: () => res.end(),
    onClose: (fn) => endings.push(fn),
  }
}
