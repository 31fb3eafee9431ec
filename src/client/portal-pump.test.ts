import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { liftsOfParam } from './portal-keys.ts'
import { createPump } from './portal-pump.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('many pokes at once are one run', async () => {
  const run = vi.fn(async () => {})
  const pump = createPump(run, 100)
  for (let i = 0; i < 20; i++) pump.push()
  await vi.advanceTimersByTimeAsync(100)
  expect(run).toHaveBeenCalledTimes(1)
})

it('pokes that never stop don’t hold the run back', async () => {
  const run = vi.fn(async () => {})
  const pump = createPump(run, 100)
  for (let i = 0; i < 50; i++) {
    pump.push()
    await vi.advanceTimersByTimeAsync(20)
  }
  expect(run.mock.calls.length).toBeGreaterThanOrEqual(8)
})

it('pokes during a run lead to exactly one more, after it', async () => {
  const ends: (() => void)[] = []
  const run = vi.fn(() => new Promise<void>((done) => ends.push(done)))
  const pump = createPump(run, 100)
  pump.push()
  await vi.advanceTimersByTimeAsync(100)
  pump.push()
  pump.push()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(run).toHaveBeenCalledTimes(1)
  ends[0]?.()
  await vi.advanceTimersByTimeAsync(100)
  expect(run).toHaveBeenCalledTimes(2)
})

it('a run that failed is no end, a stop is', async () => {
  const run = vi.fn(async () => Promise.reject(new Error('away')))
  const pump = createPump(run, 100)
  pump.push()
  await vi.advanceTimersByTimeAsync(100)
  pump.push()
  await vi.advanceTimersByTimeAsync(100)
  expect(run).toHaveBeenCalledTimes(2)
  pump.push()
  pump.stop()
  pump.push()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(run).toHaveBeenCalledTimes(2)
})

it('lifts in an address are at most six, each once, and nothing else', () => {
  expect(liftsOfParam('back-squat,back-squat,<script>,,deadlift')).toEqual(['back-squat', 'deadlift'])
  expect(liftsOfParam('a,b,c,d,e,f,g')).toHaveLength(6)
  expect(liftsOfParam(null)).toEqual([])
})
