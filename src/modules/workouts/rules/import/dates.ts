/**
 * The dates of Strong, Hevy and spreadsheets: ISO, `22 Dec 2025, 08:00`, `Sep 1, 2026, 6:55 PM`, `25 Juli 2026, 14:21`,
 * `31/12/2025`. A wall clock without a zone, unless the text itself carries an offset.
 */
import { foldLetters } from '../../../../shared/fold-letters.ts'
import { civilOf } from '../../../../shared/local-day.ts'
import { plainSpaces } from './numbers.ts'

export type DateOrder = 'dmy' | 'mdy'

export type WallClock = {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  /** False when the file has the day only. */
  timed: boolean
  /** Minutes east of UTC when the text says so, else null. */
  offsetMin: number | null
}

/** Month names by the letters that tell them apart, of en de fr es it pt nl sv pl ru; accents are already taken off. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen', 'sty', 'янв'],
  ['feb', 'fev', 'lut', 'фев'],
  ['mar', 'mrz', 'maa', 'mrt', 'мар'],
  ['apr', 'avr', 'abr', 'kwi', 'апр'],
  ['may', 'mai', 'mag', 'mei', 'maj', 'май', 'мая', 'маи'],
  ['jun', 'juin', 'giu', 'cze', 'июн'],
  ['jul', 'juil', 'lug', 'lip', 'июл'],
  ['aug', 'aou', 'ago', 'sie', 'авг'],
  ['sep', 'set', 'wrz', 'сен'],
  ['oct', 'okt', 'ott', 'out', 'paz', 'окт'],
  ['nov', 'lis', 'ноя'],
  ['dec', 'dez', 'dic', 'gru', 'дек'],
]

/** 1 to 12, or null. French has the one pair that three letters don't part: juin, juillet. */
export function monthOf(word: string): number | null {
  const folded = foldLetters(word)
  if (folded.length < 3) return null
  if (folded.startsWith('juin')) return 6
  if (folded.startsWith('juil')) return 7
  const index = MONTHS.findIndex((names) => names.some((name) => folded.startsWith(name)))
  return index < 0 ? null : index + 1
}

const TIME = /(?:^|[\sT,])(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*(a\.?\s?m\.?|p\.?\s?m\.?)?(?=$|[\sZ+-])/i
const OFFSET = /(?:\d|\s)(Z|UTC|[+-]\d{2}:?\d{2})$/i

function offsetOf(text: string): number | null {
  const found = OFFSET.exec(text)?.[1]
  if (!found) return null
  if (/^(z|utc)$/i.test(found)) return 0
  const digits = found.replace(':', '')
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5))
  return digits.startsWith('-') ? -minutes : minutes
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

type Clock = { hour: number; minute: number; second: number }

function readTime(text: string): { clock: Clock; rest: string } | 'bad' | null {
  const found = TIME.exec(text)
  if (!found) return null
  let hour = Number(found[1])
  const half = found[4]?.toLowerCase()[0]
  if (half && (hour < 1 || hour > 12)) return 'bad'
  if (half === 'p' && hour < 12) hour += 12
  if (half === 'a' && hour === 12) hour = 0
  const minute = Number(found[2])
  const second = Number(found[3] ?? 0)
  if (hour > 23 || minute > 59 || second > 59) return 'bad'
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`
  return { clock: { hour, minute, second }, rest }
}

type Day = { year: number; month: number; day: number }

/** `12/5/25` means 2025: nobody logged a workout with an app before 1970. */
function fullYear(digits: string): number {
  const year = Number(digits)
  return digits.length <= 2 ? year + (year < 70 ? 2000 : 1900) : year
}

function readDay(text: string, order: DateOrder): Day | null {
  const iso = /^\D*?(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text)
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }
  const packed = /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(text)
  if (packed) return { year: Number(packed[1]), month: Number(packed[2]), day: Number(packed[3]) }
  const numeric = /(?:^|\s)(\d{1,2})[-/.]\s?(\d{1,2})[-/.]\s?(\d{2}|\d{4})(?!\d)/.exec(text)
  if (numeric) {
    const [first, second] = [Number(numeric[1]), Number(numeric[2])]
    const dayFirst = first > 12 || (second <= 12 && (order === 'dmy' || numeric[0].includes('.')))
    const year = fullYear(numeric[3] ?? '')
    return dayFirst ? { year, month: second, day: first } : { year, month: first, day: second }
  }
  return readSpelled(text)
}

function readSpelled(text: string): Day | null {
  let month: number | null = null
  for (const word of text.match(/\p{L}+/gu) ?? []) month ??= monthOf(word)
  if (month === null) return null
  const numbers = text.match(/\d+/g) ?? []
  if (numbers.length < 2) return null
  const year = numbers.find((digits) => digits.length === 4) ?? numbers[1]
  const day = numbers.find((digits) => digits !== year && digits.length <= 2) ?? ''
  return year && day ? { year: fullYear(year), month, day: Number(day) } : null
}

function fromEpoch(ms: number): WallClock {
  const seconds = Math.floor(ms / 1000)
  const ofDay = seconds - Math.floor(seconds / 86_400) * 86_400
  return {
    ...civilOf(Math.floor(seconds / 86_400)),
    hour: Math.floor(ofDay / 3600),
    minute: Math.floor(ofDay / 60) % 60,
    second: ofDay % 60,
    timed: true,
    offsetMin: 0,
  }
}

/** Null for what is no date, 30 February among it. */
export function readDate(cell: string, order: DateOrder): WallClock | null {
  const text = plainSpaces(cell)
  if (text.length < 6 || text.length > 60) return null
  if (/^1\d{12}$/.test(text)) return fromEpoch(Number(text))
  if (/^1\d{9}$/.test(text)) return fromEpoch(Number(text) * 1000)
  const day = readDay(text, order)
  if (!day || day.month < 1 || day.month > 12 || day.day < 1 || day.day > daysIn(day.year, day.month)) return null
  // A date with points (`31.12.2025`) must not be taken for a time: the day is cut off first when it stands in front.
  const tail = text.replace(/^\d{1,4}[-/.]\s?\d{1,2}[-/.]\s?\d{1,4}/, '').replace(/^T/, ' ')
  const time = readTime(tail)
  if (time === 'bad') return null
  if (!time) return { ...day, hour: 0, minute: 0, second: 0, timed: false, offsetMin: null }
  return { ...day, ...time.clock, timed: true, offsetMin: offsetOf(text) }
}

/** A clock time in a column of its own. */
export function readClock(cell: string): Clock | null {
  const time = readTime(plainSpaces(cell))
  return time === 'bad' || time === null ? null : time.clock
}

/**
 * Which comes first in `03/04/2025`. One day past 12 settles it for the whole file; else it must be asked, with the
 * order that keeps the file's rows sorted as the guess.
 */
export function sniffDateOrder(cells: readonly string[]): { order: DateOrder; sure: boolean; sample: string | null } {
  let dmy = 0
  let mdy = 0
  let sample: string | null = null
  const open: [number, number, number][] = []
  for (const cell of cells) {
    const found = /^(\d{1,2})([-/])(\d{1,2})\2(\d{2}|\d{4})(?!\d)/.exec(plainSpaces(cell))
    if (!found) continue
    const [first, second] = [Number(found[1]), Number(found[3])]
    if (first > 12) dmy++
    else if (second > 12) mdy++
    sample ??= cell.trim()
    open.push([first, second, fullYear(found[4] ?? '')])
  }
  if (sample === null) return { order: 'dmy', sure: true, sample }
  if (dmy !== mdy && (dmy === 0 || mdy === 0)) return { order: dmy > mdy ? 'dmy' : 'mdy', sure: true, sample }
  const turns = (key: (d: [number, number, number]) => number) => {
    let up = 0
    let down = 0
    for (let i = 1; i < open.length; i++) {
      const [before, after] = [open[i - 1], open[i]]
      if (!before || !after) continue
      if (key(after) > key(before)) up++
      else if (key(after) < key(before)) down++
    }
    return Math.min(up, down)
  }
  const asDmy = turns(([first, second, year]) => year * 400 + second * 32 + first)
  const asMdy = turns(([first, second, year]) => year * 400 + first * 32 + second)
  return { order: asMdy < asDmy ? 'mdy' : 'dmy', sure: false, sample }
}
