import { X } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { cx } from './cx.ts'
import { IconButton } from './icon-button.tsx'
import { useDialog } from './use-dialog.ts'

type Props = {
  open: boolean
  onClose: () => void
  title: string
  closeLabel: string
  children: ReactNode
  /** Buttons at its foot. */
  actions?: ReactNode
  /** The title is read out only, and the content reaches the edges: a palette. */
  bare?: boolean
}

/** The portals' dialog: desktop density, a title, a way out. What is inside lives only while it is open. */
export function PortalDialog({ open, onClose, title, closeLabel, children, actions, bare }: Props) {
  const titleId = useId()
  const dialog = useDialog(open, onClose)
  return (
    <dialog
      {...dialog}
      aria-labelledby={titleId}
      className={cx('dialog w-[min(35rem,calc(100%-32px))] rounded-2 text-sm', bare && 'mt-[12dvh]')}
    >
      <div className="flex min-h-0 flex-col">
        <div className={cx('py-4 pr-14 pl-5', bare && 'sr-only')}>
          <h2 id={titleId} className="font-bold text-base">
            {title}
          </h2>
        </div>
        <div className={cx('min-h-0 overflow-y-auto', !bare && 'px-5 pb-5')}>{open && children}</div>
        {actions && (
          <div className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">{open && actions}</div>
        )}
        {/* Last in order, so that the focus begins with what the dialog is for. */}
        {!bare && (
          <IconButton compact label={closeLabel} onClick={onClose} className="absolute top-2.5 right-2.5">
            <X size={16} aria-hidden />
          </IconButton>
        )}
      </div>
    </dialog>
  )
}
