import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { cx } from './cx.ts'

export type ButtonTone = 'primary' | 'outline' | 'quiet' | 'danger' | 'danger-quiet'
/** `large` is a screen's one primary action, `normal` holds 48 px for thumbs, `compact` is for the desktop portals, and grows under a thumb. */
export type ButtonSize = 'large' | 'normal' | 'compact'

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  tone?: ButtonTone
  size?: ButtonSize
  /** Fills its row. */
  wide?: boolean
  /** Says that it is at work; it can't be pressed again meanwhile. For the portals: nothing local ever waits. */
  busy?: boolean
  icon?: ReactNode
}

const TONES: Record<ButtonTone, string> = {
  primary: 'bg-accent text-accent-ink active:bg-accent-press hover:bg-accent-press font-bold',
  outline: 'edge text-ink active:bg-pressed hover:bg-raised font-medium',
  quiet: 'text-ink active:bg-pressed hover:bg-raised font-semibold',
  danger: 'bg-bad text-bg active:opacity-80 font-bold',
  'danger-quiet': 'text-bad active:bg-bad-soft hover:bg-bad-soft font-semibold',
}

const SIZES: Record<ButtonSize, string> = {
  large: 'min-h-14 px-6 rounded-2 text-lg',
  normal: 'min-h-12 min-w-12 px-4 rounded-2 text-base',
  compact: 'min-h-8 px-3 rounded-1 text-sm pointer-coarse:min-h-12',
}

export function Button({
  tone = 'outline',
  size = 'normal',
  wide,
  busy,
  icon,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      aria-busy={busy || undefined}
      {...rest}
      disabled={rest.disabled || busy}
      className={cx(
        'inline-flex select-none items-center justify-center gap-2 py-1 text-center leading-tight transition-colors disabled:opacity-45',
        TONES[tone],
        SIZES[size],
        wide && 'w-full',
        className,
      )}
    >
      {icon}
      {children}
    </button>
  )
}
