/**
 * What the server is told of the rest, so that it rings where this page can't: that one runs when the page hides, and that
 * it is over when the page is back, skipped or finished. The timer on the screen knows nothing of it: without a network, an
 * account or a permission nothing is said and nothing is missing.
 */
import { sayLeaving, say as sayNow } from '../../../../client/beacon.ts'
import { currentRest, type Rest, subscribeToRest } from './rest-timer.ts'

/** The words of the notice, in the athlete's language, and whose rest it is. */
export type RestWords = { account: string; title: string; body: string }

/** What is over sooner the page itself still says. */
const LEAST_MS = 1_000

let words: RestWords | null = null
let isWatching = false
let lastSaid = 0

/** From the first rest of this page on. `null`: nobody is signed in, or no notice is allowed. */
export function tellServerOfRest(next: RestWords | null): void {
  words = next
  if (isWatching || !next) return
  isWatching = true
  document.addEventListener('visibilitychange', () =>
    document.visibilityState === 'hidden' ? sayRings() : sayOver(currentRest()),
  )
  window.addEventListener('pagehide', sayRings)
  subscribeToRest(() => {
    const rest = currentRest()
    // Skipped, finished or discarded: on whichever device, none rings any more.
    if (!rest) say({ rest: 'over', name: null })
    // Changed in another tab, while this one is hidden.
    else if (document.visibilityState === 'hidden') sayRings()
  })
  // A page that was closed while its rest ran is back.
  if (document.visibilityState === 'visible') sayOver(currentRest())
}

/** The same rest has the same name in each tab and after each change of its end. */
const nameOf = ({ workoutId, startedAt }: Rest) => `${startedAt.toString(36)}-${workoutId.slice(-12)}`

function sayRings(): void {
  const rest = currentRest()
  const leftMs = rest ? rest.endsAt - Date.now() : 0
  if (!rest || !words || leftMs < LEAST_MS) return
  const { title, body } = words
  say({ rest: 'rings', name: nameOf(rest), leftMs, title: title.slice(0, 80), body: body.slice(0, 200) })
}

function sayOver(rest: Rest | null): void {
  if (rest) say({ rest: 'over', name: nameOf(rest) })
}

type Word =
  | { rest: 'rings'; name: string; leftMs: number; title: string; body: string }
  | { rest: 'over'; name: string | null }

function say(word: Word): void {
  if (!words) return
  // Two words of one millisecond still have an order.
  lastSaid = Math.max(Date.now(), lastSaid + 1)
  const text = JSON.stringify({ ...word, account: words.account, saidAt: lastSaid })
  if (word.rest === 'rings') sayLeaving(text)
  else sayNow(text)
}
