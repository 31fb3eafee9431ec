import { describe, expect, it } from 'vitest'
import { createBreath } from './breathe.ts'

function workFor(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end; );
}

describe('long work', () => {
  it('lets what waits take its turn when its own has been long', async () => {
    let isTapped = false
    const breathe = createBreath()
    setTimeout(() => {
      isTapped = true
    })
    workFor(20)
    await breathe()
    expect(isTapped).toBe(true)
  })

  it('ends when nobody waits for it any more, with no name that a store takes for a lost connection', async () => {
    const leaving = new AbortController()
    const breathe = createBreath(leaving.signal)
    await breathe()
    leaving.abort()
    await expect(breathe()).rejects.toMatchObject({ name: 'Error' })
  })
})
