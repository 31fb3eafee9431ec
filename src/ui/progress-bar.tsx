import { cx } from './cx.ts'

type Props = {
  label: string
  /** Between 0 and 1; null while nobody knows how much is left. */
  share: number | null
}

/** How far something is that takes its time. Never a guess: without a share it only says that it is at work. */
export function ProgressBar({ label, share }: Props) {
  const percent = share === null ? null : Math.round(share * 100)
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent ?? undefined}
      className="h-1.5 overflow-hidden rounded-full bg-pressed"
    >
      <div
        className={cx(
          'h-full rounded-full bg-accent',
          percent === null
            ? 'w-1/3 animate-[sweep_1.2s_linear_infinite] motion-reduce:w-full motion-reduce:animate-none motion-reduce:opacity-50'
            : 'transition-[width]',
        )}
        style={percent === null ? undefined : { width: `${percent}%` }}
      />
    </div>
  )
}
