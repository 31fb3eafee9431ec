export type RangeBar = {
  key: string
  label: string
  value: number
  /** As it is written at the end of the line. */
  text: string
  /** The person's own range, marked by two ticks. */
  range?: readonly [number, number]
  /** Below or above the range: said by colour and, in words, by the text. */
  off?: boolean
}

/** Lying bars with a range marked on each: hard sets per muscle. */
type Props = {
  bars: readonly RangeBar[]
  label: string
  max?: number
  /** Makes each row a button. */
  onOpen?: (key: string) => void
}

export function RangeBars({ bars, label, max, onOpen }: Props) {
  const top = max ?? Math.max(1, ...bars.map((bar) => Math.max(bar.value, bar.range?.[1] ?? 0))) * 1.12
  const share = (value: number) => `${Math.min(100, (value / top) * 100)}%`
  return (
    <ul aria-label={label} className="flex flex-col">
      {bars.map((bar) => (
        <li key={bar.key} className={onOpen ? undefined : `${ROW} min-h-[30px]`}>
          {onOpen ? (
            <button
              type="button"
              onClick={() => onOpen(bar.key)}
              className={`${ROW} -mx-2 min-h-12 w-[calc(100%+16px)] rounded-1 px-2 text-left hover:bg-raised active:bg-pressed`}
            >
              <Row bar={bar} share={share} />
            </button>
          ) : (
            <Row bar={bar} share={share} />
          )}
        </li>
      ))}
    </ul>
  )
}

const ROW = 'grid grid-cols-[minmax(0,5.5rem)_1fr_minmax(3rem,auto)] items-center gap-2.5'

function Row({ bar, share }: { bar: RangeBar; share: (value: number) => string }) {
  return (
    <>
      <span className="truncate text-sm">{bar.label}</span>
      <span aria-hidden className="relative h-2 rounded-full bg-raised shadow-row">
        <span
          className={`absolute inset-y-0 left-0 rounded-full ${bar.off ? 'bg-c6' : 'bg-c1'}`}
          style={{ width: share(bar.value) }}
        />
        {bar.range?.map((mark) => (
          <span key={mark} className="absolute -inset-y-[3px] w-0.5 bg-ink-3" style={{ left: share(mark) }} />
        ))}
      </span>
      <span className="num text-right text-ink-2 text-sm">{bar.text}</span>
    </>
  )
}
