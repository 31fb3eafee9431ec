/** An athlete's places. Deleting one keeps every workout that was done there, and what was lifted in it. */
import * as z from 'zod/mini'
import { defineMutation, given } from '../../sync/mutation.ts'
import { placeRow, places } from './model/places.ts'
import { requireEquipment, requirePlaceName } from './rules/check-equipment.ts'

const { id: _id, exerciseNotes: _notes, ...placeFields } = placeRow.shape
const target = z.strictObject({ id: placeRow.shape.id })

export const addPlace = defineMutation({
  name: 'gyms.addPlace',
  v: 1,
  isLog: false,
  args: z.strictObject({ place: z.strictObject(placeRow.shape) }),
  reads: ({ place }) => [{ from: places, id: place.id }],
  run(tx, { place }) {
    requirePlaceName(place.name)
    requireEquipment(place)
    tx.put(places, place)
  },
})

/** Changes the named fields only: one phone counts plates while another writes down the dumbbells. */
export const editPlace = defineMutation({
  name: 'gyms.editPlace',
  v: 2,
  isLog: false,
  args: z.strictObject({ id: placeRow.shape.id, fields: z.partial(z.strictObject(placeFields)) }),
  // Version 1 knew no notes.
  upcasters: { 1: (args: object) => args },
  reads: ({ id }) => [{ from: places, id }],
  run(tx, { id, fields }) {
    requirePlaceName(fields.name)
    requireEquipment(fields)
    tx.patch(places, id, given(fields))
  },
})

/** One note and no other, so that two phones may each write down a machine. An empty one is none. */
export const noteAtPlace = defineMutation({
  name: 'gyms.noteAtPlace',
  v: 1,
  isLog: false,
  args: z.strictObject({
    id: placeRow.shape.id,
    exerciseId: placeRow.shape.id,
    note: z.string().check(z.maxLength(500)),
  }),
  reads: ({ id }) => [{ from: places, id }],
  run(tx, { id, exerciseId, note }) {
    const place = tx.get(places, id)
    // Of a place that is gone nothing is known: to write what is would lose the other notes.
    if (!place) return
    const { [exerciseId]: _, ...others } = place.exerciseNotes ?? {}
    tx.patch(places, id, { exerciseNotes: note ? { ...others, [exerciseId]: note } : others })
  },
})

export const removePlace = defineMutation({
  name: 'gyms.removePlace',
  v: 1,
  isLog: false,
  args: target,
  reads: ({ id }) => [{ from: places, id }],
  run: (tx, { id }) => tx.delete(places, id),
})

export const restorePlace = defineMutation({
  name: 'gyms.restorePlace',
  v: 1,
  isLog: false,
  args: target,
  reads: ({ id }) => [{ from: places, id }],
  run: (tx, { id }) => tx.restore(places, id),
})

export const placeMutations = [addPlace, editPlace, noteAtPlace, removePlace, restorePlace] as const
