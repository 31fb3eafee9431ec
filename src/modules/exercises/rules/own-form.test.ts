import { expect, test } from 'vitest'
import { exerciseRow } from '../model.ts'
import { exerciseOfForm, formOfExercise, LOGGED } from './own-form.ts'

test.each(LOGGED)('what is logged as %s is a whole exercise, and the form finds it again', (logged) => {
  const form = { ...formOfExercise(null, ' Yoke walk '), logged, muscles: { quads: 0.5, glutes: 1 } as const }
  const exercise = { id: '018f0000-0000-7000-8000-00000000a11c', ...exerciseOfForm(form, null) }
  expect(exerciseRow.safeParse(exercise).success).toBe(true)
  expect(exercise).toMatchObject({ name: 'Yoke walk', pattern: 'hinge' })
  expect(formOfExercise(exercise)).toEqual({ ...form, name: 'Yoke walk' })
})

test('what the form does not ask stays as an import made it', () => {
  const before = {
    id: '018f0000-0000-7000-8000-00000000a11c',
    ...exerciseOfForm(formOfExercise(null, 'Pin press'), null),
    aliases: ['Pin Press (Barbell)'],
    pattern: 'horizontal_push' as const,
    bodyweightFraction: null,
  }
  const after = exerciseOfForm({ ...formOfExercise(before), restS: 240 }, before)
  expect(after).toEqual({ ...before, id: undefined, restS: 240 })
})
