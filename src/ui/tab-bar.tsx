import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { cx } from './cx.ts'

export type Tab = { href: string; label: string; icon: ReactNode }

type Props = {
  tabs: readonly Tab[]
  /** The current tab's href. */
  current: string | null
  label: string
  /** Goes there without loading a page. */
  onGo: (href: string) => void
}

/** Five tabs at most. Says in `--tabs` how high it stands. */
export function TabBar({ tabs, current, label, onGo }: Props) {
  const bar = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const { style } = document.documentElement
    const observer = new ResizeObserver(() => style.setProperty('--tabs', `${bar.current?.offsetHeight ?? 0}px`))
    if (bar.current) observer.observe(bar.current)
    return () => {
      observer.disconnect()
      style.removeProperty('--tabs')
    }
  }, [])
  return (
    <nav
      ref={bar}
      aria-label={label}
      className="fixed inset-x-0 bottom-0 z-20 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)]"
    >
      <ul className="mx-auto flex max-w-[560px]">
        {tabs.map((tab) => (
          <li key={tab.href} className="min-w-0 flex-1">
            <a
              href={tab.href}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return
                event.preventDefault()
                onGo(tab.href)
              }}
              aria-current={tab.href === current ? 'page' : undefined}
              className={cx(
                'flex min-h-[68px] flex-col items-center justify-center gap-1 font-semibold text-[0.75rem] active:bg-pressed',
                tab.href === current ? 'text-accent-text' : 'text-ink-2',
              )}
            >
              {tab.icon}
              {/* Larger text, but never so large that a fifth of the screen no longer holds the word. */}
              <span className="max-w-full truncate text-[min(0.75rem,3.6vw)]">{tab.label}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
