/**
 * What two phones of one athlete do, one deed a number: every mutation there is, over few rows, so that deeds stand on
 * each other. Rows are taken from those whose maker stands: nobody changes what they do not see.
 */
import { templateEquipment } from '../modules/gyms/rules/place-templates.ts'
import { derivedId } from '../shared/id.ts'
import { ARGS, newRowIds } from './mutation-args.ts'

export type Deed = { name: string; args: object }
type Kind =
  | 'workout'
  | 'entry'
  | 'set'
  | 'own'
  | 'place'
  | 'rest'
  | 'batch'
  | 'program'
  | 'session'
  | 'routine'
  | 'folder'
  | 'link'
  | 'measurement'
  | 'photo'
type Known = Record<Kind, Made[]>
type Mark = 'isRemoved' | 'isListed'
type Made = { id: string; of?: string; workouts?: string[] } & { [M in Mark]?: boolean }

const AT = 1_700_000_000_000
/** Only on the first phone: what these work out depends on what had arrived. */
export const ON_ONE_PHONE: ReadonlySet<string> = new Set([
  ...['workouts.startImport', 'workouts.importChunk', 'workouts.finishImport', 'workouts.removeBatch'],
  ...[
    'gyms.noteAtPlace',
    'workouts.pause',
    'workouts.restoreBatch',
    'users.setWeeklyGoal',
    'users.setUp',
    'archive.bring',
    'archive.mark',
  ],
])

export function createUndoDeeds(stands: (id: string) => boolean) {
  const known: Known = {
    ...{ workout: [], entry: [], set: [], own: [], place: [], rest: [], batch: [], program: [], session: [] },
    ...{ routine: [], folder: [], link: [], measurement: [], photo: [] },
  }
  let n = 0
  let goals = 0

  /** The deed, or nothing where there is nothing to do it to. `dice`: any numbers. */
  function deed(name: string, dice: () => number): Deed | undefined {
    n += 1
    const any = (kind: keyof Known, filter: (one: Made) => boolean = () => true): Made | undefined => {
      const all = known[kind].filter((one) => stands(one.id) && filter(one))
      return all[dice() % Math.max(1, all.length)]
    }
    const made = (kind: keyof Known, one: Made) => {
      known[kind].push(one)
      return one.id
    }
    const ids = newRowIds()
    const sample = (of: string) => ARGS[of]?.(ids) as Record<string, object>
    const given = (args: object): Deed => ({ name, args: { ...ARGS[name]?.(ids), ...args } })
    const target = (kind: keyof Known, args: object = {}, filter?: (one: Made) => boolean) => {
      const one = any(kind, filter)
      return one && given({ id: one.id, ...args })
    }
    /**
     * To a row that nobody did the other thing to: what adds to a list that it read writes nothing to a row that is gone,
     * and would write something else without an earlier addition.
     */
    const unless = (kind: keyof Known, other: Mark, mark: Mark, args: object = {}) => {
      const row = any(kind, (one) => !one[other] && one.of === undefined)
      if (!row) return undefined
      row[mark] = true
      return given({ id: row.id, ...args })
    }
    const text = `${name} ${n}`
    const loadG = 1000 * (dice() % 200)
    switch (name) {
      case 'users.setUp':
        return undefined
      case 'users.editProfile':
        return { name, args: { fields: dice() % 2 ? { name: text } : { bodyweightG: loadG, name: text } } }
      case 'users.setWeeklyGoal':
        goals += 1
        return goals > 1 ? undefined : given({ goal: 1 + (dice() % 14) })
      case 'gyms.addPlace':
        made('place', { id: ids.placeId })
        return given({})
      case 'gyms.editPlace':
        return target('place', { fields: dice() % 2 ? { name: text } : templateEquipment('home_kg').equipment })
      case 'gyms.noteAtPlace':
        return unless('place', 'isRemoved', 'isListed', { exerciseId: `machine-${dice() % 3}`, note: text })
      case 'gyms.removePlace':
        return unless('place', 'isListed', 'isRemoved')
      case 'gyms.restorePlace':
        return target('place')
      case 'exercises.create':
        made('own', { id: ids.exerciseId })
        return given({})
      case 'exercises.edit':
        return target('own', { fields: dice() % 2 ? { name: text } : { notes: text, restS: dice() % 600 } })
      case 'exercises.remove':
      case 'exercises.restore':
        return target('own')
      case 'programs.follow':
        made('program', { id: ids.programId })
        return given({})
      case 'programs.leave':
        return target('program', { leftAt: dice() % 2 ? null : AT + n })
      case 'programs.override':
        return of('program', (assignmentId) => ({ assignmentId, loadG, slot: ['squat', 'bench'][dice() % 2] }))
      case 'programs.startSession':
      case 'programs.skipSession':
        return of('program', (assignmentId) => {
          const workoutId = name === 'programs.startSession' ? { workoutId: any('workout')?.id ?? ids.workoutId } : {}
          return { id: made('session', { id: ids.sessionId }), assignmentId, ...workoutId }
        })
      case 'programs.dropSession':
        return target('session')
      case 'programs.decide':
        return of('session', (sessionId) => ({ sessionId, loadG, assignmentId: any('program')?.id ?? ids.programId }))
      case 'workouts.start':
        made('workout', { id: ids.workoutId })
        return given({ placeId: any('place')?.id ?? null })
      case 'workouts.addExercise':
        return of('workout', (workoutId) => {
          const planned = sample('workouts.addSet').set
          const sets = dice() % 2 ? [] : [{ ...planned, id: made('set', { id: ids.setId }) }]
          const exerciseId = any('own')?.id ?? 'back-squat'
          return { workoutId, exerciseId, sets, id: made('entry', { id: ids.entryId, of: workoutId }) }
        })
      case 'workouts.moveExercise':
        return target('entry', { position: `a${n}` })
      case 'workouts.removeExercise':
      case 'workouts.restoreExercise':
        return target('entry')
      case 'workouts.editExercise':
        return target('entry', dice() % 2 ? { notes: text } : { sides: true, restS: dice() % 600 })
      case 'workouts.replaceExercise':
        return target('entry', { exerciseId: any('own')?.id ?? 'deadlift' })
      case 'workouts.addSet': {
        const entry = any('entry')
        if (!entry) return undefined
        made('set', { id: ids.setId })
        return given({ workoutId: entry.of, entryId: entry.id })
      }
      case 'workouts.editSet':
        return target('set', { fields: dice() % 2 ? { reps: dice() % 20 } : { loadG, notes: text } })
      case 'workouts.checkSet':
        return target('set', { doneAt: AT + n, figures: { ...sample('workouts.checkSet').figures, loadG } })
      case 'workouts.uncheckSet':
      case 'workouts.removeSet':
      case 'workouts.restoreSet':
        return target('set')
      case 'workouts.finish':
      case 'workouts.resume':
      case 'workouts.takeOver':
        return target('workout')
      case 'workouts.remove':
        // One out of a file stays apart: taking the file out passes by what was deleted then.
        return unless('workout', 'isListed', 'isRemoved')
      case 'workouts.restore':
        return target('workout', {}, ({ of: file }) => file === undefined)
      case 'workouts.pause': {
        const workout = any('workout', (one) => !one.isRemoved && !one.isListed && one.of === undefined)
        if (!workout) return undefined
        workout.isListed = true
        return given({ id: workout.id, at: AT + n, isPaused: true })
      }
      case 'workouts.rateSession':
        return target('workout', { sessionRpe: dice() % 11 })
      case 'workouts.edit':
        return target('workout', dice() % 2 ? { title: text } : { localDay: 19_000 + (dice() % 900), notes: text })
      case 'workouts.addBreak': {
        const again = dice() % 2 ? any('rest') : undefined
        return given({ id: again?.id ?? made('rest', { id: ids.breakId }), toDay: 19_700 + (dice() % 20) })
      }
      case 'workouts.removeBreak':
      case 'workouts.restoreBreak':
        return target('rest')
      case 'workouts.addRoutine':
        made('routine', { id: ids.routineId })
        return given({ folderId: any('folder')?.id ?? null })
      case 'workouts.editRoutine':
        return target('routine', dice() % 2 ? { title: text } : { folderId: any('folder')?.id ?? null, notes: text })
      case 'workouts.removeRoutine':
      case 'workouts.restoreRoutine':
        return target('routine')
      case 'workouts.putFolder': {
        const again = dice() % 2 ? any('folder') : undefined
        return given({ id: again?.id ?? made('folder', { id: ids.routineId }), title: text })
      }
      case 'workouts.removeFolder':
      case 'workouts.restoreFolder':
        return target('folder')
      case 'workouts.makeLink':
        made('link', { id: ids.routineId })
        return given({})
      case 'workouts.revokeLink':
        return target('link', { revokedAt: dice() % 2 ? null : AT + n })
      case 'workouts.addMeasurement': {
        const again = dice() % 2 ? any('measurement') : undefined
        return given({
          id: again?.id ?? made('measurement', { id: ids.measurementId }),
          value: 70_000 + (dice() % 999),
        })
      }
      case 'workouts.removeMeasurement':
      case 'workouts.restoreMeasurement':
        return target('measurement')
      case 'workouts.addPhoto':
        made('photo', { id: ids.photoId })
        return given({})
      case 'workouts.removePhoto':
      case 'workouts.restorePhoto':
        return target('photo')
      case 'workouts.addCardio':
        return of('workout', (workoutId) => ({ workoutId, id: any('set')?.id ?? ids.setId, gainM: dice() % 900 }))
      case 'workouts.nameRoutine':
        return target('workout', { routineId: any('routine')?.id ?? null })
      case 'workouts.startImport':
        made('batch', { id: ids.batchId, workouts: [] })
        return given({})
      case 'workouts.importChunk': {
        const batch = any('batch', ({ isRemoved }) => !isRemoved)
        if (!batch) return undefined
        const workoutId = derivedId(ids.workoutId, 1)
        made('workout', { id: workoutId, of: batch.id })
        batch.workouts?.push(workoutId)
        return given({ batchId: batch.id })
      }
      case 'workouts.finishImport': {
        const batch = any('batch', ({ isRemoved }) => !isRemoved)
        return batch && given({ id: batch.id })
      }
      case 'workouts.removeBatch': {
        const batch = any('batch')
        if (!batch) return undefined
        batch.isRemoved = true
        return given({ id: batch.id })
      }
      case 'workouts.restoreBatch': {
        const batch = any('batch')
        return batch && given({ id: batch.id, workoutIds: batch.workouts?.filter(stands) })
      }
      case 'archive.bring':
        made('batch', { id: derivedId(ids.workoutId, 2), isRemoved: true, workouts: [] })
        return given({})
      case 'archive.mark': {
        const set = any('set')
        return (
          set && { name, args: { undoes: [], rows: [{ of: 'logged_set', id: set.id, deleted: dice() % 2 === 0 }] } }
        )
      }
      default:
        throw new Error(`Teach src/test/undo-deeds.ts what ${name} is done to.`)
    }

    function of(kind: keyof Known, args: (id: string) => object): Deed | undefined {
      const parent = any(kind)
      return parent && given(args(parent.id))
    }
  }
  return { deed }
}
