import { describe, expect, it } from 'vitest'
import { mutationSpace } from '../../test/mutation-space.ts'
import { exercises } from './model.ts'
import { createExercise, editExerciseDetails, removeExerciseDetails } from './mutators.ts'

describe('own exercises', () => {
  const exercise = {
    id: '01920000-0000-7000-8000-0000000000ee',
    name: 'Zercher squat',
    aliases: [],
    equipment: 'barbell',
    pattern: 'squat',
    measure: 'load_reps',
    loadMode: 'external',
    bodyweightFraction: null,
    laterality: 'bilateral',
    implements: 1,
    muscles: { quads: 1, upper_back: 0.5 },
    restS: 150,
    notes: '',
  } as const

  it('are made, edited and hidden', () => {
    const phone = mutationSpace()
    phone.do(createExercise, { exercise: { ...exercise, aliases: [] } })
    phone.do(editExerciseDetails, { id: exercise.id, fields: { restS: 180 } })
    expect(phone.row(exercises, exercise.id)).toMatchObject({ name: 'Zercher squat', restS: 180 })
    phone.do(removeExerciseDetails, { id: exercise.id })
    expect(phone.row(exercises, exercise.id)).toMatchObject({ deleted: true })
  })

  it('need a name and must not take a catalogue id', () => {
    const phone = mutationSpace()
    expect(() => phone.do(createExercise, { exercise: { ...exercise, aliases: [], name: ' ' } })).toThrow(/no name/)
    expect(() => phone.do(createExercise, { exercise: { ...exercise, aliases: [], id: 'back_squat' } })).toThrow(/UUID/)
  })
})
