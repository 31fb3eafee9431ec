import { useEffect, useState, useSyncExternalStore } from 'react'

export type Toast = {
  text: string
  action?: { label: string; run: () => void }
  tone?: 'plain' | 'good' | 'bad'
  /** How long it stays; 6 s, and 10 s with an action. */
  ms?: number
}

type Shown = Toast & { key: number }

let shown: Shown | null = null
let count = 0
const listeners = new Set<() => void>()

function tell() {
  for (const listener of listeners) listener()
}

/** One at a time: a newer one takes the place of the older. */
export function showToast(toast: Toast): void {
  count += 1
  shown = { ...toast, key: count }
  tell()
}

export function hideToast(): void {
  shown = null
  tell()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const TONES = { plain: 'text-ink', good: 'text-good', bad: 'text-bad' } as const

/** Mounted once by a screen's frame. Sits above what `--dock` (px, set by a docked bar) takes at the bottom. */
export function ToastHost() {
  const toast = useSyncExternalStore(
    subscribe,
    () => shown,
    () => null,
  )
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-[max(var(--dock,0px),var(--tabs,0px))] z-40 mx-auto w-full max-w-[560px] p-2"
    >
      {toast && <ShownToast key={toast.key} toast={toast} />}
    </div>
  )
}

function ShownToast({ toast: { text, tone, action, ms } }: { toast: Toast }) {
  // It stays while its button is pointed at or focused: whoever came there by keys has all the time there is.
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(hideToast, ms ?? (action ? 10_000 : 6_000))
    return () => clearTimeout(timer)
  }, [isHeld, ms, action])
  return (
    <div className="pointer-events-auto flex min-h-14 items-center gap-2 rounded-2 bg-raised py-1 pr-1 pl-4 shadow-float ring-1 ring-line-strong">
      <span className={`min-w-0 flex-1 break-words font-medium ${TONES[tone ?? 'plain']}`}>{text}</span>
      {action && (
        <button
          type="button"
          className="min-h-12 min-w-16 rounded-1 px-3 font-bold text-accent-text active:bg-pressed"
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
          onClick={() => {
            hideToast()
            action.run()
          }}
        >
          {action.label}
        </button>
      )}
    </div>
  )
}
