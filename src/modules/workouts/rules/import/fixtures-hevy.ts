/** Hevy's export: newest workout first, all text quoted, dates in the phone's language, units in the column names. */
import { civilOf } from '../../../../shared/local-day.ts'
import { type MadeWorkout, two } from './fixtures.ts'

/** `us` is English with 12 hours. */
export const HEVY_DATES = ['en', 'us', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'pl', 'ru'] as const
export type HevyDates = (typeof HEVY_DATES)[number]

const MONTHS: Record<HevyDates, string> = {
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  us: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  de: 'Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.',
  fr: 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.',
  es: 'ene feb mar abr may jun jul ago sept oct nov dic',
  it: 'gen feb mar apr mag giu lug ago set ott nov dic',
  pt: 'jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.',
  nl: 'jan. feb. mrt. apr. mei jun. jul. aug. sep. okt. nov. dec.',
  sv: 'jan. feb. mars apr. maj juni juli aug. sep. okt. nov. dec.',
  pl: 'sty lut mar kwi maj cze lip sie wrz paź lis gru',
  ru: 'янв. февр. марта апр. мая июня июля авг. сент. окт. нояб. дек.',
}

export function hevyDate(dayNumber: number, hour: number, minute: number, dates: HevyDates): string {
  const { year, month, day } = civilOf(dayNumber)
  const name = MONTHS[dates].split(' ')[month - 1] ?? ''
  if (dates === 'us')
    return `${name} ${day}, ${year}, ${hour % 12 || 12}:${two(minute)}\u202f${hour < 12 ? 'AM' : 'PM'}`
  return `${day} ${name} ${year}, ${two(hour)}:${two(minute)}`
}

const LB = 0.45359237
const MILE = 1.609344
const quoted = (text: string) => `"${text.replaceAll('"', '""').replaceAll('\n', '\\n')}"`

export function hevyCsv(
  history: readonly MadeWorkout[],
  {
    unit = 'kg',
    distance = 'km',
    dates = 'en',
  }: { unit?: 'kg' | 'lbs'; distance?: 'km' | 'miles'; dates?: HevyDates } = {},
): string {
  const header = `"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index","set_type","weight_${unit}","reps","distance_${distance}","duration_seconds","rpe"`
  const rows = [header]
  for (const made of history.toReversed()) {
    const start = hevyDate(made.day, made.hour, made.minute, dates)
    const ended = made.hour * 60 + made.minute + made.minutes
    const end = hevyDate(made.day + Math.floor(ended / 1440), Math.floor(ended / 60) % 24, ended % 60, dates)
    const workout = [made.title, start, end, made.note].map(quoted).join(',')
    for (const block of made.blocks) {
      block.sets.forEach((set, i) => {
        const load = set.kg === null ? '' : unit === 'kg' ? set.kg : Math.round(set.kg / LB)
        const far = set.km === null ? '' : distance === 'km' ? set.km : Math.round((set.km / MILE) * 100) / 100
        rows.push(
          `${workout},${quoted(block.hevy)},${block.superset ?? ''},${quoted(block.note)},${i},${quoted(set.kind)},${load},${set.reps ?? ''},${far},${set.seconds ?? ''},${set.rpe ?? ''}`,
        )
      })
    }
  }
  return `${rows.join('\n')}\n`
}
