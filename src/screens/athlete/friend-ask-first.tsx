'use client'
/** A question before what nothing brings back. */
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

type Props = {
  open: boolean
  onClose: () => void
  title: string
  text: string
  /** What is done, on the button that does it. */
  deed: string
  onDeed: () => void
}

export function AskFirst({ text, deed, onDeed, ...dialog }: Props) {
  const c = useTranslations('common')
  return (
    <Dialog
      {...dialog}
      actions={
        <>
          <Button onClick={dialog.onClose}>{c('cancel')}</Button>
          <Button tone="danger" onClick={onDeed}>
            {deed}
          </Button>
        </>
      }
    >
      {text}
    </Dialog>
  )
}
