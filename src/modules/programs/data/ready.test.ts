import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '../../exercises/data/catalogue.ts'
import { READY_PROGRAMS } from './ready.ts'

const byId = new Map(CATALOGUE.map((exercise) => [exercise.id, exercise]))

/** Of each version as it was shipped: who follows it must find it unchanged. */
const SHIPPED: Record<string, string> = {
  'full-body-3 v1': '962c908953425dce',
  'upper-lower-4 v1': 'bf68d46b78bae082',
  'five-by-five v1': 'c979e45de2afbb4d',
}

describe('the ready programs', () => {
  it('are as they were shipped: a change is a new version', () => {
    const hashes = READY_PROGRAMS.map((one) => [
      `${one.id} v${one.version}`,
      createHash('sha256').update(JSON.stringify(one)).digest('hex').slice(0, 16),
    ])
    expect(Object.fromEntries(hashes)).toEqual(SHIPPED)
  })

  it.each(READY_PROGRAMS.flatMap((one) => one.days.map((day) => [`${one.title}: ${day.title}`, day] as const)))(
    '%s asks for exercises that we have, each place once, with loads where the exercise has one',
    (_name, day) => {
      expect(new Set(day.slots.map(({ slot }) => slot)).size).toBe(day.slots.length)
      for (const slot of day.slots) {
        const exercise = byId.get(slot.exerciseId)
        expect(exercise, slot.exerciseId).toBeDefined()
        expect(['load_reps', 'reps']).toContain(exercise?.measure)
        if (slot.start !== undefined) expect(exercise).toMatchObject({ measure: 'load_reps', loadMode: 'external' })
        expect(slot.start !== undefined).toBe(slot.step !== undefined)
        expect(slot.repsTo ?? slot.reps).toBeGreaterThanOrEqual(slot.reps)
      }
    },
  )

  it('ask the same of a place on every day that has it, so that one day’s result fits the other', () => {
    for (const { days, title } of READY_PROGRAMS) {
      const places = Map.groupBy(
        days.flatMap(({ slots }) => slots),
        ({ slot }) => slot,
      )
      for (const [name, same] of places)
        expect(new Set(same.map((one) => JSON.stringify(one))).size, `${title}, ${name}`).toBe(1)
    }
  })
})
