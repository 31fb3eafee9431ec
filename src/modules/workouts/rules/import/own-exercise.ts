/** An exercise of the athlete's own, made of a name in a file and of what its sets hold. */
import { idFromFacts } from '../../../../shared/id-from-facts.ts'
import type { CustomExercise, Equipment, Measure, Pattern } from '../../../exercises/model.ts'
import { foldName, wordsOf } from '../../../exercises/rules/names.ts'
import type { SetDraft } from './group.ts'

const EQUIPMENT_WORDS: readonly [string, Equipment][] = [
  ['smith', 'smith_machine'],
  ['trap', 'trap_bar'],
  ['ez', 'ez_bar'],
  ['ezbar', 'ez_bar'],
  ['barbell', 'barbell'],
  ['dumbbell', 'dumbbell'],
  ['kettlebell', 'kettlebell'],
  ['cable', 'cable'],
  ['machine', 'machine'],
  ['band', 'band'],
  ['plate', 'plate'],
  ['landmine', 'landmine'],
  ['ring', 'rings'],
  ['sled', 'sled'],
  ['treadmill', 'cardio_machine'],
  ['bodyweight', 'bodyweight'],
  ['assisted', 'machine'],
]

const PATTERN_WORDS: readonly [string, Pattern][] = [
  ['squat', 'squat'],
  ['lunge', 'lunge'],
  ['deadlift', 'hinge'],
  ['hinge', 'hinge'],
  ['pulldown', 'vertical_pull'],
  ['pullup', 'vertical_pull'],
  ['chinup', 'vertical_pull'],
  ['row', 'horizontal_pull'],
  ['bench', 'horizontal_push'],
  ['pushup', 'horizontal_push'],
  ['chest', 'horizontal_push'],
  ['overhead', 'vertical_push'],
  ['shoulder', 'vertical_push'],
  ['curl', 'elbow_flexion'],
  ['triceps', 'elbow_extension'],
  ['calf', 'calf'],
  ['carry', 'carry'],
  ['stretch', 'mobility'],
  ['plank', 'core'],
  ['crunch', 'core'],
]

function measureOf(sets: readonly SetDraft[]): Measure {
  const share = (has: (set: SetDraft) => boolean) => sets.filter(has).length / Math.max(1, sets.length) > 0.2
  const load = share((set) => (set.load?.grams ?? 0) > 0)
  if (share((set) => set.reps !== null)) return load ? 'load_reps' : 'reps'
  if (share((set) => set.distance !== null)) return load ? 'load_distance' : 'distance_duration'
  if (share((set) => set.durationMs !== null)) return load ? 'load_duration' : 'duration'
  return 'load_reps'
}

const idOf = (name: string) => idFromFacts('own exercise', foldName(name))

/** An import made it, and it still has the name it was made of. */
export function isOfImport({ id, name }: Pick<CustomExercise, 'id' | 'name'>): boolean {
  return id === idOf(name)
}

/** The same name gives the same id, so that importing again finds it. */
export function ownExercise(name: string, sets: readonly SetDraft[]): CustomExercise {
  const words = new Set(wordsOf(name))
  const measure = measureOf(sets)
  const equipment = EQUIPMENT_WORDS.find(([word]) => words.has(word))?.[1]
  const isLoaded = measure === 'load_reps' || measure === 'load_duration' || measure === 'load_distance'
  const isAssisted = words.has('assisted')
  const isMoving = measure === 'distance_duration' || measure === 'load_distance'
  return {
    id: idOf(name),
    name: name.slice(0, 120),
    aliases: [],
    equipment: equipment ?? (measure === 'reps' ? 'bodyweight' : 'other'),
    pattern: PATTERN_WORDS.find(([word]) => words.has(word))?.[1] ?? (isMoving ? 'conditioning' : 'core'),
    measure,
    loadMode: isAssisted ? 'assisted' : isLoaded ? 'external' : measure === 'reps' ? 'bodyweight' : 'none',
    bodyweightFraction: isAssisted || measure === 'reps' ? 1 : null,
    laterality: words.has('single') ? 'unilateral' : 'bilateral',
    implements: 1,
    muscles: {},
    restS: isMoving || measure === 'duration' ? 60 : 120,
    notes: '',
  }
}
