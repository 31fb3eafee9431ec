'use client'
import { Button } from '../../../../ui/button.tsx'

type Props = {
  title: string
  detail?: string
  /** As it is shown; steps change it. */
  value: string
  less: string
  more: string
  onStep: (direction: 1 | -1) => void
}

/** A figure between − and +, for those that are rarely another. */
export function Stepper({ title, detail, value, less, more, onStep }: Props) {
  return (
    <div className="mb-1 flex items-center gap-2">
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{title}</span>
        {detail && <span className="text-ink-2 text-sm">{detail}</span>}
      </span>
      <Button aria-label={less} className="text-xl" onClick={() => onStep(-1)}>
        −
      </Button>
      <output className="num min-w-16 text-center font-semibold text-xl">{value}</output>
      <Button aria-label={more} className="text-xl" onClick={() => onStep(1)}>
        +
      </Button>
    </div>
  )
}
