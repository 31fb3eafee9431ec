/** Turns what a schema found wrong into sentences that name the field, what it may hold and what it held. */
import type * as z from 'zod/mini'

type Issue = z.core.$ZodIssue
/** What a schema reports: zod's issues, or at least their path and message. */
type Reported = { path: PropertyKey[]; message: string }
export type Path = readonly PropertyKey[]

const AT_MOST = 3

/** One sentence for a person; `value` is what was checked, so that the sentence can say what stood there. */
export function inputSentence(issues: readonly Reported[], value: unknown): string {
  if (issues.length === 0) return 'The input is not valid.'
  const parts = issues.slice(0, AT_MOST).map((issue) => explain(issue as Issue, value))
  const rest = issues.length - parts.length
  if (rest > 0) parts.push(`${rest} more ${rest === 1 ? 'value is' : 'values are'} not valid`)
  const sentence = parts.join('; ')
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}

function explain(issue: Issue, root: unknown): string {
  const path = issue.path
  const field = fieldName(path)
  const held = valueAt(root, path)
  const was = `but was ${shown(held, path)}`
  const format = 'format' in issue ? FORMATS[issue.format] : undefined
  switch (issue.code) {
    case 'too_small':
    case 'too_big':
      if (isLeftEmpty(issue, held)) return `${field} is ${held === '' ? 'empty' : 'blank'}: fill it in`
      return `${field} must be ${bound(issue, path)}, ${counted(issue.origin, held, path) ?? was}`
    case 'invalid_type':
      return held === undefined ? `${field} is missing` : `${field} must be ${expected(issue.expected)}, ${was}`
    case 'invalid_value':
      return held === undefined ? `${field} is missing` : `${field} must be ${oneOf(issue.values)}, ${was}`
    case 'unrecognized_keys':
      return `${field} holds ${list(issue.keys.map((key) => `"${key}"`))}, which is not known`
    case 'invalid_format':
      return format ? `${field} must be ${format}, ${was}` : notValid()
    case 'not_multiple_of':
      return `${field} must be a multiple of ${issue.divisor}, ${was}`
    case 'custom':
      return issue.message && issue.message !== 'Invalid input' ? `${field} ${issue.message}, ${was}` : notValid()
    default:
      return notValid()
  }

  function notValid() {
    return `${field} is not valid: it was ${shown(held, path)}`
  }
}

/** Formats that a field may have to be in, in words. */
const FORMATS: Partial<Record<string, string>> = {
  email: 'an address such as name@example.org',
  uuid: 'an id (a UUID)',
}

function bound(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>, path: Path): string {
  const limit = issue.code === 'too_small' ? issue.minimum : issue.maximum
  const word =
    issue.code === 'too_small'
      ? issue.inclusive === false
        ? 'more than'
        : 'at least'
      : issue.inclusive === false
        ? 'less than'
        : 'at most'
  if (issue.origin === 'string') return `${word} ${limit} ${Number(limit) === 1 ? 'character' : 'characters'} long`
  if (issue.origin === 'array' || issue.origin === 'set') return `a list of ${word} ${limit}`
  return `${word} ${shown(Number(limit), path)}`
}

/** What is to hold something and holds nothing: that needs no counting of characters. */
function isLeftEmpty(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>, held: unknown): boolean {
  return issue.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1 && String(held).trim() === ''
}

function counted(origin: string, held: unknown, path: Path): string | null {
  if (origin === 'string' && typeof held === 'string' && held !== '') {
    return held.trim() === '' ? 'but was blank' : `but had ${held.length}: ${shown(held, path)}`
  }
  if (origin === 'array' && Array.isArray(held)) return `but had ${held.length}`
  return null
}

function expected(type: string): string {
  const words: Record<string, string> = {
    int: 'a whole number',
    number: 'a number',
    string: 'text',
    boolean: 'yes or no',
    array: 'a list',
    object: 'an object',
    null: 'empty',
  }
  return words[type] ?? type
}

function oneOf(values: readonly unknown[]): string {
  return values.length === 1 ? quoted(values[0]) : `one of ${list(values.map(quoted))}`
}

function list(words: string[]): string {
  if (words.length < 2) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`
}

/** `sets.0.loadG` is "load of sets 1": places are counted from one, units leave the name and join the value. */
export function fieldName(path: Path): string {
  const names: string[] = []
  for (const step of path) {
    const last = names[names.length - 1]
    if (typeof step === 'number') names[Math.max(0, names.length - 1)] = `${last ?? 'item'} ${step + 1}`
    else names.push(words(String(step)))
  }
  return names.length === 0 ? 'the input' : names.reverse().join(' of ')
}

/** Stored units by the ending of a field's name: how many of them make what is shown, and its name. */
const UNITS: readonly { ends: RegExp; per: number; unit: string }[] = [
  { ends: /G$/, per: 1000, unit: 'kg' },
  { ends: /Ms$/, per: 1000, unit: 's' },
  { ends: /distanceM$/, per: 1, unit: 'm' },
  { ends: /S$/, per: 1, unit: 's' },
  { ends: /^rir2$/, per: 2, unit: 'reps in reserve' },
]

/** Fields that are not called what a person would call them. */
const NAMES: Partial<Record<string, string>> = { rir2: 'effort', current: 'current password', next: 'new password' }

function words(name: string): string {
  return (
    NAMES[name] ??
    name
      .replace(/(Id|G|Ms|M|S)$/, (end) => (end === 'Id' ? ' id' : ''))
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
  )
}

/** Never repeated, however wrong: a screen or a log may show the sentence to others. */
const SECRETS = ['password', 'current', 'next', 'token']

export function shown(value: unknown, path: Path): string {
  const name = String(path[path.length - 1] ?? '')
  if (SECRETS.includes(name) && typeof value === 'string' && value !== '') return 'something else'
  if (typeof value !== 'number' || !Number.isFinite(value)) return quoted(value)
  if (name.endsWith('At') && Math.abs(value) <= 8.64e15 && Number.isInteger(value)) {
    return new Date(value).toISOString()
  }
  const unit = UNITS.find(({ ends }) => ends.test(name))
  return unit ? `${Number((value / unit.per).toPrecision(12))} ${unit.unit}` : String(value)
}

function quoted(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'an object'
  if (typeof value !== 'string') return String(value)
  const text = value.replaceAll('\u0000', '␀')
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<PropertyKey, unknown>)[step]
  }
  return value
}
