/** What the server tells of friends and is told for them: with a signal only, and kept nowhere. */

const TIMEOUT_MS = 15_000

/**
 * Refused with the server's own sentence, `isPassing` where the same may be answered a while later; `offline` without a
 * signal, or without an answer in time.
 */
export type Refused = { refusal: string; isPassing: boolean } | 'offline'
export type Told<T> = { data: T } | Refused

/** What was told to that account; `late` is why it could not be told anew. */
export type Shown<T> = { of: string | null; told: Told<T>; late?: Refused }

/** What is on the screen stays there while the server is out of reach or too busy: a comment may be half written. */
export function showAnew<T>(before: Shown<T> | undefined, { of, told }: Pick<Shown<T>, 'of' | 'told'>): Shown<T> {
  const isPassing = told === 'offline' || ('isPassing' in told && told.isPassing)
  const isHeld = before?.of === of && before.told !== 'offline' && 'data' in before.told
  return isPassing && isHeld ? { ...before, late: told } : { of, told }
}

export type Ask = { verb: string; input?: object | undefined; isOrder?: boolean; signal?: AbortSignal }

/**
 * The last order: what comes behind it, question or order, goes out once it is answered. So a like is in what is read,
 * and of two quick taps the last one holds.
 */
let underway: Promise<unknown> = Promise.resolve()

/** As that account: under somebody else's cookie nothing is answered. Without a signal it says so at once. */
export async function askFriends<T>(account: string | null, ask: Ask): Promise<Told<T>> {
  if (!navigator.onLine) return 'offline'
  const answer = underway.then(() => send<T>(account, ask))
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
    if (!error) return { data: result?.data as T }
    return { refusal: error.message, isPassing: answer.status >= 500 || answer.status === 429 }
  } catch {
    return 'offline'
  }
}
