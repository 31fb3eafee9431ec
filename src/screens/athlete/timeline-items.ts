/**
 * The journal as items of the timeline: what one tap wrote is one of them, an import with all its pieces too. Undos are
 * no items of their own: they say of others that they are undone.
 */
import type { Entry } from '../../sync/client/journal.ts'
import { type Journaled, undosOf } from '../../sync/undo.ts'

/**
 * Every mutation there is, and what it does to the timeline: `plain` is undone by its rows, `import` together with all
 * pieces of the same file, `hidden` is nothing that a person did.
 */
export const DEEDS: Readonly<Record<string, 'plain' | 'import' | 'hidden'>> = {
  'users.setUp': 'hidden',
  'users.editProfile': 'plain',
  'users.setWeeklyGoal': 'plain',
  'gyms.addPlace': 'plain',
  'gyms.editPlace': 'plain',
  'gyms.noteAtPlace': 'plain',
  'gyms.removePlace': 'plain',
  'gyms.restorePlace': 'plain',
  'exercises.create': 'plain',
  'exercises.edit': 'plain',
  'exercises.remove': 'plain',
  'exercises.restore': 'plain',
  'programs.follow': 'plain',
  'programs.leave': 'plain',
  'programs.override': 'plain',
  'programs.startSession': 'plain',
  'programs.skipSession': 'plain',
  'programs.dropSession': 'plain',
  'programs.decide': 'plain',
  'workouts.start': 'plain',
  'workouts.addExercise': 'plain',
  'workouts.moveExercise': 'plain',
  'workouts.removeExercise': 'plain',
  'workouts.restoreExercise': 'plain',
  'workouts.editExercise': 'plain',
  'workouts.replaceExercise': 'plain',
  'workouts.addSet': 'plain',
  'workouts.editSet': 'plain',
  'workouts.checkSet': 'plain',
  'workouts.uncheckSet': 'plain',
  'workouts.removeSet': 'plain',
  'workouts.restoreSet': 'plain',
  'workouts.finish': 'plain',
  'workouts.resume': 'plain',
  'workouts.takeOver': 'plain',
  'workouts.pause': 'plain',
  'workouts.rateSession': 'plain',
  'workouts.addBreak': 'plain',
  'workouts.removeBreak': 'plain',
  'workouts.restoreBreak': 'plain',
  'workouts.addRoutine': 'plain',
  'workouts.editRoutine': 'plain',
  'workouts.removeRoutine': 'plain',
  'workouts.restoreRoutine': 'plain',
  'workouts.putFolder': 'plain',
  'workouts.removeFolder': 'plain',
  'workouts.restoreFolder': 'plain',
  'workouts.nameRoutine': 'plain',
  'workouts.makeLink': 'plain',
  'workouts.revokeLink': 'plain',
  'workouts.addMeasurement': 'plain',
  'workouts.removeMeasurement': 'plain',
  'workouts.restoreMeasurement': 'plain',
  'workouts.addPhoto': 'plain',
  'workouts.removePhoto': 'plain',
  'workouts.restorePhoto': 'plain',
  'workouts.edit': 'plain',
  'workouts.remove': 'plain',
  'workouts.restore': 'plain',
  'workouts.startImport': 'import',
  'workouts.importChunk': 'import',
  'workouts.finishImport': 'import',
  'workouts.removeBatch': 'plain',
  'workouts.restoreBatch': 'plain',
  'workouts.addCardio': 'import',
  'archive.bring': 'import',
  'archive.mark': 'import',
}

export type Item = {
  /** The mid of the first of them. */
  key: string
  /** The one that is named. */
  lead: Entry
  entries: Entry[]
  /** The undos that hold it back, empty while it stands. */
  undos: Entry[]
}

/** No thumb is so fast: what is written within it was one tap. */
const ONE_TAP_MS = 50
/** Pieces of a file come one after the other, with rests between them; so do the figures of a set. */
const ONE_GO_MS = 120_000
/** Named before what was written along with it. */
const LEADS = [
  'workouts.checkSet',
  'workouts.finish',
  'workouts.start',
  'workouts.startImport',
  'workouts.removeBatch',
  'workouts.restoreBatch',
]

/** Latest first. Of `journal`, whose entries these are. */
export function itemsOf(entries: readonly Entry[], journal: Journaled): Item[] {
  const shown = entries.filter(({ undoes, name }) => undoes.length === 0 && DEEDS[name] !== 'hidden')
  const items: Item[] = []
  for (const [, mine] of Map.groupBy(shown, ({ stamp: [, device] }) => device)) {
    let last: Item | undefined
    for (const entry of mine.toSorted((a, b) => a.stamp[2] - b.stamp[2])) {
      if (last && isWith(last.entries, entry)) last.entries.push(entry)
      else {
        last = { key: entry.mid, lead: entry, entries: [entry], undos: [] }
        items.push(last)
      }
    }
  }
  for (const item of items) item.lead = leadOf(item.entries) ?? item.lead
  const isUndoneBy = new Map<string, Entry[]>()
  for (const undo of entries) {
    if (undo.undoes.length === 0 || journal.isUndone(undo.mid)) continue
    for (const mid of undo.undoes) isUndoneBy.set(mid, [...(isUndoneBy.get(mid) ?? []), undo])
  }
  for (const item of items) {
    const undos = withoutExercises(item).map(({ mid }) => isUndoneBy.get(mid) ?? [])
    if (undos.every((one) => one.length > 0)) item.undos = [...new Set(undos.flat())]
  }
  return items.sort((a, b) => b.lead.stamp[0] - a.lead.stamp[0] || b.lead.stamp[2] - a.lead.stamp[2])
}

/** What came of it is named: of figures that were typed one by one the last. */
function leadOf(entries: readonly Entry[]): Entry | undefined {
  const named = LEADS.flatMap((name) => entries.findLast((entry) => entry.name === name) ?? [])[0]
  return named ?? (entries.every(({ name }) => name === 'workouts.editSet') ? entries.at(-1) : undefined)
}

/** Its facts are of so much of it. */
export const factsKeyOf = ({ lead, entries }: Item) => `${lead.mid} ${entries.length}`

function isWith(item: readonly Entry[], entry: Entry): boolean {
  const before = item.at(-1) as Entry
  const passed = entry.at - before.at
  if (passed < 0) return false
  if (isTyping(before, entry)) return passed <= ONE_GO_MS
  // A weight is the profile's, too; each is written once the one before it is safe, which takes a slow phone its time.
  if (isMeasuring(before.name) && (isMeasuring(entry.name) || entry.name === 'users.editProfile')) {
    return passed <= ONE_AFTER_THE_OTHER_MS
  }
  const isFile = DEEDS[before.name] === 'import' || (CREATES.has(before.name) && isOfFile(item))
  // The exercises that it needs come first.
  if (isFile && CREATES.has(entry.name) && before.name !== 'workouts.importChunk')
    return passed <= ONE_AFTER_THE_OTHER_MS
  if (isFile && DEEDS[entry.name] === 'import' && entry.name !== 'workouts.startImport') return passed <= ONE_GO_MS
  return passed <= ONE_TAP_MS
}

/** An exercise out of a file may have been here before, and gone. */
const CREATES: ReadonlySet<string> = new Set(['exercises.create', 'exercises.restore'])
const ONE_AFTER_THE_OTHER_MS = 2_000
const isMeasuring = (name: string) => name.endsWith('Measurement')
const isOfFile = (entries: readonly Entry[]) => entries.some(({ name }) => name === 'workouts.startImport')

/** An import is undone without the exercises that it brought: they stay where something else needs them. */
export function withoutExercises({ entries }: Item): Entry[] {
  return isOfFile(entries) ? entries.filter(({ name }) => !CREATES.has(name)) : entries
}

/** Its figures, one after the other, until it is checked. */
function isTyping(before: Entry, entry: Entry): boolean {
  const isNext = entry.name === 'workouts.editSet' || entry.name === 'workouts.checkSet'
  return before.name === 'workouts.editSet' && isNext && before.effects[0]?.[1] === entry.effects[0]?.[1]
}

/** What is taken back to undo it: all of it that stands, and what the program was told on the strength of it. */
export function targetsOf({ entries, undos, lead }: Item, journal: Journaled, sessionId: string | undefined): string[] {
  if (undos.length > 0) return [...new Set(entries.flatMap(({ mid }) => undosOf(journal, mid).map((one) => one.mid)))]
  const own = entries.filter(({ mid }) => !journal.isUndone(mid)).map(({ mid }) => mid)
  if (lead.name !== 'workouts.finish' || !sessionId) return own
  const decided = [...journal.byMid.values()].filter(
    ({ mid, name, stamp, effects }) =>
      name === 'programs.decide' &&
      stamp[0] >= lead.stamp[0] &&
      !journal.isUndone(mid) &&
      effects.some(([, id]) => id.startsWith(`${sessionId}:`)),
  )
  return [...own, ...decided.map(({ mid }) => mid)]
}
