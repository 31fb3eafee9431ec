import { expect, test } from 'vitest'
import { hashPassword, isRightPassword } from './password.ts'

test('a password is right for its own hash only, and each hash has its own salt', async () => {
  const [one, two] = await Promise.all([hashPassword('deadlift day'), hashPassword('deadlift day')])
  expect(one).not.toBe(two)
  expect(await isRightPassword(one, 'deadlift day')).toBe(true)
  expect(await isRightPassword(one, 'deadlift Day')).toBe(false)
  expect(await isRightPassword('not a hash', 'deadlift day')).toBe(false)
})

test('nobody’s password is checked like somebody’s, and is never right', async () => {
  expect(await isRightPassword(null, 'anything')).toBe(false)
  expect(await isRightPassword(null, '')).toBe(false)
})
