/** What the server tells of friends and is told for them: with a signal only, and kept nowhere. */

const TIMEOUT_MS = 15_000

/** Refused with the server's own sentence; `offline` without a signal, or without an answer in time. */
export type Told<T> = { data: T } | { refusal: string } | 'offline'

export type Ask = { verb: string; input?: object | undefined; isOrder?: boolean; signal?: AbortSignal }

/** The last order: a question that comes behind it is asked once it is answered, so that a like is in what is read. */
let underway: Promise<unknown> = Promise.resolve()

/** As that account: under somebody else's cookie nothing is answered. Without a signal it says so at once. */
export async function askFriends<T>(account: string | null, ask: Ask): Promise<Told<T>> {
  if (!navigator.onLine) return 'offline'
  if (!ask.isOrder) await underway
  const answer = send<T>(account, ask)
  if (ask.isOrder) underway = answer
  return answer
}

async function send<T>(account: string | null, { verb, input, isOrder, signal }: Ask): Promise<Told<T>> {
  const body = input && JSON.stringify(input)
  const query = body && !isOrder ? `?input=${encodeURIComponent(body)}` : ''
  try {
    const answer = await fetch(`/api/trpc/feed.${verb}${query}`, {
      cache: 'no-store',
      headers: { 'content-type': 'application/json', ...(account && { 'x-spotter-account': account }) },
      signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), ...(signal ? [signal] : [])]),
      ...(isOrder && { method: 'POST', body: body ?? null }),
    })
    const { error, result } = (await answer.json()) as { error?: { message: string }; result?: { data: T } }
    return error ? { refusal: error.message } : { data: result?.data as T }
  } catch {
    return 'offline'
  }
}
