import { cx } from './cx.ts'

type Props = {
  label: string
  detail?: string
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
}

/** The whole row is the target. */
export function Switch({ label, detail, checked, onChange, disabled }: Props) {
  return (
    <label
      className={cx(
        'relative flex min-h-14 cursor-pointer items-center gap-3 rounded-1 has-focus-visible:outline-[2.5px] has-focus-visible:outline-info',
        disabled && 'opacity-45',
      )}
    >
      <span className="min-w-0 flex-1 py-2">
        <span className="block font-medium">{label}</span>
        {detail && <span className="block text-ink-2 text-sm">{detail}</span>}
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={checked}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
        className="peer absolute inset-0 size-full cursor-pointer appearance-none outline-none"
      />
      <span
        aria-hidden
        className="edge pointer-events-none h-7 w-12 shrink-0 rounded-full bg-bg p-1 transition-colors peer-checked:bg-accent peer-checked:shadow-none peer-checked:*:translate-x-5 peer-checked:*:bg-accent-ink"
      >
        <span className="block size-5 rounded-full bg-ink-2 transition-transform" />
      </span>
    </label>
  )
}
