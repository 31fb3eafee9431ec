import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { cx } from './cx.ts'

export type Tab = { href: string; label: string; icon: ReactNode }

/** Five tabs at most. `current` is the tab's href. */
export function TabBar({ tabs, current, label }: { tabs: readonly Tab[]; current: string | null; label: string }) {
  return (
    <nav
      aria-label={label}
      className="fixed inset-x-0 bottom-0 z-20 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)]"
    >
      <ul className="mx-auto flex max-w-[560px]">
        {tabs.map((tab) => (
          <li key={tab.href} className="min-w-0 flex-1">
            <Link
              href={tab.href}
              aria-current={tab.href === current ? 'page' : undefined}
              className={cx(
                'flex min-h-[68px] flex-col items-center justify-center gap-1 font-semibold text-[0.75rem] active:bg-pressed',
                tab.href === current ? 'text-accent-text' : 'text-ink-2',
              )}
            >
              {tab.icon}
              <span className="max-w-full truncate px-0.5">{tab.label}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
