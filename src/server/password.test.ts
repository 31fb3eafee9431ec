import { expect, test } from 'vitest'
import { hashPassword, isRightPassword } from './password.ts'

test('a password is right for its own hash only, and each hash has its own salt', async () => {
  const [one, two] = await Promise.all([hashPassword('deadlift day'), hashPassword('deadlift day')])
  expect(one).not.toBe(two)
  expect(await isRightPassword(one, 'deadlift day')).toBe(true)
  expect(await isRightPassword(one, 'deadlift Day')).toBe(false)
  expect(await isRightPassword('not a hash', 'deadlift day')).toBe(false)
})

test('nobody’s password is checked with the same work as somebody’s', async () => {
  await isRightPassword(null, 'warm')
  const times: number[] = []
  for (let n = 0; n < 5; n++) {
    const started = performance.now()
    expect(await isRightPassword(null, 'anything')).toBe(false)
    times.push(performance.now() - started)
  }
  // 19 MiB twice over can't be done faster anywhere; a busy machine only makes it longer.
  expect(Math.min(...times)).toBeGreaterThan(2)
})
