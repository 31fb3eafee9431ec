import { Delete, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { IconButton } from './icon-button.tsx'
import type { PadKey } from './pad-input.ts'

export type PadSideKey = { label: string; text: ReactNode; run: () => void; on?: boolean; disabled?: boolean }

type Props = {
  /** Names the field being typed in. */
  label: string
  /** The locale's decimal sign; null where the field has no decimals. */
  decimalSign: string | null
  onKey: (key: PadKey) => void
  /** Two small keys, then two more, then a wide one; null leaves its place empty. */
  minus: PadSideKey
  plus: PadSideKey
  left: PadSideKey | null
  right: PadSideKey | null
  wide: PadSideKey | null
  /** The way on: the next field, or done. */
  next: PadSideKey
  onClose: () => void
  words: { close: string; back: string; decimal: string }
  /** What helps to choose the number: plates, an estimate. */
  strip?: ReactNode
}

const KEY =
  'grid min-h-[58px] [@media(max-height:540px)]:min-h-12 min-w-0 select-none place-items-center rounded-[12px] leading-none active:bg-pressed disabled:opacity-35'
const DIGIT = `${KEY} bg-raised text-[min(1.625rem,38px)] font-medium shadow-row num`
const SIDE = `${KEY} edge font-semibold px-1 text-center`

/** Our own pad: always the same keys in the same place, and it never covers the field. Keeps focus where it was. */
export function NumberPad(props: Props) {
  const { label, decimalSign, onKey, minus, plus, left, right, wide, next, onClose, words, strip } = props
  const digit = (key: PadKey) => (
    <button key={key} type="button" className={DIGIT} onClick={() => onKey(key)}>
      {key}
    </button>
  )
  return (
    <section
      aria-label={label}
      // A press must not take the focus from the field: a hardware keyboard goes on typing into it.
      onPointerDown={(event) => event.preventDefault()}
      className="rounded-t-[18px] border-line border-t bg-surface px-2 pt-1.5 pb-[max(0.75rem,env(safe-area-inset-bottom))] shadow-float"
    >
      <div className="flex min-h-14 items-center [@media(max-height:540px)]:min-h-12 gap-2.5 pb-1 pl-2 text-[min(0.8125rem,19px)] text-ink-2">
        <div className="flex min-w-0 flex-1 items-center gap-2.5">{strip}</div>
        <IconButton label={words.close} onClick={onClose}>
          <X size={22} aria-hidden />
        </IconButton>
      </div>
      <div className="grid grid-cols-[1fr_1fr_1fr_0.56fr_0.56fr] gap-[7px]">
        {(['1', '2', '3'] as const).map(digit)}
        <Side side={minus} size="text-[min(1.5rem,34px)]" />
        <Side side={plus} size="text-[min(1.5rem,34px)]" />
        {(['4', '5', '6'] as const).map(digit)}
        {left ? <Side side={left} className={right ? '' : 'col-span-2'} /> : <span />}
        {right ? <Side side={right} /> : !left && <span />}
        {(['7', '8', '9'] as const).map(digit)}
        {wide ? <Side side={wide} className="col-span-2" /> : <span className="col-span-2" />}
        <button
          type="button"
          className={DIGIT}
          aria-label={words.decimal}
          disabled={decimalSign === null}
          onClick={() => onKey('.')}
        >
          {decimalSign ?? ''}
        </button>
        {digit('0')}
        <button type="button" className={DIGIT} aria-label={words.back} onClick={() => onKey('back')}>
          <Delete size={24} aria-hidden />
        </button>
        <button
          type="button"
          aria-label={next.label}
          onClick={next.run}
          className={cx(
            KEY,
            'col-span-2 bg-accent font-bold text-[min(1.125rem,28px)] text-accent-ink active:bg-accent-press',
          )}
        >
          {next.text}
        </button>
      </div>
    </section>
  )
}

function Side({
  side,
  size = 'text-[min(1rem,19px)]',
  className,
}: {
  side: PadSideKey
  size?: string
  className?: string
}) {
  return (
    <button
      type="button"
      aria-label={side.label}
      aria-pressed={side.on}
      disabled={side.disabled}
      onClick={side.run}
      className={cx(SIDE, size, side.on && 'edge-accent', className)}
    >
      {side.text}
    </button>
  )
}
