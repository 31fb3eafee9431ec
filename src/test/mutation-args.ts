/** Arguments that each mutation takes, over rows of given ids: what is pushed where only who pushes is of interest. */
import { templateEquipment } from '../modules/gyms/rules/place-templates.ts'
import { derivedId, newId } from '../shared/id.ts'

export type RowIds = {
  workoutId: string
  entryId: string
  setId: string
  exerciseId: string
  batchId: string
  programId: string
  sessionId: string
  placeId: string
  breakId: string
  routineId: string
  measurementId: string
  photoId: string
}

export const newRowIds = (): RowIds => ({
  workoutId: newId(),
  entryId: newId(),
  setId: newId(),
  exerciseId: newId(),
  batchId: newId(),
  programId: newId(),
  sessionId: newId(),
  placeId: newId(),
  breakId: newId(),
  routineId: newId(),
  measurementId: newId(),
  photoId: newId(),
})

const AT = 1_700_000_000_000
const figures = {
  kind: 'normal',
  loadMode: 'external',
  loadG: 60_000,
  enteredLoad: '60',
  enteredUnit: 'kg',
  reps: 5,
  rir2: null,
  durationMs: null,
  distanceM: null,
  enteredDistance: null,
  distanceUnit: null,
}
const started = { title: 'Push day', startedAt: AT, zone: 'UTC', localDay: 19_675, bodyweightG: null }
const ended = { endedAt: AT, activeMs: 0, state: 'done' }

/** In the order in which one log would take them: rows are made before they are changed. */
export const ARGS: Record<string, (ids: RowIds) => object> = {
  'users.editProfile': () => ({ fields: { name: 'Somebody else' } }),
  'users.setWeeklyGoal': () => ({ goal: 4, from: 19_670 }),
  'users.setUp': () => ({ fields: { loadUnit: 'lb', distanceUnit: 'mi', weekStart: 7 } }),
  'gyms.addPlace': ({ placeId }) => ({
    place: { id: placeId, name: 'Garage', unit: 'kg', ...templateEquipment('home_kg').equipment, published: null },
  }),
  'gyms.editPlace': ({ placeId }) => ({ id: placeId, fields: { name: 'Cellar' } }),
  'gyms.noteAtPlace': ({ placeId }) => ({ id: placeId, exerciseId: 'leg-press', note: 'Seat 4' }),
  'gyms.removePlace': ({ placeId }) => ({ id: placeId }),
  'gyms.restorePlace': ({ placeId }) => ({ id: placeId }),
  'exercises.create': ({ exerciseId }) => ({
    exercise: {
      ...{ id: exerciseId, name: 'Yoke walk', aliases: [], equipment: 'other', pattern: 'carry', measure: 'load_reps' },
      ...{ loadMode: 'external', bodyweightFraction: null, laterality: 'bilateral', implements: 1, muscles: {} },
      ...{ restS: 120, notes: '' },
    },
  }),
  'exercises.edit': ({ exerciseId }) => ({ id: exerciseId, fields: { name: 'Yoke' } }),
  'exercises.remove': ({ exerciseId }) => ({ id: exerciseId }),
  'exercises.restore': ({ exerciseId }) => ({ id: exerciseId }),
  'programs.follow': ({ programId }) => ({
    ...{ id: programId, programId: 'five-by-five', version: 1, startedAt: AT },
    loads: [{ slot: 'squat', loadG: 60_000, enteredLoad: '60', enteredUnit: 'kg' }],
  }),
  'programs.leave': ({ programId }) => ({ id: programId, leftAt: AT }),
  'programs.override': ({ programId, exerciseId }) => ({
    ...{ assignmentId: programId, slot: 'squat', exerciseId, setAt: AT },
    ...{ loadG: 40_000, enteredLoad: '40', enteredUnit: 'kg' },
    rules: [{ when: 'done', does: 'add', kg: 2.5, lb: 5 }],
    rulesAt: AT,
  }),
  'programs.startSession': ({ programId, sessionId, workoutId, entryId, exerciseId }) => ({
    ...{ id: sessionId, assignmentId: programId, round: 0, day: 'a', localDay: 19_675, workoutId },
    exercises: [
      {
        ...{ slot: 'squat', exerciseId, entryId },
        sets: [{ reps: 5, loadG: 60_000, enteredLoad: '60', enteredUnit: 'kg', amrap: true }],
        from: [60_000, 5, 0, 0, 0, 0, null, null],
      },
    ],
  }),
  'programs.skipSession': ({ programId, sessionId }) => ({
    ...{ id: derivedId(sessionId, 1), assignmentId: programId, round: 0, day: 'b', localDay: 19_675, skippedAt: AT },
  }),
  'programs.dropSession': ({ sessionId }) => ({ id: derivedId(sessionId, 1) }),
  'programs.decide': ({ programId, sessionId }) => ({
    ...{ assignmentId: programId, sessionId, slot: 'squat', verdict: 'changed' },
    ...{ loadG: 62_500, enteredLoad: '62.5', enteredUnit: 'kg' },
  }),
  'workouts.start': ({ workoutId }) => ({ id: workoutId, ...started, holder: null, placeId: null }),
  'workouts.addExercise': ({ workoutId, entryId, exerciseId }) => ({
    ...{ workoutId, id: entryId, exerciseId, position: 'a0', restS: null, superset: null, sets: [] },
  }),
  'workouts.moveExercise': ({ entryId }) => ({ id: entryId, position: 'a1' }),
  'workouts.removeExercise': ({ entryId }) => ({ id: entryId }),
  'workouts.restoreExercise': ({ entryId }) => ({ id: entryId }),
  'workouts.editExercise': ({ entryId }) => ({ id: entryId, notes: 'Slow' }),
  'workouts.replaceExercise': ({ entryId }) => ({ id: entryId, exerciseId: 'back-squat' }),
  'workouts.addSet': ({ workoutId, entryId, setId }) => ({
    ...{ workoutId, entryId, set: { id: setId, position: 'a0', ...figures } },
  }),
  'workouts.editSet': ({ setId }) => ({ id: setId, fields: { reps: 6, confirmed: '60000 × 6' } }),
  'workouts.checkSet': ({ setId }) => ({ id: setId, doneAt: AT, figures }),
  'workouts.uncheckSet': ({ setId }) => ({ id: setId }),
  'workouts.removeSet': ({ setId }) => ({ id: setId }),
  'workouts.restoreSet': ({ setId }) => ({ id: setId }),
  'workouts.finish': ({ workoutId }) => ({ id: workoutId, ...ended }),
  'workouts.resume': ({ workoutId }) => ({ id: workoutId, holder: null }),
  'workouts.takeOver': ({ workoutId }) => ({ id: workoutId, holder: 'this phone' }),
  'workouts.pause': ({ workoutId }) => ({ id: workoutId, at: AT, isPaused: true }),
  'workouts.rateSession': ({ workoutId }) => ({ id: workoutId, sessionRpe: 7 }),
  'workouts.addBreak': ({ breakId }) => ({ id: breakId, kind: 'holiday', fromDay: 19_670, toDay: 19_680 }),
  'workouts.removeBreak': ({ breakId }) => ({ id: breakId }),
  'workouts.restoreBreak': ({ breakId }) => ({ id: breakId }),
  'workouts.addRoutine': ({ routineId }) => ({
    ...{ id: routineId, title: 'Push day', folderId: null, position: 'a0', notes: '' },
    exercises: [
      {
        ...{ slot: 'a', exerciseId: 'bench-press', notes: '', restS: 120, superset: null },
        sets: [{ kind: 'normal', loadMode: 'external', reps: 5, loadG: 60_000, enteredLoad: '60', enteredUnit: 'kg' }],
      },
    ],
  }),
  'workouts.editRoutine': ({ routineId }) => ({ id: routineId, title: 'Push day, heavy' }),
  'workouts.removeRoutine': ({ routineId }) => ({ id: routineId }),
  'workouts.restoreRoutine': ({ routineId }) => ({ id: routineId }),
  'workouts.putFolder': ({ routineId }) => ({ id: routineId, title: 'Winter', position: 'a0' }),
  'workouts.removeFolder': ({ routineId }) => ({ id: routineId }),
  'workouts.restoreFolder': ({ routineId }) => ({ id: routineId }),
  'workouts.makeLink': ({ routineId }) => ({
    ...{
      id: routineId,
      kind: 'routine',
      ofId: routineId,
      token: `token-of-${routineId}`,
      fromName: 'Ida',
      createdAt: AT,
    },
    document: { title: 'Push day', notes: '', localDay: null, activeMs: null, exercises: [], own: [] },
  }),
  'workouts.revokeLink': ({ routineId }) => ({ id: routineId, revokedAt: AT }),
  'workouts.nameRoutine': ({ workoutId, routineId }) => ({ id: workoutId, routineId }),
  'workouts.addMeasurement': ({ measurementId: id }) => ({
    id,
    kind: 'weight',
    value: 80_000,
    at: AT,
    localDay: 19_675,
  }),
  'workouts.removeMeasurement': ({ measurementId }) => ({ id: measurementId }),
  'workouts.restoreMeasurement': ({ measurementId }) => ({ id: measurementId }),
  'workouts.addPhoto': ({ photoId }) => ({ id: photoId, pose: 'front', at: AT, localDay: 19_675 }),
  'workouts.removePhoto': ({ photoId }) => ({ id: photoId }),
  'workouts.restorePhoto': ({ photoId }) => ({ id: photoId }),
  'workouts.addCardio': ({ workoutId, setId }) => ({
    ...{ id: setId, workoutId, gainM: 120, avgHr: 140, maxHr: null },
    ...{ splits: [], mileSplits: [], parts: [], outline: [], file: null },
  }),
  'workouts.edit': ({ workoutId }) => ({ id: workoutId, title: 'Pull day' }),
  'workouts.remove': ({ workoutId }) => ({ id: workoutId }),
  'workouts.restore': ({ workoutId }) => ({ id: workoutId }),
  'workouts.startImport': ({ batchId }) => ({
    batch: { id: batchId, source: 'csv', fileName: 'history.csv', createdAt: AT, total: 1 },
  }),
  'workouts.importChunk': ({ batchId, workoutId }) => ({
    batchId,
    workouts: [
      { workout: { id: derivedId(workoutId, 1), ...started, ...ended, notes: '', source: 'csv' }, entries: [] },
    ],
  }),
  'workouts.finishImport': ({ batchId }) => ({ id: batchId }),
  'workouts.removeBatch': ({ batchId }) => ({ id: batchId }),
  'workouts.restoreBatch': ({ batchId, workoutId }) => ({ id: batchId, workoutIds: [derivedId(workoutId, 1)] }),
  'archive.bring': ({ batchId, workoutId }) => ({
    rows: [
      {
        of: 'import_batch',
        row: { id: derivedId(workoutId, 2), source: 'csv', fileName: batchId, createdAt: AT, total: 0, state: 'done' },
      },
    ],
    revive: false,
  }),
  'archive.mark': ({ workoutId }) => ({
    undoes: [],
    rows: [{ of: 'import_batch', id: derivedId(workoutId, 2), deleted: false, fields: { fileName: 'log.csv' } }],
  }),
}
