import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEffort } from './entered-effort.ts'
import { parseCount, parseDistance, parseDuration, parseEntered, parseLoad, shownLoad } from './entered-number.ts'
import { formatLoad, loadIn, loadNumber } from './units.ts'

const grams = (text: string, unit: 'kg' | 'lb' = 'kg') => {
  const load = parseLoad(text, unit)
  return load.ok ? load.grams : load.why
}

describe('what a person types', () => {
  it('reads a decimal comma, a point and an Arabic sign alike', () => {
    for (const text of ['1.5', '1,5', '1٫5', '١٫٥', '۱٫۵', ' 1.5 ', '\u200f1,5', '1.50', '01,5', '+1.5']) {
      expect(grams(text), text).toBe(1500)
    }
  })

  it('never turns 93,5 into 935', () => expect(grams('93,5')).toBe(93_500))

  it('reads grouped thousands', () => {
    for (const text of ['1,234.5', '1.234,5', '1 234,5', '1\u202f234,5', "1'234.5", '1\u00a0234.5', '١٬٢٣٤٫٥']) {
      expect(grams(text), text).toBe(1_234_500)
    }
    expect(parseEntered('1,234,567')).toEqual({ ok: true, value: { digits: 1_234_567n, scale: 0 } })
  })

  it('takes one lone sign as decimal unless the file says which sign is decimal', () => {
    expect(grams('1,125')).toBe(1125)
    expect(parseLoad('1,125', 'kg', { decimal: '.' })).toMatchObject({ grams: 1_125_000 })
    expect(parseLoad('1,5', 'kg', { decimal: '.' })).toMatchObject({ grams: 1500 })
  })

  it('says why it refuses', () => {
    expect(grams('')).toBe('empty')
    expect(grams('  ')).toBe('empty')
    expect(grams('-20')).toBe('negative')
    expect(grams('−20')).toBe('negative')
    expect(grams('NaN')).toBe('not_a_number')
    expect(grams('Infinity')).toBe('infinite')
    expect(grams('-∞')).toBe('infinite')
    expect(grams('2001')).toBe('too_large')
    for (const text of ['1e3', '12abc', '.', ',', '1..5', '1,2,3', '1.2.3,4', '0x10', '1-2', '1 2']) {
      expect(grams(text), text).toBe('not_a_number')
    }
  })

  it('reads grouped millions', () => expect(parseCount('1 234 567', 2e6)).toEqual({ ok: true, count: 1_234_567 }))

  it('answers whatever is thrown at it with a number that is not negative, or a reason', () => {
    const anyText = fc.oneof(fc.string(), fc.stringMatching(/^[-+ .,0-9٫٬۰-۹' lbkg]{0,12}$/))
    fc.assert(
      fc.property(anyText, fc.constantFrom('kg' as const, 'lb' as const), (text, unit) => {
        const load = parseLoad(text, unit)
        if (load.ok) expect(Number.isSafeInteger(load.grams) && load.grams >= 0 && load.grams <= 2_000_000).toBe(true)
        else expect(load.why).toMatch(/^[a-z_]+$/)
        parseDuration(text)
        parseEffort(text, 'rpe')
        parseCount(text)
      }),
      { numRuns: 1000 },
    )
  })

  it('a unit behind the number wins', () => {
    expect(parseLoad('135 lb', 'kg')).toEqual({ ok: true, grams: 61_235, entered: '135', unit: 'lb' })
    expect(parseLoad('60kg', 'lb')).toEqual({ ok: true, grams: 60_000, entered: '60', unit: 'kg' })
  })
})

describe('loads survive every round trip', () => {
  it('a pound is 453.59237 g', () => {
    expect(grams('1', 'lb')).toBe(454)
    expect(grams('100', 'lb')).toBe(45_359)
    expect(grams('62.5', 'lb')).toBe(28_350)
  })

  it.each([
    ['62.5', 'lb'],
    ['0.25', 'kg'],
    ['22.5', 'kg'],
    ['2.5', 'kg'],
    ['233', 'lb'],
    ['0.5', 'lb'],
  ] as const)('%s %s comes back as it was', (text, unit) => {
    const load = parseLoad(text, unit)
    expect(load.ok && loadNumber(load.grams, unit, 'en')).toBe(text)
  })

  it('every hundredth of a pound and every gram', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 440_000 }), (hundredths) => {
        const text = (hundredths / 100).toFixed(2)
        const load = parseLoad(text, 'lb')
        expect(load.ok && loadIn(load.grams, 'lb')).toBe(hundredths / 100)
      }),
    )
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000_000 }),
        fc.constantFrom('en', 'de', 'ar-EG', 'fa', 'fr'),
        (g, locale) => {
          expect(grams(loadNumber(g, 'kg', locale))).toBe(g)
        },
      ),
    )
  })

  it('shows what was typed, in the unit it was typed in', () => {
    const typed = { loadG: 28_350, enteredLoad: '62,5', enteredUnit: 'lb' } as const
    expect(shownLoad(typed, 'kg', 'en')).toEqual({ number: '62,5', unit: 'lb' })
    expect(shownLoad({ ...typed, loadG: 60_000 }, 'kg', 'en')).toEqual({ number: '60', unit: 'kg' })
    expect(shownLoad({ ...typed, loadG: null }, 'kg', 'en')).toBeNull()
    expect(formatLoad(1_234_500, 'kg', 'de')).toBe('1.234,5\u00a0kg')
  })

  it('leaves out the zeros that a file writes, and nothing else', () => {
    const shown = (enteredLoad: string, loadG: number) =>
      shownLoad({ loadG, enteredLoad, enteredUnit: 'kg' }, 'kg', 'en')?.number
    expect(shown('95.0', 95_000)).toBe('95')
    expect(shown('62,50', 62_500)).toBe('62,5')
    expect(shown('62.05', 62_050)).toBe('62.05')
    expect(shown('100', 100_000)).toBe('100')
    expect(shown('0.0', 0)).toBe('0')
    // Without its zeros it would read as one and a bit.
    expect(shown('1,000.0', 1_000_000)).toBe('1,000.0')
  })

  it('says pounds in kilograms to two decimals, and what was typed in kilograms exactly', () => {
    const kg = (text: string, unit: 'kg' | 'lb') => {
      const load = parseLoad(text, unit)
      return load.ok && formatLoad(load.grams, 'kg', 'en')
    }
    expect(kg('210', 'lb')).toBe('95.25\u00a0kg')
    expect(kg('297.5', 'lb')).toBe('134.94\u00a0kg')
    expect(kg('61.125', 'kg')).toBe('61.125\u00a0kg')
    expect(kg('0.375', 'kg')).toBe('0.375\u00a0kg')
    expect(formatLoad(100_000, 'lb', 'en')).toBe('220.46\u00a0lb')
  })
})

describe('other figures', () => {
  it('distances in whole metres', () => {
    expect(parseDistance('1', 'mi')).toMatchObject({ metres: 1609 })
    expect(parseDistance('26,2', 'mi')).toMatchObject({ metres: 42_165, entered: '26,2' })
    expect(parseDistance('5.25', 'km')).toMatchObject({ metres: 5250 })
    expect(parseDistance('-1', 'km')).toEqual({ ok: false, why: 'negative' })
  })

  it('reps are whole', () => {
    expect(parseCount('8')).toEqual({ ok: true, count: 8 })
    expect(parseCount('8.0')).toEqual({ ok: true, count: 8 })
    expect(parseCount('8.5')).toEqual({ ok: false, why: 'not_whole' })
    expect(parseCount('2001')).toEqual({ ok: false, why: 'too_large' })
  })

  it('effort in halves, RPE or RIR, one stored figure', () => {
    expect(parseEffort('8.5', 'rpe')).toEqual({ ok: true, rir2: 3 })
    expect(parseEffort('1,5', 'rir')).toEqual({ ok: true, rir2: 3 })
    expect(parseEffort('6.5', 'rpe')).toEqual({ ok: true, rir2: 7 })
    expect(parseEffort('8.3', 'rpe')).toEqual({ ok: false, why: 'not_half_steps' })
    expect(parseEffort('11', 'rpe')).toEqual({ ok: false, why: 'too_large' })
  })

  it.each([
    ['90', 90_000],
    ['1:30', 90_000],
    ['1:02:03', 3_723_000],
    ['0:12.5', 12_500],
    ['2h 38m', 9_480_000],
    ['45m', 2_700_000],
    ['45 min', 2_700_000],
    ['12.5 s', 12_500],
  ])('%s is %d ms', (text, ms) => expect(parseDuration(text)).toEqual({ ok: true, ms }))

  it('no duration', () => {
    expect(parseDuration('')).toEqual({ ok: false, why: 'empty' })
    expect(parseDuration('1:75')).toEqual({ ok: false, why: 'not_a_number' })
    expect(parseDuration('25:00:00')).toEqual({ ok: false, why: 'too_large' })
  })
})
