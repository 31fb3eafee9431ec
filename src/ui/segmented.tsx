import { useId } from 'react'
import { cx } from './cx.ts'

type Props<V extends string> = {
  label: string
  options: readonly { value: V; label: string }[]
  value: V
  onChange: (value: V) => void
  compact?: boolean
}

/** A few choices side by side; radio buttons underneath, so arrows move and screen readers count. */
export function Segmented<V extends string>({ label, options, value, onChange, compact }: Props<V>) {
  const name = useId()
  return (
    <fieldset className="flex min-w-0 flex-wrap gap-1 rounded-2 bg-raised p-1 shadow-row">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className={cx(
            'relative grid flex-1 cursor-pointer place-items-center rounded-[12px] px-2 text-center font-semibold leading-tight has-focus-visible:outline-[2.5px] has-focus-visible:outline-info',
            compact ? 'min-h-8 text-sm' : 'min-h-12 text-base',
            option.value === value ? 'edge bg-bg text-ink' : 'text-ink-2 hover:text-ink',
          )}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="absolute inset-0 size-full cursor-pointer appearance-none rounded-[12px] outline-none"
          />
          <span className="pointer-events-none relative">{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
