import { afterEach, expect, it, vi } from 'vitest'
import { listen } from './media-keys.ts'

afterEach(() => vi.unstubAllGlobals())

function browser(options: { knows: readonly string[] }) {
  const handlers = new Map<string, (() => void) | null>()
  const page = new EventTarget()
  vi.stubGlobal('navigator', {
    mediaSession: {
      setActionHandler: (action: string, handler: (() => void) | null) => {
        if (!options.knows.includes(action)) throw new TypeError('not known')
        handlers.set(action, handler)
      },
    },
  })
  vi.stubGlobal('window', page)
  const key = (name: string, repeat = false) =>
    page.dispatchEvent(Object.assign(new Event('keydown', { cancelable: true }), { key: name, repeat }))
  return { handlers, key }
}

const spied = () => {
  const pressed: string[] = []
  return { pressed, keys: () => ({ next: () => pressed.push('next'), previous: () => pressed.push('previous') }) }
}

it('hears both ways in which a press comes, and gives the keys back', () => {
  const { handlers, key } = browser({ knows: ['nexttrack', 'previoustrack'] })
  const { pressed, keys } = spied()
  const stop = listen(keys as never)
  handlers.get('nexttrack')?.()
  handlers.get('previoustrack')?.()
  key('MediaTrackNext')
  key('MediaTrackPrevious')
  expect(pressed).toEqual(['next', 'previous', 'next', 'previous'])
  stop()
  key('MediaTrackNext')
  expect(pressed).toHaveLength(4)
  expect([...handlers.values()]).toEqual([null, null])
})

it('takes a key that is held for one press, and leaves every other key alone', () => {
  const { key } = browser({ knows: [] })
  const { pressed, keys } = spied()
  listen(keys as never)
  key('MediaTrackNext')
  key('MediaTrackNext', true)
  key('MediaPlayPause')
  expect(key('n')).toBe(true)
  expect(pressed).toEqual(['next'])
})
