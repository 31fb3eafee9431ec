/**
 * Turns many calls into few runs: the first waits a moment for those that follow it, calls during a run lead to exactly
 * one more, and no run is ever cut off by the next.
 */
export function createPump(run: () => Promise<unknown>, waitMs: number): { push: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | null = null
  let running = false
  let again = false
  let stopped = false

  async function go() {
    timer = null
    running = true
    again = false
    await run().catch(() => {})
    running = false
    if (again) push()
  }

  function push() {
    if (stopped) return
    if (running) again = true
    else timer ??= setTimeout(() => void go(), waitMs)
  }

  return {
    push,
    stop() {
      stopped = true
      if (timer) clearTimeout(timer)
      timer = null
    },
  }
}
