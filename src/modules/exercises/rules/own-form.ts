/** An athlete's own exercise as its form asks for it, and back. The form asks one question where the model has three. */
import type { CustomExercise, Equipment, LoadMode, Measure, MuscleWeights, Pattern } from '../model.ts'

export const LOGGED = [
  'load_reps',
  'reps',
  'plus_reps',
  'assisted_reps',
  'band_reps',
  'duration',
  'load_duration',
  'distance_duration',
  'load_distance',
  'floors_duration',
  'steps_duration',
] as const
export type Logged = (typeof LOGGED)[number]

export type ExerciseForm = {
  name: string
  logged: Logged
  equipment: Equipment
  muscles: MuscleWeights
  isUnilateral: boolean
  restS: number
  notes: string
}

const MEANS: Record<Logged, { measure: Measure; loadMode: LoadMode }> = {
  load_reps: { measure: 'load_reps', loadMode: 'external' },
  reps: { measure: 'reps', loadMode: 'bodyweight' },
  plus_reps: { measure: 'load_reps', loadMode: 'bodyweight_plus' },
  assisted_reps: { measure: 'load_reps', loadMode: 'assisted' },
  band_reps: { measure: 'reps', loadMode: 'band' },
  duration: { measure: 'duration', loadMode: 'none' },
  load_duration: { measure: 'load_duration', loadMode: 'external' },
  distance_duration: { measure: 'distance_duration', loadMode: 'none' },
  load_distance: { measure: 'load_distance', loadMode: 'external' },
  floors_duration: { measure: 'floors_duration', loadMode: 'none' },
  steps_duration: { measure: 'steps_duration', loadMode: 'none' },
}

/** What each muscle's exercises mostly are; only for grouping, the form doesn't ask. */
const PATTERN_OF: Partial<Record<string, Pattern>> = {
  chest: 'horizontal_push',
  lats: 'vertical_pull',
  upper_back: 'horizontal_pull',
  front_delts: 'vertical_push',
  side_delts: 'shoulder_isolation',
  rear_delts: 'shoulder_isolation',
  biceps: 'elbow_flexion',
  triceps: 'elbow_extension',
  forearms: 'grip',
  quads: 'squat',
  hamstrings: 'hinge',
  glutes: 'hinge',
  lower_back: 'hinge',
  calves: 'calf',
  neck: 'neck',
}

function loggedOf({ measure, loadMode }: Pick<CustomExercise, 'measure' | 'loadMode'>): Logged {
  return (
    LOGGED.find((logged) => MEANS[logged].measure === measure && MEANS[logged].loadMode === loadMode) ??
    LOGGED.find((logged) => MEANS[logged].measure === measure) ??
    'load_reps'
  )
}

export function formOfExercise(exercise: CustomExercise | null, name = ''): ExerciseForm {
  if (!exercise) {
    return {
      name,
      logged: 'load_reps',
      equipment: 'barbell',
      muscles: {},
      isUnilateral: false,
      restS: 120,
      notes: '',
    }
  }
  const { equipment, muscles, restS, notes, laterality } = exercise
  const isUnilateral = laterality === 'unilateral'
  return { name: exercise.name, logged: loggedOf(exercise), equipment, muscles, isUnilateral, restS, notes }
}

/** What the form doesn't ask stays as it was. */
export function exerciseOfForm(form: ExerciseForm, before: CustomExercise | null): Omit<CustomExercise, 'id'> {
  const { equipment, muscles, restS, notes } = form
  const means = before && loggedOf(before) === form.logged ? before : MEANS[form.logged]
  const { measure, loadMode } = means
  const liftsBody = loadMode === 'bodyweight' || loadMode === 'bodyweight_plus' || loadMode === 'assisted'
  const main = Object.entries(muscles).sort(([, a], [, b]) => b - a)[0]?.[0]
  return {
    name: form.name.trim(),
    aliases: before?.aliases ?? [],
    equipment,
    pattern: before?.pattern ?? PATTERN_OF[main ?? ''] ?? 'core',
    measure,
    loadMode,
    bodyweightFraction: liftsBody ? (before?.bodyweightFraction ?? 1) : null,
    laterality: form.isUnilateral ? 'unilateral' : before?.laterality === 'alternating' ? 'alternating' : 'bilateral',
    implements: before?.implements ?? (equipment === 'dumbbell' && !form.isUnilateral ? 2 : 1),
    muscles,
    restS,
    notes,
  }
}
