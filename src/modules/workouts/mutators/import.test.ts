import { describe, expect, it } from 'vitest'
import { idFromFacts } from '../../../shared/id-from-facts.ts'
import { mutationSpace } from '../../../test/mutation-space.ts'
import { importBatches, loggedSets, workouts } from '../model.ts'
import { editSet, editWorkout, removeSet } from '../mutators.ts'
import { done, workoutOn } from '../rules/fixtures.ts'
import { finishImport, importChunk, removeBatch, restoreBatch, startImport, toImported } from './import.ts'

const whole = (id: string) => workoutOn(0, { squat: [done(100, 5, { id: `${id}-s` })] }, { id, source: 'strong' })

describe('an import', () => {
  const batch = { id: 'b', source: 'strong', fileName: 'strong.csv', createdAt: 1, total: 2 } as const
  const [first, second] = [idFromFacts('strong', 1000, 'A'), idFromFacts('strong', 2000, 'B')]
  const chunk = (batchId: string, ...ids: string[]) => ({ batchId, workouts: ids.map((id) => toImported(whole(id))) })

  it('brings whole workouts in, and its undo hides all of them', () => {
    const phone = mutationSpace()
    phone.do(startImport, { batch })
    phone.do(importChunk, chunk('b', first))
    phone.do(importChunk, chunk('b', second))
    phone.do(finishImport, { id: 'b' })
    expect(phone.row(importBatches, 'b')).toMatchObject({ state: 'done' })
    expect(phone.row(workouts, first)).toMatchObject({ batchId: 'b', deleted: false, source: 'strong' })
    expect(phone.row(loggedSets, `${first}-s`)).toMatchObject({ workoutId: first, entryId: `${first} 0` })

    phone.do(removeBatch, { id: 'b' })
    expect(phone.row(importBatches, 'b')).toMatchObject({ state: 'removed' })
    for (const id of [first, second]) expect(phone.row(workouts, id)).toMatchObject({ deleted: true })

    phone.do(restoreBatch, { id: 'b', workoutIds: [first, second] })
    expect(phone.row(importBatches, 'b')).toMatchObject({ state: 'done' })
    for (const id of [first, second]) expect(phone.row(workouts, id)).toMatchObject({ deleted: false })
  })

  it('a chunk that comes after the undo stays hidden, as does the word that it is finished', () => {
    const phone = mutationSpace()
    phone.do(startImport, { batch }, 10)
    phone.do(removeBatch, { id: 'b' }, 40)
    phone.do(importChunk, chunk('b', first), 20)
    phone.do(finishImport, { id: 'b' }, 50)
    expect(phone.row(workouts, first)).toMatchObject({ deleted: true })
    expect(phone.row(importBatches, 'b')).toMatchObject({ state: 'removed' })
  })

  it('the same file imported again after an undo is back', () => {
    const phone = mutationSpace()
    phone.do(startImport, { batch })
    phone.do(importChunk, chunk('b', first))
    phone.do(removeBatch, { id: 'b' })
    phone.do(startImport, { batch: { ...batch, id: 'b2' } })
    phone.do(importChunk, chunk('b2', first))
    expect(phone.row(workouts, first)).toMatchObject({ deleted: false, batchId: 'b2' })
  })

  it('the same file again, from a phone that does not have the workout yet, changes nothing that was corrected since', () => {
    const phone = mutationSpace()
    const [set, gone] = [`${first}-s`, `${first}-t`]
    const two = workoutOn(0, { squat: [done(100, 5, { id: set }), done(100, 4, { id: gone })] }, { id: first })
    const file = (batchId: string) => ({ batchId, workouts: [toImported(two)] })
    phone.do(startImport, { batch }, 10)
    phone.do(importChunk, file('b'), 20)
    phone.do(editWorkout, { id: first, title: 'Legs' }, 30)
    phone.do(editSet, { id: set, fields: { reps: 6 } }, 30)
    phone.do(removeSet, { id: gone }, 30)
    phone.do(startImport, { batch: { ...batch, id: 'b2' } }, 40)
    phone.do(importChunk, file('b2'), 50)
    expect(phone.row(workouts, first)).toMatchObject({ title: 'Legs', batchId: 'b', deleted: false })
    expect(phone.row(loggedSets, set)).toMatchObject({ reps: 6, deleted: false })
    expect(phone.row(loggedSets, gone)).toMatchObject({ deleted: true })
    // The second import brought nothing, so that its undo takes nothing away.
    phone.do(removeBatch, { id: 'b2' }, 60)
    expect(phone.row(workouts, first)).toMatchObject({ deleted: false })

    phone.do(removeBatch, { id: 'b' }, 70)
    phone.do(startImport, { batch: { ...batch, id: 'b3' } }, 80)
    phone.do(importChunk, file('b3'), 90)
    expect(phone.row(workouts, first)).toMatchObject({ title: 'Legs', batchId: 'b3', deleted: false })
    expect(phone.row(loggedSets, set)).toMatchObject({ reps: 6 })
  })
})
