import { ChevronDown } from 'lucide-react'
import { useId } from 'react'

type Props<V extends string> = {
  label: string
  hint?: string
  options: readonly { value: V; label: string }[]
  value: V
  onChange: (value: V) => void
}

/** One of many, by the phone's own picker. */
export function SelectField<V extends string>({ label, hint, options, value, onChange }: Props<V>) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-medium text-ink-2 text-sm">
        {label}
      </label>
      <div className="relative">
        <select
          id={id}
          value={value}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => onChange(event.target.value as V)}
          className="edge min-h-12 w-full appearance-none truncate rounded-1 bg-bg pr-11 pl-3.5 text-base text-ink focus:outline-[2.5px] focus:outline-info"
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} className="bg-surface">
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown size={20} aria-hidden className="pointer-events-none absolute top-3.5 right-3.5 text-ink-2" />
      </div>
      {hint && (
        <p id={`${id}-hint`} className="mt-1.5 text-ink-2 text-sm">
          {hint}
        </p>
      )}
    </div>
  )
}
