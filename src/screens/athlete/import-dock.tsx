import { Button } from '../../ui/button.tsx'

type Props = {
  other: string
  onOther: () => void
  label: string
  busy: boolean
  disabled: boolean
  onStart: () => void
}

/** Under a preview: other files, or these. */
export function ImportDock({ other, onOther, label, busy, disabled, onStart }: Props) {
  return (
    <div className="flex flex-wrap gap-2.5">
      <Button size="large" className="whitespace-nowrap bg-bg" onClick={onOther}>
        {other}
      </Button>
      <Button
        tone="primary"
        size="large"
        className="flex-[1_1_50%]"
        aria-busy={busy}
        disabled={disabled}
        onClick={onStart}
      >
        {label}
      </Button>
    </div>
  )
}
