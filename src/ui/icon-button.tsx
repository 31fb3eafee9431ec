import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { cx } from './cx.ts'

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label'> & {
  /** What it does, for those who don't see the icon. */
  label: string
  children: ReactNode
  compact?: boolean
}

export function IconButton({ label, compact, className, children, ...rest }: Props) {
  return (
    <button
      type="button"
      aria-label={label}
      {...rest}
      className={cx(
        'grid shrink-0 place-items-center rounded-2 text-ink-2 transition-colors hover:bg-raised active:bg-pressed disabled:opacity-40',
        compact ? 'size-8 rounded-1' : 'size-12',
        className,
      )}
    >
      {children}
    </button>
  )
}
