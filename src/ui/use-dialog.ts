import { type MouseEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

type DialogHandle = {
  ref: RefObject<HTMLDialogElement | null>
  /** On the dialog: a press on the backdrop closes it. */
  onClick: (event: MouseEvent<HTMLDialogElement>) => void
  onClose: () => void
}

/**
 * The browser's own modal: it keeps focus inside, gives it back, closes on Escape and on Android's back gesture.
 * `onClose` is called however it was closed.
 */
export function useDialog(open: boolean, onClose: () => void): DialogHandle {
  const ref = useRef<HTMLDialogElement>(null)
  const isWanted = useRef(open)
  useEffect(() => {
    isWanted.current = open
    const dialog = ref.current
    if (!dialog) return
    if (open && !dialog.open) dialog.showModal()
    if (!open && dialog.open) dialog.close()
  }, [open])
  // Taken off the page while open it would keep the focus to itself: closing gives it back first.
  useLayoutEffect(() => {
    const dialog = ref.current
    return () => dialog?.close()
  }, [])
  return {
    ref,
    onClick: (event) => {
      if (event.target === ref.current) onClose()
    },
    onClose: () => {
      // The event comes a task later: by then it may be open again (effects run twice in development), or closed on
      // the page's own wish and another dialog open in its place.
      if (!ref.current?.open && isWanted.current) onClose()
    },
  }
}
