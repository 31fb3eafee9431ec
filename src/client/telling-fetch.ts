/**
 * For what is large enough to wait for: an order whose context says `onSent` is sent alone, and tells how much of it has
 * left this device. The browser's own fetch doesn't say.
 */
import { httpBatchLink, httpLink, splitLink, type TRPCLink } from '@trpc/client'
import type { AppRouter } from './trpc.ts'

/** Between 0 and 1; at 1 the whole of it is on its way or there, and the answer is waited for. */
export type OnSent = (share: number) => void

function fetchTelling(onSent: OnSent): typeof fetch {
  return (input, init) =>
    new Promise((done, fail) => {
      const request = new XMLHttpRequest()
      request.open(init?.method ?? 'GET', String(input))
      for (const [name, value] of new Headers(init?.headers)) request.setRequestHeader(name, value)
      request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0)
      request.upload.onload = () => onSent(1)
      request.onload = () => {
        const type = request.getResponseHeader('content-type') ?? ''
        done(new Response(request.responseText, { status: request.status, headers: { 'content-type': type } }))
      }
      request.onerror = () => fail(new TypeError('no answer'))
      request.onabort = () => fail(new DOMException('given up', 'AbortError'))
      init?.signal?.addEventListener('abort', () => request.abort(), { once: true })
      request.send(init?.body as string)
    })
}

const onSentOf = ({ onSent }: Record<string, unknown>) => (typeof onSent === 'function' ? (onSent as OnSent) : null)

/** All others go together, as one request. */
export function portalLink(url: string): TRPCLink<AppRouter> {
  return splitLink({
    condition: ({ context }) => onSentOf(context) !== null,
    true: (runtime) => (args) => {
      const onSent = onSentOf(args.op.context) ?? (() => {})
      return httpLink<AppRouter>({ url, fetch: fetchTelling(onSent) })(runtime)(args)
    },
    false: httpBatchLink({ url }),
  })
}
