/** The four shapes in which Strong has exported, and the German one. */
import { civilOf } from '../../../../shared/local-day.ts'
import { type MadeBlock, type MadeSet, type MadeWorkout, two } from './fixtures.ts'

export type StrongShape = 'A' | 'B' | 'C' | 'D' | 'D-de'

const isoDate = ({ day }: MadeWorkout) => {
  const { year, month, day: date } = civilOf(day)
  return `${year}-${two(month)}-${two(date)}`
}
const iso = (made: MadeWorkout) => `${isoDate(made)} ${two(made.hour)}:${two(made.minute)}:${two(made.second)}`
/** iOS set to 12 hours puts a narrow no-break space before AM and PM. */
const half = (made: MadeWorkout) =>
  `${isoDate(made)} ${made.hour % 12 || 12}:${two(made.minute)}:${two(made.second)}\u202f${made.hour < 12 ? 'AM' : 'PM'}`

const lasting = (minutes: number) =>
  minutes < 60
    ? `${minutes}m`
    : minutes % 60 === 0
      ? `${minutes / 60}h`
      : `${Math.floor(minutes / 60)}h ${minutes % 60}m`
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
const orderOf = (set: MadeSet, number: number) =>
  set.kind === 'warmup' ? 'W' : set.kind === 'dropset' ? 'D' : set.kind === 'failure' ? 'F' : String(number)

function* lines(
  history: readonly MadeWorkout[],
): Generator<{ made: MadeWorkout; block: MadeBlock; set: MadeSet; order: string; nth: number }> {
  for (const [i, made] of history.entries()) {
    for (const block of made.blocks) {
      let number = 0
      for (const set of block.sets) {
        if (set.kind === 'normal') number++
        yield { made, block, set, order: orderOf(set, number), nth: i + 1 }
      }
    }
  }
}

/** The note of an exercise stands on its first set. */
const noteOf = (block: MadeBlock, set: MadeSet) => (set === block.sets[0] && block.note ? block.note : set.note)

function shapeA(history: readonly MadeWorkout[]): string {
  const rows = [
    'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE',
  ]
  for (const { made, block, set, order } of lines(history)) {
    const figures = [(set.kg ?? 0).toFixed(1), set.reps ?? 0, set.km ?? 0, set.seconds ?? 0].join(',')
    rows.push(
      `${iso(made)},${quoted(made.title)},${lasting(made.minutes)},${quoted(block.strong)},${order},${figures},${quoted(noteOf(block, set))},${quoted(made.note)},${set.rpe ?? ''}`,
    )
    if (set === block.sets.at(-1)) {
      rows.push(
        `${iso(made)},${quoted(made.title)},${lasting(made.minutes)},${quoted(block.strong)},Rest Timer,0,0,0,${block.restS}.0,"","",`,
      )
    }
  }
  return `${rows.join('\n')}\n`
}

function shapeB(history: readonly MadeWorkout[]): string {
  const rows = [
    'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Weight Unit,Reps,RPE,Distance,Distance Unit,Seconds,Notes,Workout Notes',
  ]
  for (const { made, block, set, order } of lines(history)) {
    const load = set.kg === null ? ',' : `${set.kg},kg`
    const distance = set.km === null ? ',' : `${set.km},km`
    rows.push(
      `${half(made)},${quoted(made.title)},${lasting(made.minutes)},${quoted(block.strong)},${order},${load},${set.reps ?? ''},${set.rpe ?? ''},${distance},${set.seconds ?? 0},${quoted(noteOf(block, set))},${quoted(made.note)}`,
    )
  }
  return `\uFEFF${rows.join('\r\n')}\r\n`
}

function shapeC(history: readonly MadeWorkout[]): string {
  const rows = [
    'Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;Workout Notes;Workout Duration',
  ]
  for (const { made, block, set, order } of lines(history)) {
    const figures = `${(set.kg ?? 0).toFixed(2)};kg;${set.reps ?? 0};${set.rpe ?? ''};${(set.km ?? 0).toFixed(2)};km;${set.seconds ?? 0}`
    rows.push(
      `${iso(made)};${quoted(made.title)};${quoted(block.strong)};${order};${figures};${quoted(noteOf(block, set))};${quoted(made.note)};${lasting(made.minutes)}`,
    )
  }
  return rows.join('\n')
}

const HEADER_D = {
  en: 'Workout #;Date;Workout Name;Duration (sec);Exercise Name;Set Order;Weight (kg);Reps;RPE;Distance (meters);Seconds;Notes;Workout Notes',
  de: 'Workout #;Datum;Workout-Name;Dauer (Sek.);Name der Übung;Reihenfolge festlegen;Gewicht (kg);Wiederh.;RPE;Entfernung (Meter);Sekunden;Notizen;Workout-Notizen',
}

function shapeD(history: readonly MadeWorkout[], locale: 'en' | 'de'): string {
  const rows = [HEADER_D[locale]]
  const number = (value: number | null) =>
    value === null ? '' : String(value).replace('.', locale === 'de' ? ',' : '.')
  for (const { made, block, set, order, nth } of lines(history)) {
    if (set === block.sets[0] && block.note) {
      rows.push(
        `${nth};${iso(made)};${quoted(made.title)};${made.minutes * 60};${quoted(block.strong)};${locale === 'de' ? 'Notiz' : 'Note'};;;;;;${quoted(block.note)};`,
      )
    }
    const metres = set.km === null ? '' : number(Math.round(set.km * 1000))
    rows.push(
      `${nth};${iso(made)};${quoted(made.title)};${made.minutes * 60};${quoted(block.strong)};${order};${number(set.kg)};${number(set.reps)};${number(set.rpe)};${metres};${number(set.seconds)};${quoted(set.note)};${quoted(made.note)}`,
    )
  }
  return `\uFEFF${rows.join('\n')}\n`
}

export function strongCsv(history: readonly MadeWorkout[], shape: StrongShape): string {
  if (shape === 'A') return shapeA(history)
  if (shape === 'B') return shapeB(history)
  if (shape === 'C') return shapeC(history)
  return shapeD(history, shape === 'D' ? 'en' : 'de')
}
