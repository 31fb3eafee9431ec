/** Small parts of the portals, at desktop density. */
import type { InputHTMLAttributes, ReactNode } from 'react'
import { cx } from './cx.ts'

/** A key on the keyboard. Read out only where nothing else says it; not shown to who has none, unless keys are the talk. */
export function Kbd({ children, always }: { children: ReactNode; always?: boolean }) {
  return (
    <kbd
      className={cx(
        'inline-block min-w-5 rounded-[4px] border border-line-strong px-1 text-center font-medium font-sans text-ink-3 text-xs',
        !always && 'pointer-coarse:hidden',
      )}
    >
      {children}
    </kbd>
  )
}

type CheckProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & { label: ReactNode; hint?: ReactNode }

export function Check({ label, hint, className, ...rest }: CheckProps) {
  return (
    <label className={cx('flex min-h-8 cursor-pointer gap-2.5 py-1.5 has-disabled:cursor-default', className)}>
      <input type="checkbox" {...rest} className="mt-0.5 size-4 shrink-0 accent-(--accent-line)" />
      <span className="min-w-0 flex-1">
        <span className={cx('block', rest.disabled && 'text-ink-3')}>{label}</span>
        {hint && <span className="block text-ink-2">{hint}</span>}
      </span>
    </label>
  )
}

/** A heading of a part of a portal page, with what it counts and what can be done. */
export function PartHead({ title, detail, children }: { title: string; detail?: ReactNode; children?: ReactNode }) {
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-2.5 gap-y-1">
      <h2 className="min-w-0 font-bold text-sm">{title}</h2>
      {detail != null && <span className="num text-ink-3 text-sm">{detail}</span>}
      {children}
    </div>
  )
}

/** A word that acts, between other words. */
export function TextButton({
  children,
  onClick,
  pressed,
}: {
  children: ReactNode
  onClick: () => void
  pressed?: boolean
}) {
  return (
    <button
      type="button"
      onClick={onClick}
      aria-pressed={pressed}
      className="inline-flex min-h-6 items-center rounded-[4px] font-medium text-info text-sm hover:underline"
    >
      {children}
    </button>
  )
}

const CHIPS = {
  plain: 'bg-pressed text-ink-2',
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
} as const

export function Chip({ tone = 'plain', children }: { tone?: keyof typeof CHIPS; children: ReactNode }) {
  return (
    <span className={cx('num inline-block rounded-[6px] px-2 py-0.5 font-semibold text-xs', CHIPS[tone])}>
      {children}
    </span>
  )
}
