import { describe, expect, test } from 'vitest'
import type { WholeWorkout } from '../../model.ts'
import { HEVY_DATES, hevyCsv } from './fixtures-hevy.ts'
import { essence, history, kinds, madeSets, plan, SHAPES, setsOf, sum } from './fixtures-plan.ts'
import { strongCsv } from './fixtures-strong.ts'
import { readImport } from './read.ts'

describe('a whole history from Strong', () => {
  test.each(SHAPES)('shape %s: every set with its load, reps, effort, time and distance', (shape) => {
    const { workouts, source, counts, badRows, unsure } = plan(strongCsv(history, shape))
    expect({ source, badRows, unsure }).toEqual({ source: 'strong', badRows: [], unsure: [] })
    expect(counts.workouts).toBe(history.length)
    const sets = setsOf(workouts)
    expect(sets.length).toBe(madeSets.length)
    expect(sum(sets.map(({ loadG }) => loadG))).toBe(sum(madeSets.map(({ kg }) => (kg ?? 0) * 1000)))
    expect(sum(sets.map(({ reps }) => reps))).toBe(sum(madeSets.map(({ reps }) => reps)))
    expect(sum(sets.map(({ distanceM }) => distanceM))).toBe(
      sum(madeSets.map(({ km }) => Math.round((km ?? 0) * 1000))),
    )
    expect(sum(sets.map(({ durationMs }) => durationMs))).toBe(
      sum(madeSets.map(({ seconds }) => (seconds ?? 0) * 1000)),
    )
    expect(sets.filter(({ rir2 }) => rir2 !== null).length).toBe(madeSets.filter(({ rpe }) => rpe !== null).length)
    expect(sets.filter(({ kind }) => kind === 'warmup').length).toBe(
      madeSets.filter(({ kind }) => kind === 'warmup').length,
    )
  })

  test('the four shapes and the German one are the same history', () => {
    const [first, ...others] = SHAPES.map((shape) => essence(plan(strongCsv(history, shape)).workouts))
    for (const other of others) expect(other).toEqual(first)
  })

  test('asks for the unit only where the file has none, with a guess; for the zone always, once', () => {
    expect(kinds(strongCsv(history, 'A'))).toEqual(['loadUnit', 'distanceUnit', 'zone'])
    for (const shape of ['B', 'C', 'D', 'D-de'] as const)
      expect(kinds(strongCsv(history, shape)), shape).toEqual(['zone'])
    const pounds = 'Date,Exercise,Weight,Reps\n2025-01-01 10:00,Bench Press,135,5\n2025-01-01 10:00,Bench Press,185,5\n'
    const question = readImport(pounds, { fileName: 'x.csv' }).questions.find(({ kind }) => kind === 'loadUnit')
    expect(question).toMatchObject({ guess: 'lb', samples: ['135', '185'] })
  })

  test('rest lines become rests, note lines become notes, and neither becomes a set', () => {
    const rests = plan(strongCsv(history, 'A'))
    expect(rests.counts.pseudoRows).toBe(history.flatMap(({ blocks }) => blocks).length)
    expect(rests.workouts.flatMap(({ entries }) => entries).every(({ entry }) => entry.restS === 90)).toBe(true)
    const noted = history.flatMap(({ blocks }) => blocks.filter(({ note }) => note !== ''))
    expect(noted.length).toBeGreaterThan(3)
    const notes = plan(strongCsv(history, 'D')).workouts.flatMap(({ entries }) =>
      entries.map(({ entry }) => entry.notes),
    )
    expect(notes.filter((note) => note !== '').sort()).toEqual(noted.map(({ note }) => note).sort())
  })
})

describe('a whole history from Hevy', () => {
  test.each(HEVY_DATES)('dates in %s', (dates) => {
    const { workouts, source, badRows, open } = plan(hevyCsv(history, { dates }), {})
    expect({ source, badRows, open }).toEqual({ source: 'hevy', badRows: [], open: [] })
    const sets = setsOf(workouts)
    expect(sets.length).toBe(madeSets.length)
    expect(sum(sets.map(({ loadG }) => loadG))).toBe(sum(madeSets.map(({ kg }) => (kg ?? 0) * 1000)))
    expect(workouts[0]?.workout.activeMs).toBe((history[0]?.minutes ?? 0) * 60_000)
  })

  test('pounds and miles, each by its own column', () => {
    const sets = setsOf(plan(hevyCsv(history, { unit: 'lbs', distance: 'km' }), {}).workouts)
    expect(new Set(sets.map(({ enteredUnit }) => enteredUnit))).toEqual(new Set(['lb', null]))
    expect(sets.find(({ enteredLoad }) => enteredLoad === '176')?.loadG).toBe(79_832)
    const runs = setsOf(plan(hevyCsv(history, { unit: 'kg', distance: 'miles' }), {}).workouts)
    expect(new Set(runs.map(({ distanceUnit }) => distanceUnit))).toEqual(new Set(['mi', null]))
  })

  test('supersets stay together, notes get their line breaks back, assistance stays assistance', () => {
    const { workouts } = plan(hevyCsv(history), {})
    const made = history.filter(({ blocks }) => blocks.some(({ superset }) => superset !== null))
    const supersets = workouts.filter(({ entries }) => entries.some(({ entry }) => entry.superset !== null))
    expect(supersets.length).toBe(made.length)
    expect(supersets[0]?.entries.filter(({ entry }) => entry.superset === 0).length).toBe(2)
    const notes = [
      ...workouts.map(({ workout }) => workout.notes),
      ...workouts.flatMap(({ entries }) => entries.map(({ entry }) => entry.notes)),
    ]
    expect(notes).toContain('Slow, then\nfaster')
    const assisted = workouts.flatMap(({ entries }) =>
      entries.filter(({ entry }) => entry.exerciseId === 'assisted-pull-up'),
    )
    expect(assisted.length).toBeGreaterThan(10)
    expect(
      assisted.every(({ sets }) => sets.every(({ loadMode, loadG }) => loadMode === 'assisted' && (loadG ?? 0) > 0)),
    ).toBe(true)
    const pullUps = workouts.flatMap(({ entries }) => entries.filter(({ entry }) => entry.exerciseId === 'pull-up'))
    expect(setsOf([{ ...workouts[0], entries: pullUps } as WholeWorkout]).every(({ loadG }) => loadG === null)).toBe(
      true,
    )
  })

  test('half steps of RPE are kept', () => {
    const sets = setsOf(plan(hevyCsv(history), {}).workouts)
    expect(new Set(sets.map(({ rir2 }) => rir2))).toEqual(new Set([null, 0, 1, 2, 3, 4, 5, 6]))
  })
})
