import { describe, expect, it } from 'vitest'
import { createTransport, TransportError } from './transport.ts'

const input = { protocol: 1, deviceId: 'd', space: 's', part: 'now' }

function answering(status: number, body: unknown, headers: Record<string, string> = {}) {
  const requests: { url: string; init: RequestInit }[] = []
  const transport = createTransport('ada', '', async (url, init = {}) => {
    requests.push({ url: String(url), init })
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers })
  })
  return { transport, requests }
}

async function failureOf(status: number, body: unknown, headers?: Record<string, string>) {
  const error = await answering(status, body, headers)
    .transport.boot(input)
    .catch((failure: unknown) => failure)
  expect(error).toBeInstanceOf(TransportError)
  const { kind, retryAfterMs } = error as TransportError
  return { kind, retryAfterMs }
}

describe('the wire', () => {
  it('asks as tRPC asks, in the name of the account, and takes its answer out of the envelope', async () => {
    const { transport, requests } = answering(200, { result: { data: { epoch: 'e', rows: [] } } })
    expect(await transport.boot(input)).toEqual({ epoch: 'e', rows: [] })
    expect(requests[0]?.url).toBe('/api/trpc/sync.boot')
    expect(requests[0]?.init).toMatchObject({
      method: 'POST',
      body: JSON.stringify(input),
      headers: { 'x-spotter-account': 'ada' },
    })
  })

  it('tells signed out, too old, too large and a broken server apart', async () => {
    const error = { error: { message: 'no' } }
    expect(await failureOf(401, error)).toMatchObject({ kind: 'unauthenticated' })
    expect(await failureOf(400, error)).toMatchObject({ kind: 'upgrade' })
    expect(await failureOf(413, error)).toMatchObject({ kind: 'too_large' })
    expect(await failureOf(503, error, { 'retry-after': '7' })).toEqual({ kind: 'server', retryAfterMs: 7_000 })
    const limited = { error: { data: { details: { retryAfterS: 30 } } } }
    expect(await failureOf(429, limited)).toEqual({ kind: 'server', retryAfterMs: 30_000 })
  })

  it('has dismissed what is dismissed already', async () => {
    const { transport, requests } = answering(200, { result: { data: { mid: 'm' } } })
    await transport.dismiss?.('m')
    expect([requests[0]?.url, requests[0]?.init.body]).toEqual(['/api/trpc/sync.dismissAside', '{"mid":"m"}'])
    await answering(404, { error: { message: 'no' } }).transport.dismiss?.('m')
    const isDown = answering(503, { error: { message: 'no' } }).transport.dismiss?.('m')
    await expect(isDown).rejects.toMatchObject({ kind: 'server' })
  })

  it('takes a wifi’s own page, or a proxy’s, for no answer', async () => {
    expect(await failureOf(200, '<html>Accept our terms</html>')).toMatchObject({ kind: 'network' })
    expect(await failureOf(200, { hello: 'there' })).toMatchObject({ kind: 'network' })
    expect(await failureOf(404, '<html>nginx</html>')).toMatchObject({ kind: 'network' })
  })

  it('takes a lost connection for no answer', async () => {
    const transport = createTransport('ada', '', () => Promise.reject(new TypeError('Failed to fetch')))
    await expect(transport.boot(input)).rejects.toMatchObject({ kind: 'network' })
  })
})
