/**
 * Reads numbers as people type them and files hold them: decimal point or comma, digits of other scripts, grouped
 * thousands. What can't be read is answered with the reason, never with a guess, a NaN or a zero.
 */
import { type Decimal, type DistanceUnit, gramsOf, type LoadUnit, loadNumber, metresOf } from './units.ts'

export type Why = 'empty' | 'not_a_number' | 'infinite' | 'negative' | 'not_whole' | 'not_half_steps' | 'too_large'
export type Refused = { ok: false; why: Why }
export type Entered = { ok: true; value: Decimal }

/** Which sign is the decimal one where "1,500" could be both; without it a lone sign is always decimal. */
export type Hint = { decimal?: '.' | ',' }

const no = (why: Why): Refused => ({ ok: false, why })

/** Where a script's digits begin: Arabic, Persian and Urdu, Devanagari, Bengali, fullwidth. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0xff10]
const DIRECTION_MARKS = /[\u200e\u200f\u061c\ufeff]/g
/** Space, no-break, figure, thin and narrow no-break space, apostrophes, Arabic thousands: between digits they group. */
const GROUPING = /(\d)[ \u00a0\u2007\u2009\u202f'\u2019\u066c](?=\d{3}(?!\d))/g
/** The digit of any of these scripts as 0 to 9; of others as it is. */
export function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  const zero = ZEROS.find((start) => code >= start && code < start + 10)
  return zero === undefined ? digit : String(code - zero)
}

/** Far more digits than any figure needs, and few enough to store what was typed. */
const MAX_LENGTH = 20

function plain(text: string): string {
  return text
    .replace(DIRECTION_MARKS, '')
    .trim()
    .replace(/[\u2212\u2013\ufe63\uff0d]/g, '-')
    .replace(/\p{Nd}/gu, plainDigit)
}

/** A number that is not negative. */
export function parseEntered(text: string, hint: Hint = {}): Entered | Refused {
  const bare = plain(text)
  if (bare === '') return no('empty')
  if (/^[+-]?(infinity|∞)$/i.test(bare)) return no('infinite')
  const match = /^([+-]?)(.*)$/s.exec(bare)
  const body = (match?.[2] ?? '').trim().replace(GROUPING, '$1')
  const value = readUnsigned(body, hint)
  if (!value) return no('not_a_number')
  if (match?.[1] === '-' && value.digits > 0n) return no('negative')
  if (body.length > MAX_LENGTH) return no('too_large')
  return { ok: true, value }
}

function readUnsigned(body: string, hint: Hint): Decimal | null {
  if (!/^[\d.,\u066b]+$/.test(body) || !/\d/.test(body)) return null
  const at = decimalAt(body, hint)
  const whole = at < 0 ? body : body.slice(0, at)
  const fraction = at < 0 ? '' : body.slice(at + 1)
  if (!/^\d*$/.test(fraction)) return null
  // What is left of the decimal sign is plain digits, or digits in groups of three by one and the same sign.
  if (!/^\d*$/.test(whole) && !/^\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(whole)) return null
  const digits = `${whole.replace(/[.,]/g, '')}${fraction}`
  return { digits: BigInt(digits), scale: fraction.length }
}

/** Where the decimal sign stands; -1 for none. */
function decimalAt(body: string, { decimal }: Hint): number {
  const arabic = body.indexOf('\u066b')
  if (arabic >= 0) return arabic
  const at = Math.max(body.lastIndexOf('.'), body.lastIndexOf(','))
  if (at < 0) return -1
  const sign = body.charAt(at)
  const isAlone = body.indexOf(sign) === at && !body.includes(sign === '.' ? ',' : '.')
  if (isAlone) return decimal && sign !== decimal && /^[1-9]\d{0,2}.\d{3}$/.test(body) ? -1 : at
  return body.indexOf(sign) === at ? at : -1
}

export type EnteredLoad = { ok: true; grams: number; entered: string; unit: LoadUnit }

/** A load in grams. A unit written behind the number ("135 lb") wins over `unit`; `entered` is the number as typed. */
export function parseLoad(text: string, unit: LoadUnit, hint: Hint & { maxG?: number } = {}): EnteredLoad | Refused {
  const split = /^(.*?)\s*(?:(kgs?|kilos?|lbs?|#)\.?)?$/is.exec(text.trim())
  const number = (split?.[1] ?? '').trim()
  const written = split?.[2]?.toLowerCase()
  const parsed = parseEntered(number, hint)
  if (!parsed.ok) return parsed
  const inUnit = written === undefined ? unit : written.startsWith('k') ? 'kg' : 'lb'
  const grams = gramsOf(parsed.value, inUnit)
  if (grams > (hint.maxG ?? 2_000_000)) return no('too_large')
  return { ok: true, grams, entered: number, unit: inUnit }
}

export type EnteredDistance = { ok: true; metres: number; entered: string }

export function parseDistance(
  text: string,
  unit: DistanceUnit,
  hint: Hint & { maxM?: number } = {},
): EnteredDistance | Refused {
  const parsed = parseEntered(text, hint)
  if (!parsed.ok) return parsed
  const metres = metresOf(parsed.value, unit)
  return metres > (hint.maxM ?? 1_000_000) ? no('too_large') : { ok: true, metres, entered: text.trim() }
}

/** A whole number: reps, sets, seconds. "8.0" is whole, as files hold it. */
export function parseCount(text: string, max = 2_000): { ok: true; count: number } | Refused {
  const parsed = parseEntered(text)
  if (!parsed.ok) return parsed
  const { digits, scale } = parsed.value
  const unit = 10n ** BigInt(scale)
  if (digits % unit !== 0n) return no('not_whole')
  return digits / unit > BigInt(max) ? no('too_large') : { ok: true, count: Number(digits / unit) }
}

/** "90", "1:30", "1:02:03", "1h 20m", "45 min", "12.5 s" in milliseconds; a bare number is seconds. */
export function parseDuration(text: string, maxMs = 86_400_000): { ok: true; ms: number } | Refused {
  const bare = plain(text).toLowerCase()
  if (bare === '') return no('empty')
  if (bare.startsWith('-')) return no('negative')
  const clock = /^(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)(?:[.,](\d{1,3}))?$/.exec(bare)
  if (clock) {
    const [, hours = '0', minutes = '0', seconds = '0', fraction = ''] = clock
    const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'))
    return ms > maxMs ? no('too_large') : { ok: true, ms }
  }
  const worded = /^(?:(\d+)\s*h[a-z]*\.?)?\s*(?:(\d+)\s*m[a-z]*\.?)?\s*(?:(\d+(?:[.,]\d+)?)\s*s[a-z]*\.?)?$/.exec(bare)
  const seconds = worded ? (worded[3] ?? '0') : bare
  const parsed = parseEntered(seconds)
  if (!parsed.ok) return parsed
  const whole = worded ? (Number(worded[1] ?? 0) * 60 + Number(worded[2] ?? 0)) * 60_000 : 0
  const ms = whole + gramsOf(parsed.value, 'kg')
  return ms > maxMs ? no('too_large') : { ok: true, ms }
}

/** "95.0" as files write it: nobody needs the zeros to read it. Where digits are grouped the text stays as it is. */
const IDLE_ZEROS = /^(\d+)(?:[.,]0+|([.,]\d*[1-9])0+)$/

/**
 * How a set's load is shown: as it was typed, in the unit it was typed in, without zeros at its end; where that is not
 * known, the grams in `unit`.
 */
export function shownLoad(
  set: { loadG: number | null; enteredLoad: string | null; enteredUnit: LoadUnit | null },
  unit: LoadUnit,
  locale: string,
): { number: string; unit: LoadUnit } | null {
  if (set.loadG === null) return null
  if (set.enteredLoad !== null && set.enteredUnit !== null) {
    const typed = parseLoad(set.enteredLoad, set.enteredUnit)
    // Text that no longer means these grams would be a lie on the screen.
    if (typed.ok && typed.grams === set.loadG)
      return { number: set.enteredLoad.replace(IDLE_ZEROS, '$1$2'), unit: set.enteredUnit }
  }
  return { number: loadNumber(set.loadG, unit, locale), unit }
}
