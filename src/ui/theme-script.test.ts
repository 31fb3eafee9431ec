import { expect, it } from 'vitest'
import { themeScript } from './theme-script.ts'

/** A page on a device that is light or dark, and can become the other. */
function openPage({ chosen, light }: { chosen: string | null; light: boolean }) {
  const root = { dataset: {} as { theme?: string } }
  const device = {
    matches: light,
    changed: () => {},
    addEventListener: (_: string, on: () => void) => (device.changed = on),
  }
  const storage = { getItem: () => chosen }
  new Function('matchMedia', 'localStorage', 'document', themeScript)(() => device, storage, { documentElement: root })
  const turn = (toLight: boolean) => {
    device.matches = toLight
    device.changed()
  }
  return { shown: () => root.dataset.theme, turn }
}

it('a page follows its device while it is open', () => {
  for (const chosen of [null, 'system']) {
    const page = openPage({ chosen, light: true })
    expect(page.shown()).toBe('light')
    page.turn(false)
    expect(page.shown()).toBe('dark')
    page.turn(true)
    expect(page.shown()).toBe('light')
  }
})

it('a theme that was chosen stays, whatever the device does', () => {
  for (const chosen of ['light', 'dark']) {
    const page = openPage({ chosen, light: chosen === 'dark' })
    expect(page.shown()).toBe(chosen)
    page.turn(chosen === 'light')
    expect(page.shown()).toBe(chosen)
  }
})
