/** Durations as apps write them: `2h 38m`, `45 min`, `1 Std. 5 Min.`, `1:02:30`, plain seconds. */
import { parseEntered } from '../../../../shared/entered-number.ts'
import { type DecimalMark, isNothing, plainSpaces } from './numbers.ts'

const HOURS = new Set(
  'h hr hrs hour hours std stunde stunden heure heures hora horas ora ore u uur t tim timme timmar godz godzina godziny g ч час часа часов'.split(
    ' ',
  ),
)
const MINUTES = new Set(
  'm min mins minute minutes minuten minuto minutos minuti minut minuter minuut мин минут м'.split(' '),
)
const SECONDS = new Set(
  's sec secs second seconds sek sekunde sekunden seconde secondes seconden segundo segundos secondi sekund sekunder сек с секунд'.split(
    ' ',
  ),
)

export type DurationUnit = 'h' | 'min' | 's' | 'ms'
const MS: Record<DurationUnit, number> = { h: 3_600_000, min: 60_000, s: 1000, ms: 1 }

/** Milliseconds; null for nothing, 'bad' for what can't be read. A bare number counts in `unit`. */
export function readDuration(cell: string, unit: DurationUnit, decimal: DecimalMark): number | null | 'bad' {
  if (isNothing(cell)) return null
  const text = plainSpaces(cell).toLowerCase()
  const clock = /^(\d{1,3}):(\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)?$/.exec(text)
  if (clock) {
    const [first, second] = [Number(clock[1]), Number(clock[2])]
    return (clock[3] === undefined ? first * 60 + second : first * 3600 + second * 60 + Number(clock[3])) * 1000
  }
  const number = parseEntered(text, { decimal })
  if (number.ok) return Math.round((Number(number.value.digits) / 10 ** number.value.scale) * MS[unit])
  return number.why === 'not_a_number' ? readWorded(text) : 'bad'
}

function readWorded(text: string): number | 'bad' {
  let ms = 0
  let rest = text
  const part = /^\s*(\d+(?:[.,]\d+)?)\s*(\p{L}+)\.?,?\s*/u
  for (let found = part.exec(rest); found; found = part.exec(rest)) {
    const word = found[2] ?? ''
    const value = Number((found[1] ?? '').replace(',', '.'))
    if (HOURS.has(word)) ms += value * MS.h
    else if (MINUTES.has(word)) ms += value * MS.min
    else if (SECONDS.has(word)) ms += value * MS.s
    else return 'bad'
    rest = rest.slice(found[0].length)
  }
  return rest === '' ? Math.round(ms) : 'bad'
}
