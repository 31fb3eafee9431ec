import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '../../exercises/data/catalogue.ts'
import { ruleShape } from '../model.ts'
import { firstState, rulesOf, specsOf } from '../rules/slot-state.ts'
import { READY_PROGRAMS } from './ready.ts'

const byId = new Map(CATALOGUE.map((exercise) => [exercise.id, exercise]))

/** Of each version as it was shipped: who follows it must find it unchanged. */
const SHIPPED: Record<string, string> = {
  'full-body-3 v1': '962c908953425dce',
  'upper-lower-4 v1': 'bf68d46b78bae082',
  'five-by-five v1': 'c979e45de2afbb4d',
  'full-body-2 v1': '4258480e6eb96986',
  'push-pull-legs-3 v1': '82923b963d13f25e',
  'push-pull-legs-6 v1': '94c55fa2168848d6',
  'hypertrophy-5 v1': 'e84e7dcd95b8cae8',
  'bodyweight-3 v1': '58c1853aa17401bb',
  'dumbbells-3 v1': '2cb483dd39d6094b',
  'kettlebell-3 v1': 'f85e301b1a83000b',
  'five-three-one-4 v1': '5615cd965d4eb718',
  'five-three-one-3 v1': '963dedbd63b55b41',
  'gzclp v1': 'bf237a807ddf218b',
  'ramp-4 v1': 'c65ec9ffd05bf21d',
  'meet-peak-4 v1': '36f482983a2e17af',
  'comeback-3 v1': '5d48bcff43dc9d48',
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
        const loadMode = slot.assisted ? 'assisted' : 'external'
        if (slot.start !== undefined) expect(exercise).toMatchObject({ measure: 'load_reps', loadMode })
        const rules = rulesOf(slot)
        for (const rule of rules) expect(ruleShape.safeParse(rule).success, JSON.stringify(rule)).toBe(true)
        expect(slot.start !== undefined).toBe(rules.some(({ does }) => ['add', 'less', 'estimate'].includes(does)))
        for (const variation of slot.ladder ?? []) expect(byId.get(variation)?.measure, variation).toMatch(/reps/)
        if (slot.plan) expect(slot.sets).toBe(specsOf(slot, firstState(slot, null), 0).length)
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
