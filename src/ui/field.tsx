import { type InputHTMLAttributes, type ReactNode, type Ref, type TextareaHTMLAttributes, useId } from 'react'
import { cx } from './cx.ts'

type Frame = {
  label: string
  /** Under the field: what it is for. */
  hint?: ReactNode
  /** What is wrong and what to do; takes the hint's place. */
  error?: string
  /** The label is read out only (a search field with a placeholder). */
  hideLabel?: boolean
  compact?: boolean
}

const BOX =
  'edge w-full rounded-1 bg-bg px-3.5 text-ink placeholder:text-ink-3 focus:outline-[2.5px] focus:outline-info disabled:opacity-50 aria-invalid:shadow-[inset_0_0_0_2px_var(--bad)]'

function Labelled({ id, frame, children }: { id: string; frame: Frame; children: ReactNode }) {
  return (
    <div className="block">
      <label htmlFor={id} className={cx('mb-1.5 block font-medium text-ink-2 text-sm', frame.hideLabel && 'sr-only')}>
        {frame.label}
      </label>
      {children}
      {frame.error ? (
        <p id={`${id}-note`} role="alert" className="mt-1.5 text-bad text-sm">
          {frame.error}
        </p>
      ) : (
        frame.hint != null && (
          <p id={`${id}-note`} className="mt-1.5 text-ink-2 text-sm">
            {frame.hint}
          </p>
        )
      )}
    </div>
  )
}

type TextProps = Frame & Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> & { ref?: Ref<HTMLInputElement> }

export function TextField({ label, hint, error, hideLabel, compact, className, ...rest }: TextProps) {
  const id = useId()
  return (
    <Labelled id={id} frame={{ label, hint, error, hideLabel }}>
      <input
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={error || hint != null ? `${id}-note` : undefined}
        {...rest}
        className={cx(
          BOX,
          compact ? 'h-8 text-sm pointer-coarse:h-12 pointer-coarse:text-base' : 'min-h-12 text-base',
          className,
        )}
      />
    </Labelled>
  )
}

type AreaProps = Frame & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'>

export function TextArea({ label, hint, error, hideLabel, compact, className, ...rest }: AreaProps) {
  const id = useId()
  return (
    <Labelled id={id} frame={{ label, hint, error, hideLabel }}>
      <textarea
        id={id}
        rows={4}
        aria-invalid={error ? true : undefined}
        aria-describedby={error || hint != null ? `${id}-note` : undefined}
        {...rest}
        className={cx(BOX, 'py-3', compact ? 'text-sm' : 'text-base', className)}
      />
    </Labelled>
  )
}
