import { expect, test } from 'vitest'
import { maskEmail, maskPhone } from './mask-contact.ts'

test('an address keeps a letter of its name and one of its domain', () => {
  expect(maskEmail('mia.k@example.co.uk')).toBe('m•••@e•••.uk')
  expect(maskEmail('a@b.si')).toBe('a•••@b•••.si')
  expect(maskEmail('𝒜na@host')).toBe('𝒜•••@h•••')
})

test('a telephone keeps its last two digits, a short one none', () => {
  expect(maskPhone('+386 41 123 456')).toBe('•••56')
  expect(maskPhone('113')).toBe('•••')
})
