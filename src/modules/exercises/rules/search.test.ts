import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../data/catalogue.ts'
import { createSearch } from './search.ts'

const search = createSearch(CATALOGUE)

describe('searching exercises', () => {
  test.each([
    ['bench', 'bench-press'],
    ['ben', 'bench-press'],
    ['bench press', 'bench-press'],
    ['bnech press', 'bench-press'],
    ['deadlfit', 'deadlift'],
    ['dedlift', 'deadlift'],
    ['romainan', 'romanian-deadlift'],
    ['rdl', 'romanian-deadlift'],
    ['ohp', 'overhead-press'],
    ['pull up', 'pull-up'],
    ['pullup', 'pull-up'],
    ['chinup', 'chin-up'],
    ['skull', 'skullcrusher'],
    ['lat pull', 'lat-pulldown'],
    ['plank', 'plank'],
  ])('%s finds %s among the first five', (query, id) => expect(search(query).slice(0, 5)).toContain(id))

  test('the name that was typed stands first', () => {
    for (const exercise of CATALOGUE) expect(search(exercise.name)[0], exercise.name).toBe(exercise.id)
  })

  test('every alias finds its exercise', () => {
    const lost = CATALOGUE.flatMap(({ id, aliases }) => aliases.filter((alias) => !search(alias, 10).includes(id)))
    expect(lost).toEqual([])
  })

  test('nothing typed shows the first of all, nonsense nothing', () => {
    expect(search('', 20).length).toBe(20)
    expect(search('xqzw')).toEqual([])
  })

  test('a query touches each distinct word once: 600 entries in far less than a frame', () => {
    const queries = [
      'b',
      'be',
      'bench',
      'bnech pres',
      'incline dumbel pres',
      'cable triceps extension',
      'romainan dedlift',
    ]
    for (const query of queries) search(query)
    const started = performance.now()
    for (let i = 0; i < 20; i++) for (const query of queries) search(query)
    // 10 ms is the promise; the bound leaves room for a machine under load.
    expect((performance.now() - started) / (20 * queries.length)).toBeLessThan(50)
  })
})
