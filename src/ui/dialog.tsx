import { type ReactNode, useId } from 'react'
import { useDialog } from './use-dialog.ts'

type Props = { open: boolean; onClose: () => void; title: string; children: ReactNode; actions: ReactNode }

/** A question in the middle of the screen. Rare: what can be undone is done and offers undo instead. */
export function Dialog({ open, onClose, title, children, actions }: Props) {
  const titleId = useId()
  const dialog = useDialog(open, onClose)
  return (
    <dialog {...dialog} aria-labelledby={titleId} className="dialog">
      <div className="overflow-y-auto p-5">
        <h2 id={titleId} className="font-bold text-lg tracking-tight">
          {title}
        </h2>
        <div className="mt-2 text-ink-2">{open && children}</div>
        <div className="mt-5 flex flex-wrap justify-end gap-2">{actions}</div>
      </div>
    </dialog>
  )
}
