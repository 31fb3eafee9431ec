'use client'
import { useEffect, useRef, useState } from 'react'
import { useLocale } from 'use-intl'
import { cx } from '../../../../ui/cx.ts'
import { milliText, typedMilli } from '../../rules/amount.ts'

type Props = {
  label: string
  /** Thousandths; null is an empty box. */
  milli: number | null
  /** After the number: its unit. */
  unit?: string
  /** Told when the box is left, and only what is a number. */
  onSave: (milli: number | null) => void
  mayBeEmpty?: boolean
  bad?: boolean
}

/** One number of a weight. Its label stands above it; what is no number stays as typed, and marked. */
export function NumberBox({ label, milli, unit, onSave, mayBeEmpty, bad }: Props) {
  const locale = useLocale()
  const stored = milli === null ? '' : milliText(milli, locale)
  const [typed, setTyped] = useState<string | null>(null)
  const value = typed === null ? null : typedMilli(typed)
  const isEmpty = typed?.trim() === ''
  const isWrong = typed !== null && (isEmpty ? !mayBeEmpty : value === null)
  const save = useRef(() => {})
  save.current = () => {
    if (typed === null || isWrong) return
    setTyped(null)
    if (value !== milli) onSave(isEmpty ? null : value)
  }
  useEffect(() => () => save.current(), [])
  return (
    <label className="block min-w-0 flex-1 basis-20">
      <span className="mb-1 block truncate text-ink-2 text-sm">{label}</span>
      <span className="relative block">
        <input
          inputMode="decimal"
          autoComplete="off"
          aria-invalid={isWrong || bad ? true : undefined}
          value={typed ?? stored}
          onChange={(event) => setTyped(event.target.value)}
          onFocus={(event) => event.target.select()}
          onBlur={() => save.current()}
          onKeyDown={(event) => {
            if (event.key === 'Enter') save.current()
          }}
          className={cx(
            'edge num min-h-12 w-full rounded-1 bg-bg pl-3 text-ink text-lg focus:outline-[2.5px] focus:outline-info aria-invalid:shadow-[inset_0_0_0_2px_var(--bad)]',
            unit ? 'pr-9' : 'pr-2',
          )}
        />
        {unit && (
          <span className="pointer-events-none absolute inset-y-0 right-3 grid place-items-center text-ink-2">
            {unit}
          </span>
        )}
      </span>
    </label>
  )
}
