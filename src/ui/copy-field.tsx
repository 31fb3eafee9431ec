'use client'
/** A text that is shown to be sent on: selected by its focus, copied by its button. */
import { useRef, useState } from 'react'
import { Button } from './button.tsx'
import { copyText } from './portal-csv.ts'

type Props = {
  label: string
  value: string
  words: { copy: string; copied: string; byHand: string }
  /** The button takes the focus: it is what the dialog is for now. */
  autoFocus?: boolean
}

export function CopyField({ label, value, words, autoFocus }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState<'copied' | 'byHand' | null>(null)
  async function copy() {
    const done = await copyText(value)
    if (!done) field.current?.select()
    setSaid(done ? 'copied' : 'byHand')
  }
  return (
    <>
      <div className="flex gap-2">
        <input
          ref={field}
          readOnly
          value={value}
          aria-label={label}
          onFocus={(event) => event.target.select()}
          className="edge h-9 min-w-0 flex-1 rounded-1 bg-bg px-3"
        />
        <Button size="compact" tone="primary" autoFocus={autoFocus} onClick={() => void copy()}>
          {words.copy}
        </Button>
      </div>
      <p role="status" className="mt-1.5 min-h-5 text-good">
        {said && words[said]}
      </p>
    </>
  )
}
