/**
 * Reads CSV as RFC 4180 writes it and as apps and spreadsheets really write it: any line ending, any delimiter, quotes
 * that were never doubled. Lazy: a row is read when it is asked for. A damaged row costs that row, never the rest.
 */
export type CsvRow = {
  /** Line of the file on which the row starts, from 1. */
  line: number
  cells: string[]
  /** A quote was opened and never closed: the line was cut at its delimiters as it stands. */
  damaged: boolean
}

/** No note is this long: past it an open quote is taken for a stray one. */
const LONGEST_QUOTED = 32_768

const QUOTE = 34
const LF = 10
const CR = 13

type Quoted = { value: string; next: number; lines: number }

/** Reads the field whose opening quote stands before `from`; null when no quote closes it in earnest. */
function readQuoted(text: string, from: number, delimiter: string): Quoted | null {
  let value = ''
  let start = from
  for (;;) {
    const quote = text.indexOf('"', start)
    if (quote < 0 || quote - from > LONGEST_QUOTED) return null
    if (text.charCodeAt(quote + 1) === QUOTE) {
      value += text.slice(start, quote + 1)
      start = quote + 2
      continue
    }
    let after = quote + 1
    while (text[after] === ' ' && delimiter !== ' ') after++
    const code = text.charCodeAt(after)
    const closes = after >= text.length || code === LF || code === CR || text[after] === delimiter
    value += text.slice(start, quote)
    if (closes) return { value, next: after, lines: countLines(value) }
    // A quote inside the text that should have been doubled. Over a line end it is rather an unclosed field before it.
    if (value.includes('\n') || value.includes('\r')) return null
    value += '"'
    start = quote + 1
  }
}

function countLines(text: string): number {
  let lines = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === LF || (code === CR && text.charCodeAt(i + 1) !== LF)) lines++
  }
  return lines
}

function endOfLine(text: string, from: number): number {
  let i = from
  while (i < text.length && text.charCodeAt(i) !== LF && text.charCodeAt(i) !== CR) i++
  return i
}

function afterLineEnd(text: string, at: number): number {
  if (text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF) return at + 2
  return Math.min(at + 1, text.length)
}

function readRow(
  text: string,
  from: number,
  delimiter: string,
): { cells: string[]; end: number; lines: number } | null {
  const cells: string[] = []
  let lines = 0
  let i = from
  for (;;) {
    if (text.charCodeAt(i) === QUOTE) {
      const quoted = readQuoted(text, i + 1, delimiter)
      if (!quoted) return null
      cells.push(quoted.value)
      lines += quoted.lines
      i = quoted.next
    } else {
      const start = i
      while (i < text.length) {
        const code = text.charCodeAt(i)
        if (code === LF || code === CR || text[i] === delimiter) break
        i++
      }
      cells.push(text.slice(start, i))
    }
    if (text[i] !== delimiter) return { cells, end: i, lines }
    i++
  }
}

/** The rows of `text`, one by one. Empty lines are passed over; `at` is how far the text is read, for a progress bar. */
export function* csvRows(text: string, delimiter: string): Generator<CsvRow & { at: number }> {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  let line = 1
  while (at < text.length) {
    const row = readRow(text, at, delimiter)
    if (row) {
      at = afterLineEnd(text, row.end)
      if (row.cells.length > 1 || row.cells[0]?.trim()) yield { line, cells: row.cells, damaged: false, at }
      line += row.lines + 1
    } else {
      const end = endOfLine(text, at)
      const cells = text.slice(at, end).split(delimiter)
      at = afterLineEnd(text, end)
      yield { line, cells: cells.map((cell) => cell.replace(/^"|"$/g, '')), damaged: true, at }
      line++
    }
  }
}

const DELIMITERS = [',', ';', '\t', '|'] as const
/** Known headers that make a row the header. */
const ENOUGH_HEADERS = 2

/**
 * The delimiter that cuts the first rows into the most alike rows. `known` says how many of a row's cells are headers
 * that we understand: one such row settles it, since a note may be full of commas. Any other sign, a blank too, is one
 * only when it cuts known headers and all rows below them alike.
 */
export function sniffDelimiter(text: string, known: (cells: string[]) => number): string {
  const spoken = /^\uFEFF?sep=(.)\r?\n/i.exec(text.slice(0, 20))?.[1]
  if (spoken) return spoken
  const head = text.slice(0, 64_000)
  let best: { delimiter: string; headers: number; score: number } = { delimiter: ',', headers: 0, score: -1 }
  for (const delimiter of DELIMITERS) {
    const rows = firstRows(head, delimiter)
    const widths = new Map<number, number>()
    for (const { length } of rows) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1)
    const headers = Math.max(0, ...rows.slice(0, 10).map(known))
    const score = headers * 1000 + Math.max(0, ...widths.values()) * 10 + (widths.size > 0 ? 1 : 0)
    if (score > best.score) best = { delimiter, headers, score }
  }
  if (best.headers >= ENOUGH_HEADERS) return best.delimiter
  return otherSigns(head).find((sign) => cutsAlike(firstRows(head, sign), known)) ?? best.delimiter
}

function firstRows(head: string, delimiter: string): string[][] {
  const rows: string[][] = []
  for (const { cells } of csvRows(head, delimiter)) if (rows.push(cells) >= 40) break
  return rows
}

/** Signs of the first lines, those that are commonest in them first. */
function otherSigns(head: string): string[] {
  const counts = new Map<string, number>()
  for (const sign of head.slice(0, 1000).match(/[^\p{L}\p{N}\p{M}"\r\n\ufeff]/gu) ?? []) {
    if (sign.length === 1) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([sign]) => sign)
}

function cutsAlike(rows: string[][], known: (cells: string[]) => number): boolean {
  const at = rows.slice(0, 10).findIndex((cells) => known(cells) >= ENOUGH_HEADERS)
  const table = at < 0 ? [] : rows.slice(at)
  return table.length > 1 && table.every(({ length }) => length === table[0]?.length)
}
