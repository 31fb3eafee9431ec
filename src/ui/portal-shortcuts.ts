/** Single keys that act, except while something is being typed or a dialog is open. */
import { useEffect, useRef } from 'react'
import { useInBrowser } from './use-in-browser.ts'

export type Shortcuts = Partial<Record<string, (event: KeyboardEvent) => void>>

const TYPING = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]'

/** Keys by what they print; `mod+k` for ⌘K and Ctrl K, which works while typing too. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing || event.altKey) return
      const mod = event.metaKey || event.ctrlKey
      const key = mod ? `mod+${event.key.toLowerCase()}` : event.key
      const act = latest.current[key]
      if (!act) return
      if (!mod && event.target instanceof Element && event.target.closest(TYPING)) return
      if (!mod && document.querySelector('dialog[open]')) return
      event.preventDefault()
      act(event)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

/** `mod+k` as this keyboard has it printed. */
export function usePaletteKey(): string {
  return useInBrowser(() => (/Mac|iPhone|iPad/.test(navigator.platform) ? '⌘K' : 'Ctrl K'), 'Ctrl K')
}
