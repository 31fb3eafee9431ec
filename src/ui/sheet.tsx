import { X } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { cx } from './cx.ts'
import { IconButton } from './icon-button.tsx'
import { useDialog } from './use-dialog.ts'

type Props = {
  open: boolean
  onClose: () => void
  title: string
  /** One line under the title. */
  detail?: ReactNode
  closeLabel: string
  /** Takes the whole height: pickers with a search field. */
  full?: boolean
  /** Stays at the bottom while the rest scrolls. */
  footer?: ReactNode
  children: ReactNode
}

/** Comes from below, in the thumb's reach. */
export function Sheet({ open, onClose, title, detail, closeLabel, full, footer, children }: Props) {
  const titleId = useId()
  const dialog = useDialog(open, onClose)
  return (
    <dialog {...dialog} aria-labelledby={titleId} className={cx('sheet wrap-break-word', full && 'sheet-full')}>
      <header className="flex items-center gap-2 py-2 pr-2 pl-5">
        <div className="min-w-0 flex-1 py-2">
          <h2 id={titleId} className="break-words font-bold text-lg tracking-tight">
            {title}
          </h2>
          {detail != null && <p className="num text-ink-2 text-sm">{detail}</p>}
        </div>
        <IconButton label={closeLabel} onClick={onClose}>
          <X size={22} aria-hidden />
        </IconButton>
      </header>
      <div
        data-scroller
        // Room above for the edge and the focus ring of what comes first: they are drawn outside of it.
        className="-mt-1.5 min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 pt-1.5 pb-[max(1rem,env(safe-area-inset-bottom))]"
      >
        {open && children}
      </div>
      {footer != null && (
        <footer className="border-line border-t px-5 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
          {footer}
        </footer>
      )}
    </dialog>
  )
}
