/** Long work on the screen's thread, cut where the screen takes its turn. */

/** A frame's better half: a tap waits for no more. */
const TURN_MS = 6

/** Await the result in loops; it waits only when a turn is over. Once `signal` is aborted it throws. */
export function createBreath(signal?: AbortSignal): () => Promise<void> {
  let until = performance.now() + TURN_MS
  return async () => {
    // Not the signal's own reason: a lost connection of the store has the same name, and would be tried again.
    if (signal?.aborted) throw new Error('Nobody waits for this any more.')
    if (performance.now() < until) return
    await nextTask()
    until = performance.now() + TURN_MS
  }
}

/** `yield` goes on before other waiting work, but behind taps; where it is missing a timer does. */
function nextTask(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } }
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve))
}
