/** A question of tRPC from the phone, for what is kept there and brought up to date when there is a signal. */

const TIMEOUT_MS = 15_000

/** Asks as that account: under somebody else's cookie nothing is answered. Throws without a signal, and when refused. */
export async function askServer<T>(procedure: string, account: string, signal: AbortSignal): Promise<T> {
  const answer = await fetch(`/api/trpc/${procedure}`, {
    cache: 'no-store',
    headers: { 'x-spotter-account': account },
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
  })
  if (!answer.ok) throw new Error(`${procedure} was answered with ${answer.status}.`)
  const { result } = (await answer.json()) as { result: { data: T } }
  return result.data
}
