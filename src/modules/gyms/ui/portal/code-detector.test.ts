import { BarcodeDetector } from 'qr/decode.js'
import { expect, test } from 'vitest'
import { openDetector } from './code-detector.ts'

const having = (formats: () => Promise<string[]>) =>
  class Own {
    static getSupportedFormats = formats
    detect = async () => []
  }

test('the browser’s own where it reads these codes', async () => {
  const own = having(async () => ['ean_13', 'qr_code'])
  expect(await openDetector(own)).toBeInstanceOf(own)
})

test.each([
  ['has none', undefined],
  ['has the name and no format', having(async () => [])],
  ['fails to say', having(() => Promise.reject(new Error('Service unavailable')))],
])('the library where the browser %s', async (_what, own) => {
  expect(await openDetector(own)).toBeInstanceOf(BarcodeDetector)
})
