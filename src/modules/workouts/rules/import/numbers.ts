/** What stands in a number's cell, before `shared/entered-number` reads it: nothing at all, or a comma of some meaning. */

export type DecimalMark = '.' | ','

const NOTHING = new Set([
  '',
  'nan',
  'null',
  'none',
  'nil',
  'n/a',
  'na',
  'undefined',
  '-',
  '–',
  '—',
  '--',
  '#n/a',
  'inf',
])

/** What is nothing is nothing, never zero: empty, `NaN`, `null`, a dash. */
export function isNothing(cell: string): boolean {
  return NOTHING.has(cell.trim().toLowerCase())
}

/** Spaces of every kind become a plain one: the apps put narrow ones before AM and between thousands. */
export function plainSpaces(text: string): string {
  return text
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .trim()
}

/** Written by a float, not by a person (61.234969949999996): six decimals are a thousandth of a gram. */
export function withoutFloatNoise(text: string): string {
  return text.replace(/^(\d+)([.,])(\d{7,})$/, (_, whole: string, mark: string, digits: string) =>
    Number(`${whole}.${digits}`).toFixed(6).replace(/0+$/, '').replace(/\.$/, '').replace('.', mark),
  )
}

/** Without thousands, so that what is kept as typed means the same wherever it is read: `1,250.5` is `1250.5`. */
export function ungrouped(text: string, decimal: DecimalMark): string {
  const grouped = decimal === '.' ? /^[1-9]\d{0,2}(,\d{3})+(?!\d)/ : /^[1-9]\d{0,2}(\.\d{3})+(?!\d)/
  return text.replace(grouped, (whole) => whole.replace(decimal === '.' ? /,/g : /\./g, ''))
}

const THOUSANDS_AND_DECIMALS = { ',': /^-?\d{1,3}(\.\d{3})+,\d+$/, '.': /^-?\d{1,3}(,\d{3})+\.\d+$/ } as const

/**
 * What a comma means in this file. `1,5` says decimals, `1,250.5` says thousands; a file with nothing but `5,000` says
 * nothing, and then the delimiter does: who separates columns by semicolons writes decimals with commas.
 */
export function sniffDecimalMark(cells: Iterable<string>, delimiter: string): DecimalMark {
  let comma = 0
  let point = 0
  for (const cell of cells) {
    const text = plainSpaces(cell)
    if (THOUSANDS_AND_DECIMALS[','].test(text)) comma++
    else if (THOUSANDS_AND_DECIMALS['.'].test(text)) point++
    else if (/^-?\d+,\d+$/.test(text) && !/^-?[1-9]\d{0,2},\d{3}$/.test(text)) comma++
    else if (/^-?\d*\.\d+$/.test(text)) point++
  }
  if (comma !== point) return comma > point ? ',' : '.'
  return delimiter === ';' ? ',' : '.'
}

/** `135.00` and `135` are one text of the same number. */
export function withoutEndZeros(text: string): string {
  return text.replace(/([.,]\d*?)0+$/, '$1').replace(/[.,]$/, '')
}
