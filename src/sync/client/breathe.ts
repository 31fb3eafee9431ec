/** Long work on the screen's thread, cut where the screen takes its turn. */

/** A frame's better half: a tap waits for no more. */
const TURN_MS = 6

/** Await the result in loops; it waits only when a turn is over. */
export function createBreath(): () => Promise<void> {
  let until = performance.now() + TURN_MS
  return async () => {
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
