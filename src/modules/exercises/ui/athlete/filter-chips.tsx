'use client'
import { cx } from '../../../../ui/cx.ts'

type Props<V extends string> = {
  label: string
  options: readonly { value: V; label: string }[]
  value: V
  onChange: (value: V) => void
}

/** One choice of many, in a line that scrolls sideways. */
export function FilterChips<V extends string>({ label, options, value, onChange }: Props<V>) {
  return (
    <fieldset className="-mx-4 flex min-w-0 gap-2 overflow-x-auto px-4 py-2 [scrollbar-width:none]">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
          className={cx(
            'min-h-12 shrink-0 rounded-full px-4 font-medium text-[0.875rem] active:bg-pressed',
            option.value === value ? 'bg-ink text-bg' : 'edge text-ink-2',
          )}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  )
}
