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
    ['benchpress', 'bench-press'],
    ['hipthrust', 'hip-thrust'],
    ['hammercurl', 'hammer-curl'],
    ['latraise', 'lateral-raise'],
    ['dumbel curl', 'dumbbell-curl'],
    ['overhed pres', 'overhead-press'],
  ])('%s finds %s among the first five', (query, id) => expect(search(query).slice(0, 5)).toContain(id))

  test('the name that was typed stands first', () => {
    for (const exercise of CATALOGUE) expect(search(exercise.name)[0], exercise.name).toBe(exercise.id)
  })

  test('every alias finds its exercise', () => {
    const lost = CATALOGUE.flatMap(({ id, aliases }) => aliases.filter((alias) => !search(alias, 10).includes(id)))
    expect(lost).toEqual([])
  })

  test('an own exercise is found by the letters of any keyboard', () => {
    const own = createSearch([{ id: 'own', name: 'Sık Łuk Şınav', aliases: [] }])
    for (const typed of ['sik', 'luk', 'sinav', 'SIK ŁUK']) expect(own(typed), typed).toEqual(['own'])
  })

  test('nothing typed shows the first of all, nonsense nothing', () => {
    expect(search('', 20).length).toBe(20)
    expect(search('xqzw')).toEqual([])
  })
})
