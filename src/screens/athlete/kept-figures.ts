/**
 * The figures of all years, kept on the phone month by month and worked out anew where something changed. They equal
 * what the rules say of the rows; a phone that lost them works them out again.
 */

import type { ExerciseDay, FactsOf } from '../../modules/analytics/rules/day-figures.ts'
import {
  type Columns,
  daysOfMonth,
  figuresVersion,
  type KeptHead,
  monthFigures,
  pack,
  type SessionFigures,
  staleMonths,
  unpack,
} from '../../modules/analytics/rules/kept-figures.ts'
import { exercises } from '../../modules/exercises/model.ts'
import { workouts } from '../../modules/workouts/model.ts'
import { monthKey } from '../../shared/local-day.ts'
import type { Phone, Rows } from '../../sync/client/api.ts'
import { derivedIn, type Look } from '../../sync/client/derived.ts'
import { EVERYTHING } from '../../sync/client/touched.ts'
import { FIRST_DAY, LAST_DAY, readDays } from './reads.ts'

const HEAD = 'figures'
const keyOfMonth = (month: string) => `figures ${month}`
/** Worked out before they are kept together: what was done so far is not lost when the app is closed. */
const MONTHS_AT_ONCE = 6

let shipped: Promise<{ version: string; factsOf: FactsOf }> | undefined
/** In a chunk of its own, as everywhere. */
function catalogue() {
  shipped ??= import('../../modules/exercises/data/catalogue.ts').then(({ CATALOGUE }) => {
    const byId = new Map(CATALOGUE.map((one) => [one.id, one]))
    return { version: figuresVersion(CATALOGUE), factsOf: (id) => byId.get(id) }
  })
  shipped.catch(() => {
    shipped = undefined
  })
  return shipped
}

/** Read with the rows, never from a screen: a screen may know an exercise as it was a moment ago. */
async function readFacts(rows: Rows): Promise<FactsOf> {
  const own = new Map([...(await rows.deleted(exercises)), ...(await rows.all(exercises))].map((one) => [one.id, one]))
  const { factsOf } = await catalogue()
  return (id) => factsOf(id) ?? own.get(id)
}

async function readHead(phone: Phone): Promise<KeptHead | undefined> {
  const [head] = await derivedIn(phone.store).get([HEAD])
  return head?.value as KeptHead | undefined
}

/** What is kept as it stands, at once; undefined where nothing is, or where it is of another formula. */
export async function keptHead(phone: Phone): Promise<KeptHead | undefined> {
  const [head, { version }] = await Promise.all([readHead(phone), catalogue()])
  return head?.version === version ? head : undefined
}

/** The days of exercises in these months, oldest first. */
export async function keptDays(phone: Phone, months: readonly string[]): Promise<ExerciseDay[]> {
  const records = await derivedIn(phone.store).get(months.toSorted().map(keyOfMonth))
  return records.flatMap(({ value }) => unpack(value as Columns<ExerciseDay>))
}

export function sessionsOf(head: KeptHead): SessionFigures[] {
  return Object.keys(head.months)
    .sort()
    .flatMap((month) => unpack(head.months[month]?.sessions ?? ({} as Columns<SessionFigures>)))
}

type Options = { signal?: AbortSignal; onStep?: (head: KeptHead, turn: number) => void }
/** Another turn is another state of what is kept. */
type Refreshed = { head: KeptHead; turn: number }

let running: Promise<unknown> = Promise.resolve()

/** One after the other in a tab; across tabs whoever comes late begins anew. */
export function refreshFigures(phone: Phone, options: Options = {}): Promise<Refreshed> {
  const mine = running.then(() => refresh(phone, options))
  running = mine.catch(() => {})
  return mine
}

async function refresh(phone: Phone, { signal, onStep }: Options): Promise<Refreshed> {
  for (;;) {
    signal?.throwIfAborted()
    const { touched, turn } = await derivedIn(phone.store).look()
    const head = await startingHead(
      phone,
      touched.map(({ key }) => key),
      signal,
    )
    if (touched.length === 0 && head.pending.length === 0 && head.isKept) return { head: head.head, turn }
    const done = await workOut(phone, head.head, { touched, turn, signal, onStep, pending: head.pending })
    if (done) return done
  }
}

/** The head as it is kept, or an empty one, with the months that have to be worked out, newest first. */
async function startingHead(phone: Phone, touched: readonly string[], signal: AbortSignal | undefined) {
  const kept = touched.includes(EVERYTHING) ? undefined : await keptHead(phone)
  if (!kept) {
    const months = await phone.readLoosely(async (rows) => {
      const all = await rows.between(workouts, 'localDay', FIRST_DAY, LAST_DAY)
      return [...new Set(all.map(({ localDay }) => monthKey(localDay)))].sort().reverse()
    }, signal)
    const { version } = await catalogue()
    return { head: { version, pending: months, months: {} }, pending: months, isKept: false }
  }
  const ids = touched.filter((key) => key.startsWith('workout:')).map((key) => key.slice('workout:'.length))
  const found = ids.length === 0 ? [] : await phone.readLoosely((rows) => rows.getMany(workouts, ids), signal)
  const stale = staleMonths(kept, touched, new Map(found.map(({ id, localDay }) => [id, localDay])))
  return { head: kept, pending: [...new Set([...stale, ...kept.pending])].sort().reverse(), isKept: true }
}

type Work = Options & Pick<KeptHead, 'pending'> & Look

/** Null when another tab was faster. */
async function workOut(phone: Phone, from: KeptHead, work: Work): Promise<Refreshed | null> {
  let { turn } = work
  let head = from
  const left = [...work.pending]
  await catalogue()
  const facts = await phone.readLoosely(readFacts, work.signal)
  do {
    const now = left.splice(0, MONTHS_AT_ONCE)
    const records: { key: string; value: unknown }[] = []
    const months = { ...head.months }
    for (const month of now) {
      const [first, last] = daysOfMonth(month)
      const wholes = await phone.readLoosely((rows) => readDays(rows, first, last), work.signal)
      const { sessions, exercises: days, exerciseIds } = monthFigures(wholes, facts)
      records.push({ key: keyOfMonth(month), value: pack(days) })
      if (wholes.length > 0) months[month] = { sessions: pack(sessions), exerciseIds }
      else delete months[month]
    }
    // A head that still has months to work out says so: whoever opens the app next goes on there.
    head = { ...head, months, pending: left.slice() }
    const next = await derivedIn(phone.store).keep(
      [...records, { key: HEAD, value: head }],
      left.length > 0 ? [] : work.touched,
      turn,
    )
    if (next === null) return null
    turn = next
    work.onStep?.(head, turn)
  } while (left.length > 0)
  return { head, turn }
}

/** The same for once, of a phone that has no room to keep them: sessions of the same months only. */
export async function figuresUnkept(
  phone: Phone,
  monthsOf: (head: KeptHead) => string[],
  signal: AbortSignal,
): Promise<{ months: string[]; sessions: SessionFigures[]; isOfAllYears: boolean; days: ExerciseDay[] }> {
  await catalogue()
  return phone.readLoosely(async (rows) => {
    const facts = await readFacts(rows)
    const known = await rows.between(workouts, 'localDay', FIRST_DAY, LAST_DAY)
    const none = { sessions: pack<SessionFigures>([]), exerciseIds: [] }
    const all = [...new Set(known.map(({ localDay }) => monthKey(localDay)))].sort()
    const months = Object.fromEntries(all.map((month) => [month, none]))
    const wanted = monthsOf({ version: '', pending: [], months }).filter((month) => month in months)
    const figures: ReturnType<typeof monthFigures>[] = []
    for (const month of wanted.toSorted())
      figures.push(monthFigures(await readDays(rows, ...daysOfMonth(month)), facts))
    return {
      months: all,
      sessions: figures.flatMap(({ sessions }) => sessions),
      isOfAllYears: wanted.length === all.length,
      days: figures.flatMap(({ exercises: days }) => days),
    }
  }, signal)
}
