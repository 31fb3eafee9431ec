import { expect, it } from 'vitest'
import { attentionOf, type Figures, shownRows } from './attention.ts'

const TODAY = 20_000
const figures = (given: Partial<Figures>): Figures => ({ lastDay: TODAY, last7: 3, last28: 12, sets7: 40, ...given })
const row = (name: string, given: Partial<Figures> | null, athleteId = name) => ({
  athleteId,
  name,
  figures: given && figures(given),
})
const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name)

it('says why an athlete asks for attention, measured by their own weeks', () => {
  expect(attentionOf(figures({}), TODAY)).toBeNull()
  expect(attentionOf(figures({ lastDay: null, last7: 0, last28: 0 }), TODAY)).toEqual({ kind: 'never' })
  expect(attentionOf(figures({ lastDay: TODAY - 40, last7: 0, last28: 0 }), TODAY)).toEqual({ kind: 'gone', days: 40 })
  expect(attentionOf(figures({ lastDay: TODAY - 9, last7: 0, last28: 9 }), TODAY)).toEqual({
    kind: 'quiet',
    days: 9,
    usual: 3,
  })
  expect(attentionOf(figures({ last7: 1, last28: 13 }), TODAY)).toEqual({ kind: 'less', days: 1, usual: 4 })
})

it('one who trains once or twice a week is left in peace in a week with one day', () => {
  expect(attentionOf(figures({ last7: 1, last28: 4 }), TODAY)).toBeNull()
  expect(attentionOf(figures({ lastDay: TODAY - 6, last7: 1, last28: 7 }), TODAY)).toBeNull()
})

it('puts the longest silence on top, who never trained before it, and who shares nothing last', () => {
  const rows = [
    row('Today', {}),
    row('Private', null),
    row('Last month', { lastDay: TODAY - 30 }),
    row('Never', { lastDay: null }),
  ]
  expect(names(shownRows(rows, { search: '', sort: 'attention', locale: 'en' }))).toEqual([
    'Never',
    'Last month',
    'Today',
    'Private',
  ])
})

it('finds names by any of their parts, without accents and case', () => {
  const rows = [row('Tomás Rivera', {}), row('Júlia Carvalho', {}), row('Дмитрий Орлов', {}), row('Elif Yıldız', {})]
  const find = (search: string) => names(shownRows(rows, { search, sort: 'name', locale: 'en' }))
  expect(find('riv tom')).toEqual(['Tomás Rivera'])
  expect(find('JULIA')).toEqual(['Júlia Carvalho'])
  expect(find('орл')).toEqual(['Дмитрий Орлов'])
  expect(find('yildiz')).toEqual(['Elif Yıldız'])
  expect(find('YILDIZ elif')).toEqual(['Elif Yıldız'])
  expect(find('  ')).toHaveLength(4)
  expect(find('nobody')).toEqual([])
})

it('sorts figures from the most, and equal ones by name', () => {
  const rows = [row('Zoe', { last28: 5 }), row('Ann', { last28: 5 }), row('Bo', { last28: 9 }), row('Cy', null)]
  expect(names(shownRows(rows, { search: '', sort: 'last28', locale: 'en' }))).toEqual(['Bo', 'Ann', 'Zoe', 'Cy'])
})
