import { expect, it } from 'vitest'
import { createPictureCache } from './picture-cache.ts'

it('keeps what was looked at last, within its bounds, over a restart', async () => {
  let now = 0
  const open = () => createPictureCache('ada', () => ++now, 100)
  const first = open()
  const picture = (letter: string) => new Blob([letter.repeat(40)], { type: 'image/webp' })
  await first.put('a', picture('a'))
  await first.put('b', picture('b'))
  expect((await first.get('a'))?.size).toBe(40)
  await first.put('c', picture('c'))
  first.close()
  const second = open()
  const kept = await Promise.all(['a', 'b', 'c'].map(async (key) => (await second.get(key))?.text()))
  expect(kept).toEqual(['a'.repeat(40), undefined, 'c'.repeat(40)])
  await second.remove(['a'])
  expect(await second.get('a')).toBe(undefined)
  second.close()
})
