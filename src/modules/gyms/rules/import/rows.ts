/**
 * Rows of a file as members. Promise: a cell that can't be read is said with its line and left empty, the row comes in;
 * only a row without a name, or one that is damaged, stays out.
 */
import { foldLetters } from '../../../../shared/fold-letters.ts'
import { unguardFormula } from '../../../../shared/formula-guard.ts'
import { dayFromCivil, daysInMonth } from '../../../../shared/local-day.ts'
import { dayFromIso } from '../../../../shared/local-instant.ts'
import { type ColumnMap, memberEmail } from '../../model.ts'
import type { FileTable, MemberField } from './table.ts'

export type Trouble =
  | { key: 'noName' }
  | { key: 'damaged' }
  | { key: 'badEmail'; was: string }
  | { key: 'badDate'; was: string }
  | { key: 'future'; was: string }
  | { key: 'noLocation'; was: string }
  | { key: 'tooLong'; was: string }

export type ReadRow = {
  line: number
  name: string
  email: string | null
  phone: string | null
  startedOn: number | null
  locationId: string | null
  /** Has left, by the file. */
  isEnded: boolean
  troubles: Trouble[]
  /** Can't come in as it is. */
  isOut: boolean
}

/** What a file says of somebody who has left; everybody else is a member now. */
const ENDED =
  /^(ended|cancell?ed|terminated|expired|left|inactive|former|former member|ex-?member|gekundigt|gekuendigt|inaktiv|ausgetreten|beendet|inactivo|baja|inactif|resilie|neaktiven)$/

const LONGEST = { name: 120, phone: 40 }

export type Reading = {
  locations: readonly { id: string; name: string }[]
  /** The gym's own day. */
  today: number
}

export function readRows(table: FileTable, map: ColumnMap, { locations, today }: Reading): ReadRow[] {
  const at = new Map<MemberField, number>()
  for (const [column, title] of table.titles.entries()) {
    const field = map[title]
    if (field && !at.has(field)) at.set(field, column)
  }
  const places = new Map(locations.map(({ id, name }) => [foldLetters(name).trim(), id]))
  const dateColumn = at.get('startedOn')
  const order = dateColumn === undefined ? 'dmy' : dateOrder(table.rows.map(({ cells }) => cells[dateColumn] ?? ''))

  return table.rows.map(({ line, cells, isDamaged }) => {
    const troubles: Trouble[] = []
    const text = (field: MemberField) => tidy(cells[at.get(field) ?? -1])
    const named = text('name') || [text('firstName'), text('lastName')].filter(Boolean).join(' ')
    const name = cut(named, LONGEST.name, troubles)
    if (isDamaged) troubles.push({ key: 'damaged' })
    else if (!name) troubles.push({ key: 'noName' })
    return {
      line,
      name,
      email: readEmail(text('email'), troubles),
      phone: cut(text('phone'), LONGEST.phone, troubles) || null,
      startedOn: readDate(text('startedOn'), { order, today }, troubles),
      locationId: readLocation(text('location'), places, troubles),
      isEnded: ENDED.test(foldLetters(text('state')).trim()),
      troubles,
      isOut: isDamaged || !name,
    }
  })
}

/** NUL and its like can't be stored, and an address is never in them. An export's apostrophe before `+44…` is no part of it. */
const CONTROL = /\p{Cc}+/gu
const tidy = (cell: string | undefined) =>
  unguardFormula((cell ?? '').toWellFormed())
    .replace(CONTROL, ' ')
    .trim()

function cut(text: string, most: number, troubles: Trouble[]): string {
  if (text.length <= most) return text
  troubles.push({ key: 'tooLong', was: text.slice(0, 40) })
  return text.slice(0, most).toWellFormed()
}

function readEmail(text: string, troubles: Trouble[]): string | null {
  if (text === '') return null
  const email = text.replace(/^mailto:/i, '').toLowerCase()
  // By the same schema as the server: one bad address must not turn the whole file away.
  if (memberEmail.safeParse(email).success) return email
  troubles.push({ key: 'badEmail', was: text.slice(0, 60) })
  return null
}

function readLocation(text: string, places: ReadonlyMap<string, string>, troubles: Trouble[]): string | null {
  if (text === '') return null
  const found = places.get(foldLetters(text).trim())
  if (found === undefined) troubles.push({ key: 'noLocation', was: text.slice(0, 60) })
  return found ?? null
}

type Order = 'dmy' | 'mdy'
const PARTS = /^(\d{1,2})[./\-\s](\d{1,2})[./\-\s](\d{4}|\d{2})(?:[\s,T].*)?$/

/** One column is written one way: a single 13 tells which. Without one, the day comes first, as nearly everywhere. */
function dateOrder(cells: readonly string[]): Order {
  let [first, second] = [0, 0]
  for (const cell of cells) {
    const [, a, b] = PARTS.exec(cell.trim()) ?? []
    first = Math.max(first, Number(a ?? 0))
    second = Math.max(second, Number(b ?? 0))
  }
  return second > 12 && first <= 12 ? 'mdy' : 'dmy'
}

/** Days since 1899-12-30, as spreadsheets count them. */
const SHEET_EPOCH = dayFromCivil(1899, 12, 30)

function readDate(text: string, { order, today }: { order: Order; today: number }, troubles: Trouble[]): number | null {
  if (text === '') return null
  const day = dayOfText(text, order, today)
  if (day === null) troubles.push({ key: 'badDate', was: text.slice(0, 40) })
  else if (day > today) troubles.push({ key: 'future', was: text.slice(0, 40) })
  else return day
  return null
}

function dayOfText(text: string, order: Order, today: number): number | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s].*)?$/.exec(text)
  if (iso) return dayFromIso(`${iso[1]}-${iso[2]?.padStart(2, '0')}-${iso[3]?.padStart(2, '0')}`)
  if (/^[2-5]\d{4}$/.test(text)) return SHEET_EPOCH + Number(text)
  const [, a, b, c] = PARTS.exec(text) ?? []
  if (!a || !b || !c) return null
  const [day, month] = order === 'dmy' ? [Number(a), Number(b)] : [Number(b), Number(a)]
  const year = c.length === 4 ? Number(c) : centuryOf(Number(c), today)
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return dayFromCivil(year, month, day)
}

/** Nobody has joined yet in a year to come. */
function centuryOf(short: number, today: number): number {
  const year = 2000 + short
  return dayFromCivil(year, 1, 1) > today ? year - 100 : year
}
