import { expect, test } from 'vitest'
import { initialsOf } from './avatar.tsx'

test.each([
  ['Maya Okafor', 'MO'],
  ['tomás', 'T'],
  ['  Ana  María de la Cruz ', 'AC'],
  ['', ''],
  ['🦊 Fox', '🦊F'],
])('%j becomes %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
