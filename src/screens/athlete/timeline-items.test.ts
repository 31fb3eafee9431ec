import { describe, expect, test } from 'vitest'
import words from '../../messages/en/athlete-elsewhere.json' with { type: 'json' }
import type { Entry } from '../../sync/client/journal.ts'
import { journaled } from '../../sync/undo.ts'
import { phoneMutations } from '../../wiring/sync-phone.ts'
import { DEEDS, itemsOf, targetsOf } from './timeline-items.ts'

let seq = 0
const entry = (name: string, at: number, rest: Partial<Entry> = {}): Entry => {
  seq += 1
  return {
    ...{ mid: `m${seq}`, name, at, stamp: [at, 'phone', seq], actor: 'me', undoes: [], isHere: true },
    effects: [['logged_set', `s${seq}`]],
    ...rest,
  }
}
const items = (entries: readonly Entry[]) => itemsOf(entries, journaled(entries))
const names = (entries: readonly Entry[]) => items(entries).map((item) => item.entries.map(({ name }) => name))

describe('the timeline', () => {
  test('has a verdict and words for every mutation there is', () => {
    const all = phoneMutations.map(({ name }) => name).sort()
    expect(Object.keys(DEEDS).sort()).toEqual(all)
    const said = all.filter((name) => DEEDS[name] !== 'hidden').map((name) => name.replace('.', '_'))
    expect(Object.keys(words.timeline.did).sort()).toEqual([...said, 'other'].sort())
  })

  test('takes what one tap wrote for one item, and what two taps wrote for two', () => {
    const tap = [entry('programs.startSession', 10), entry('workouts.start', 12), entry('workouts.addExercise', 13)]
    const later = [entry('workouts.checkSet', 4_000), entry('workouts.checkSet', 4_400)]
    const beside = entry('workouts.checkSet', 12, { stamp: [12, 'tablet', 1] })
    expect(names([...tap, ...later, beside])).toEqual([
      ['workouts.checkSet'],
      ['workouts.checkSet'],
      ['programs.startSession', 'workouts.start', 'workouts.addExercise'],
      ['workouts.checkSet'],
    ])
    expect(items(tap)[0]?.lead.name).toBe('workouts.start')
  })

  test('takes the figures of a set and its check for one item, and what is changed later for another', () => {
    const of = (name: string, at: number, id = 's') => entry(name, at, { effects: [['logged_set', id]] })
    const typed = [of('workouts.editSet', 0), of('workouts.editSet', 9_000), of('workouts.checkSet', 30_000)]
    const [beside, later] = [of('workouts.editSet', 31_000, 'another'), of('workouts.editSet', 40_000)]
    expect(names([...typed, beside, later]).map((one) => one.length)).toEqual([1, 1, 3])
    expect(items(typed)[0]?.lead).toBe(typed[2])
  })

  test('takes a weighing and the weight of the profile for one item, on a slow phone too', () => {
    const weighed = [0, 300, 700].map((at) => entry('workouts.addMeasurement', at))
    const profile = entry('users.editProfile', 1_600)
    const renamed = entry('users.editProfile', 9_000)
    expect(names([...weighed, profile, renamed]).map((one) => one.length)).toEqual([1, 4])
  })

  test('takes a file whose exercises were here before for one item', () => {
    const pieces = ['workouts.startImport', 'exercises.restore', 'exercises.create', 'workouts.importChunk']
    expect(names(pieces.map((name, i) => entry(name, i * 300)))).toHaveLength(1)
  })

  test('takes a file with all its pieces for one item, and the next file for another', () => {
    const file = (at: number) => [
      entry('workouts.startImport', at),
      entry('exercises.create', at + 400),
      entry('workouts.importChunk', at + 3_000),
      entry('workouts.finishImport', at + 60_000),
    ]
    expect(names([...file(0), ...file(70_000)]).map((one) => one.length)).toEqual([4, 4])
    // Where something else needs its exercise, the file is undone without it.
    const all = file(0)
    const undo = entry('archive.mark', 90_000, { undoes: [0, 2, 3].map((i) => all[i]?.mid ?? '') })
    expect(items([...all, undo]).map(({ undos }) => undos)).toEqual([[undo]])
  })

  test('shows no undo as an item: what it took back is undone, until it is taken back itself', () => {
    const done = entry('workouts.checkSet', 100)
    const undo = entry('archive.mark', 200, { undoes: [done.mid] })
    const redo = entry('archive.mark', 300, { undoes: [undo.mid] })
    const undone = [done, undo]
    expect(items(undone).map(({ lead, undos }) => [lead.mid, undos.map(({ mid }) => mid)])).toEqual([
      [done.mid, [undo.mid]],
    ])
    const [item] = items(undone)
    expect(item && targetsOf(item, journaled(undone), undefined)).toEqual([undo.mid])
    expect(items([...undone, redo]).map(({ undos }) => undos)).toEqual([[]])
  })

  test('takes back with a finish what was answered to what the program proposed then', () => {
    const all = [
      entry('programs.decide', 10, { effects: [['program_decision', 'session:squat']] }),
      entry('workouts.finish', 100),
      entry('programs.decide', 500, { effects: [['program_decision', 'session:squat']] }),
      entry('programs.decide', 900, { effects: [['program_decision', 'another:squat']] }),
    ]
    const finish = items(all).find(({ lead }) => lead.name === 'workouts.finish')
    expect(finish && targetsOf(finish, journaled(all), 'session')).toEqual([all[1]?.mid, all[2]?.mid])
  })
})
