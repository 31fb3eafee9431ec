import { ChevronRight } from 'lucide-react'
import type { MouseEventHandler, ReactNode } from 'react'
import { cx } from './cx.ts'

type Props = {
  title: ReactNode
  detail?: ReactNode
  /** Before the title: an icon, a tick. */
  lead?: ReactNode
  /** At the end: a number, a switch. */
  trail?: ReactNode
  /** Makes the whole row a link or a button, with a chevron for a link. */
  href?: string
  onClick?: MouseEventHandler
  tone?: 'plain' | 'danger' | 'accent'
  disabled?: boolean
  current?: boolean
}

const TONES = { plain: 'text-ink', danger: 'text-bad', accent: 'text-accent-text' } as const

/** One line of a list or a menu: 56 px, a hairline under it. */
export function ListRow({ title, detail, lead, trail, href, onClick, tone = 'plain', disabled, current }: Props) {
  const body = (
    <>
      {lead != null && <span className="grid w-6 shrink-0 place-items-center text-ink-2">{lead}</span>}
      <span className="min-w-0 flex-1 py-2">
        <span className={cx('block break-words font-medium', TONES[tone])}>{title}</span>
        {detail != null && <span className="num block break-words text-ink-2 text-sm">{detail}</span>}
      </span>
      {trail != null && <span className="num shrink-0 text-ink-2">{trail}</span>}
      {href && <ChevronRight size={18} className="shrink-0 text-ink-3" aria-hidden />}
    </>
  )
  const row = 'flex min-h-14 items-center gap-3 text-left disabled:opacity-45'
  const press = `${row} -mx-3 w-[calc(100%+24px)] rounded-1 px-3 hover:bg-raised active:bg-pressed`
  return (
    <div className="border-line border-b last:border-b-0">
      {href ? (
        <a href={href} onClick={onClick} aria-current={current ? 'true' : undefined} className={press}>
          {body}
        </a>
      ) : onClick ? (
        <button type="button" onClick={onClick} disabled={disabled} aria-pressed={current} className={press}>
          {body}
        </button>
      ) : (
        <div className={row}>{body}</div>
      )}
    </div>
  )
}
