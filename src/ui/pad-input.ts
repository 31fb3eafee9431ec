/**
 * What typing on a number pad does to one field, as plain data. A draft is canonical text: digits with at most one
 * point (`102.5`), or digits only for a time, read from the right as h:mm:ss (`130` is 1:30).
 */
import { plainDigit } from '../shared/entered-number.ts'

export type PadFormat =
  /** `halves`: only .5 may follow the point, and a 5 that would pass the limit is taken as .5 (8, 5 is 8.5). */
  | { kind: 'number'; decimals: number; max: number; halves?: boolean }
  /** Hours, minutes and seconds; the digits fill from the right. */
  | { kind: 'time'; maxS: number }

export type PadDraft = {
  text: string
  /** The next digit replaces what stands there, as in a field whose content is selected. */
  fresh: boolean
}

export type PadKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '.' | 'back' | 'clear'

/** The draft for a field that was just entered. */
export function openDraft(text: string): PadDraft {
  return { text, fresh: true }
}

/** A key that can't be meant (a second point, a digit past the limit) leaves the draft as it is. */
export function pressPadKey(draft: PadDraft, key: PadKey, format: PadFormat): PadDraft {
  if (key === 'clear') return { text: '', fresh: false }
  if (key === 'back') return { text: draft.fresh ? '' : draft.text.slice(0, -1), fresh: false }
  const before = draft.fresh ? '' : draft.text
  const text = format.kind === 'time' ? typeTime(before, key) : typeNumber(before, key, format.decimals)
  if (text === null) return draft
  const value = draftValue(text, format)
  const max = format.kind === 'time' ? format.maxS : format.max
  if (value !== null && value > max) {
    const half = `${before}.5`
    const isHalf = format.kind === 'number' && format.halves && key === '5' && !before.includes('.')
    return isHalf && Number(half) <= max ? { text: half, fresh: false } : draft
  }
  if (format.kind === 'number' && format.halves && /\.[^05]/.test(text)) return draft
  return { text, fresh: false }
}

function typeNumber(before: string, key: string, decimals: number): string | null {
  if (key === '.') {
    if (decimals === 0 || before.includes('.')) return null
    return before === '' ? '0.' : `${before}.`
  }
  const point = before.indexOf('.')
  if (point >= 0 && before.length - point > decimals) return null
  if (before === '0') return key
  return before + key
}

function typeTime(before: string, key: string): string | null {
  if (key === '.' || before.length >= 6) return null
  return before === '' && key === '0' ? '' : before + key
}

/** The number a draft stands for, in seconds for a time; null when it is empty. */
export function draftValue(text: string, format: PadFormat): number | null {
  if (text === '' || text === '.') return null
  if (format.kind === 'number') return Number(text)
  const digits = text.padStart(6, '0')
  return Number(digits.slice(0, 2)) * 3600 + Number(digits.slice(2, 4)) * 60 + Number(digits.slice(4, 6))
}

/** The draft text of a number: no float noise, no trailing zeros; a time as its digits. */
export function draftText(value: number | null, format: PadFormat): string {
  if (value === null) return ''
  if (format.kind === 'number') return String(Number(value.toFixed(format.decimals)))
  const s = Math.round(value)
  const digits = `${Math.floor(s / 3600)}${pad2(Math.floor(s / 60) % 60)}${pad2(s % 60)}`
  return digits.replace(/^0+/, '')
}

/** One step up or down, landing on a multiple of the step: 101 and a step of 2.5 gives 102.5, not 103.5. */
export function stepDraft(draft: PadDraft, direction: 1 | -1, step: number, format: PadFormat): PadDraft {
  const now = draftValue(draft.text, format) ?? 0
  const exact = Math.abs(now / step - Math.round(now / step)) < 1e-6
  const notch = exact
    ? Math.round(now / step) + direction
    : direction > 0
      ? Math.ceil(now / step)
      : Math.floor(now / step)
  const max = format.kind === 'time' ? format.maxS : format.max
  const value = Math.min(max, Math.max(0, notch * step))
  return { text: value === 0 && format.kind === 'time' ? '' : draftText(value, format), fresh: true }
}

/** As it stands in the field while it is typed: with the locale's decimal sign, a time with its colons. */
export function showDraft(text: string, format: PadFormat, decimalSign: string): string {
  if (format.kind === 'number') return text.replace('.', decimalSign)
  if (text === '') return ''
  const digits = text.padStart(3, '0')
  const seconds = digits.slice(-2)
  const minutes = digits.slice(-4, -2)
  const hours = digits.slice(0, -4)
  return hours ? `${hours}:${minutes}:${seconds}` : `${Number(minutes)}:${seconds}`
}

/** The pad key that a key of a hardware keyboard stands for; comma and point are both the decimal sign. */
export function padKeyOf(key: string): PadKey | null {
  const digit = plainDigit(key)
  if (/^[0-9]$/.test(digit)) return digit as PadKey
  if (key === '.' || key === ',' || key === '٫') return '.'
  if (key === 'Backspace') return 'back'
  if (key === 'Delete') return 'clear'
  return null
}

function pad2(n: number): string {
  return String(n).padStart(2, '0')
}
