import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'
import { PortalDialog } from './portal-dialog.tsx'

type Props = {
  open?: boolean
  onClose: () => void
  title: string
  closeLabel: string
  children: ReactNode
  no: string
  yes: string
  /** What the answer yes is being sent with: busy until it is there, and why it failed. */
  sending: { isPending: boolean; error: { message: string } | null }
  onYes: () => void
}

/** Asks before something that can't be taken back; a refusal is said in the dialog, which stays. */
export function PortalQuestion({ open = true, onClose, title, closeLabel, children, no, yes, sending, onYes }: Props) {
  return (
    <PortalDialog
      open={open}
      onClose={onClose}
      title={title}
      closeLabel={closeLabel}
      actions={
        <>
          <Button size="compact" onClick={onClose}>
            {no}
          </Button>
          <Button size="compact" tone="danger" busy={sending.isPending} onClick={onYes}>
            {yes}
          </Button>
        </>
      }
    >
      {children}
      {sending.error && (
        <div className="mt-3">
          <Notice tone="bad" urgent>
            {sending.error.message}
          </Notice>
        </div>
      )}
    </PortalDialog>
  )
}
