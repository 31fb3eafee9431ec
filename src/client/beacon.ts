/** Short words to the server that nobody waits for: about what happens while a page is hidden, left, or back. */
const ADDRESS = '/api/beacon'

/** Sent without a signal: said again when there is one, unless something newer was said. */
let unsaid: string | null = null
let isWatching = false

/** From a page that is being hidden: an ordinary request of it may be frozen with it. */
export function sayLeaving(word: string): void {
  unsaid = null
  navigator.sendBeacon(ADDRESS, new Blob([word], { type: 'application/json' }))
}

export function say(word: string): void {
  unsaid = word
  if (!isWatching) window.addEventListener('online', () => unsaid && say(unsaid))
  isWatching = true
  fetch(ADDRESS, { method: 'POST', body: word, headers: { 'content-type': 'application/json' }, keepalive: true }).then(
    () => {
      if (unsaid === word) unsaid = null
    },
    () => {},
  )
}
