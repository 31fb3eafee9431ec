'use client'
/** Small fields of the gym's pages: one of a few, at desktop density. */
import { type ReactNode, useId } from 'react'
import { cx } from '../../../../ui/cx.ts'

type Props<V extends string> = {
  label: string
  value: V
  options: readonly { value: V; label: string }[]
  onChange: (value: V) => void
  hideLabel?: boolean
  disabled?: boolean
  className?: string
}

export function Choice<V extends string>(props: Props<V>) {
  const { label, value, options, onChange, hideLabel, disabled, className } = props
  const id = useId()
  return (
    <span className={cx('inline-flex min-w-0 items-center gap-2', className)}>
      <label htmlFor={id} className={cx('text-ink-2', hideLabel && 'sr-only')}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value as V)}
        className="edge h-8 min-w-0 max-w-full truncate rounded-1 bg-bg px-2 pointer-coarse:h-12 disabled:opacity-45"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  )
}

/** A name and what it is, in the panels. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[7rem_minmax(0,1fr)] items-baseline gap-x-3 py-1">
      <dt className="text-ink-3">{label}</dt>
      <dd className="num min-w-0 break-words">{children}</dd>
    </div>
  )
}
