import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { buildFont } from '../../scripts/build-font.mjs'

test('the font is what its script makes; after updating Inter, run node scripts/build-font.mjs', async () => {
  const shipped = readFileSync(new URL('./inter-latin.woff2', import.meta.url))
  expect(shipped.equals(await buildFont())).toBe(true)
})
