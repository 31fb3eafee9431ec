import { expect, test } from 'vitest'
import words from '../../messages/en/athlete-elsewhere.json' with { type: 'json' }
import { hasNews, NEWS, tellNoMore } from './news-list.ts'

function browser() {
  const held = new Map<string, string>()
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    held,
  }
}

test('who has just come is told nothing; who was here before an update is told until they have looked', () => {
  const storage = browser()
  expect([hasNews(storage), hasNews(storage)]).toEqual([false, false])
  storage.setItem('train-news', '2026-01-01')
  expect([hasNews(storage), hasNews(storage)]).toEqual([true, true])
  tellNoMore(storage)
  expect(hasNews(storage)).toBe(false)
})

test('all news have their words, the newest first', () => {
  const ids = NEWS.flatMap(({ ids }) => ids)
  expect(Object.keys(words.news.items).sort()).toEqual([...ids].sort())
  const dates = NEWS.map(({ date }) => date)
  expect(dates).toEqual([...dates].sort().reverse())
})
