/** Supersets and circuits of any size: who joins whom, and what is left when one goes. */
import type { WorkoutExercise } from '../model.ts'
import { inOrder, positionAfter } from './place-in-order.ts'

type Entry = Pick<WorkoutExercise, 'id' | 'position' | 'superset'>
export type SupersetEdit = { id: string; superset: number | null; position?: string }

/**
 * What makes `otherId` do its sets in turn with `id`. It moves behind the last of them, so that a round reads from top
 * to bottom; where it was in another superset it leaves that. Nothing when both are in one already.
 */
export function joinSuperset(entries: readonly Entry[], id: string, otherId: string): SupersetEdit[] {
  const entry = entries.find((one) => one.id === id)
  const other = entries.find((one) => one.id === otherId)
  if (!entry || !other || entry === other) return []
  if (entry.superset !== null && entry.superset === other.superset) return []
  const superset = entry.superset ?? freeNumber(entries)
  const group = entry.superset === null ? [entry] : membersOf(entries, entry.superset)
  const last = inOrder(group).at(-1) ?? entry
  const sorted = inOrder(entries)
  const stands = sorted.indexOf(other) === sorted.indexOf(last) + 1
  return [
    ...leaveSuperset(entries, otherId).filter((edit) => edit.id !== otherId),
    ...(entry.superset === null ? [{ id, superset }] : []),
    { id: otherId, superset, ...(!stands && { position: positionAfter(entries, last.id) }) },
  ]
}

/** Whoever is left alone is in no superset any more. */
export function leaveSuperset(entries: readonly Entry[], id: string): SupersetEdit[] {
  const entry = entries.find((one) => one.id === id)
  if (!entry || entry.superset === null) return []
  const left = membersOf(entries, entry.superset).filter((one) => one.id !== id)
  return [id, ...(left.length === 1 ? left.map((one) => one.id) : [])].map((one) => ({ id: one, superset: null }))
}

/** A number that no exercise of the workout bears. */
export function freeNumber(entries: readonly Entry[]): number {
  const taken = new Set(entries.map(({ superset }) => superset))
  let number = 1
  while (taken.has(number)) number += 1
  return number
}

function membersOf(entries: readonly Entry[], superset: number): Entry[] {
  return entries.filter((one) => one.superset === superset)
}
