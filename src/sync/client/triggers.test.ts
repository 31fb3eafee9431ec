import { describe, expect, it } from 'vitest'
import type { Outcome, SyncResult } from './sync-loop.ts'
import { createTriggers } from './triggers.ts'

/** A clock of which the test is the hand; timers run in the order in which they are due. */
function handClock() {
  let now = 0
  const timers: { at: number; run: () => void }[] = []
  return {
    now: () => now,
    setTimeout(run: () => void, ms: number) {
      const timer = { at: now + ms, run }
      timers.push(timer)
      return () => {
        const place = timers.indexOf(timer)
        if (place !== -1) timers.splice(place, 1)
      }
    },
    async pass(ms: number) {
      const end = now + ms
      for (;;) {
        const due = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
        if (!due) break
        timers.splice(timers.indexOf(due), 1)
        now = due.at
        due.run()
        await Promise.resolve()
        await Promise.resolve()
      }
      now = end
    },
  }
}

function begin(pending = 0) {
  const clock = handClock()
  const syncs: number[] = []
  const world = {
    result: 'done' as SyncResult,
    retryAfterMs: null as number | null,
    pending,
    unsaved: 0,
    isVisible: true,
  }
  let onSignal = () => {}
  const triggers = createTriggers({
    clock,
    random: () => 1,
    signals: {
      online: () => true,
      visible: () => world.isVisible,
      subscribe(listener) {
        onSignal = listener
        return () => {
          onSignal = () => {}
        }
      },
    },
    pending: () => world.pending,
    unsaved: () => world.unsaved,
    async sync(): Promise<Outcome> {
      syncs.push(clock.now())
      return { result: world.result, retryAfterMs: world.retryAfterMs }
    },
  })
  return { clock, syncs, world, triggers, signal: () => onSignal() }
}

describe('when to sync', () => {
  it('at start, then 500 ms after the last of several writes', async () => {
    const { clock, syncs, triggers } = begin()
    triggers.start()
    await clock.pass(1_000)
    triggers.afterWrite()
    await clock.pass(300)
    triggers.afterWrite()
    await clock.pass(60_000)
    expect(syncs).toEqual([0, 1_800])
  })

  it('no later than five seconds after the first of writes that do not end', async () => {
    const { clock, syncs, triggers } = begin()
    triggers.start()
    await clock.pass(1_000)
    for (let write = 0; write < 30; write++) {
      triggers.afterWrite()
      await clock.pass(400)
    }
    await clock.pass(60_000)
    expect(syncs).toEqual([0, 6_000, 11_200, 13_100])
  })

  it('never again once it was stopped', async () => {
    const { clock, syncs, triggers } = begin()
    triggers.start()
    await clock.pass(1_000)
    triggers.afterWrite()
    triggers.stop()
    await clock.pass(60_000)
    triggers.afterWrite()
    await clock.pass(60_000)
    expect(syncs).toEqual([0])
  })

  it('every minute while something waits, and never when nothing does', async () => {
    const { clock, syncs, triggers, world } = begin(1)
    triggers.start()
    await clock.pass(125_000)
    expect(syncs).toEqual([0, 60_000, 120_000])
    world.pending = 0
    await clock.pass(600_000)
    expect(syncs.length).toBe(4)
  })

  it('backs off to five minutes at most while the server does not answer, and later when it says so', async () => {
    const { clock, syncs, triggers, world } = begin(1)
    world.result = 'waiting'
    triggers.start()
    await clock.pass(7_000)
    expect(syncs).toEqual([0, 1_000, 3_000, 7_000])
    await clock.pass(4 * 3_600_000)
    expect((syncs.at(-1) ?? 0) - (syncs.at(-2) ?? 0)).toBe(300_000)
    world.retryAfterMs = 900_000
    await clock.pass(2 * 3_600_000)
    expect((syncs.at(-1) ?? 0) - (syncs.at(-2) ?? 0)).toBe(900_000)
  })

  it('at once when the app shows or the network is back, however long the backoff', async () => {
    const { clock, syncs, triggers, world, signal } = begin(1)
    world.result = 'waiting'
    triggers.start()
    await clock.pass(3_600_000)
    const count = syncs.length
    world.isVisible = false
    signal()
    await clock.pass(1)
    expect(syncs.length).toBe(count)
    world.isVisible = true
    signal()
    await clock.pass(1)
    expect(syncs.length).toBe(count + 1)
  })

  it('soon again when the phone’s store refused a write, signed in or not', async () => {
    const { clock, syncs, triggers, world } = begin()
    world.result = 'paused'
    world.unsaved = 1
    triggers.start()
    await clock.pass(11_000)
    expect(syncs).toEqual([0, 5_000, 10_000])
  })
})
