'use client'
/** Sets, cuts and removes one's own picture. The words are the page's: a phone and a portal each have their own. */
import { ImagePlus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { PICTURE_TYPES } from '../../modules/media/model.ts'
import { LEAST_SIDE } from '../../modules/media/rules/crop.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { SquareCrop } from '../../ui/square-crop.tsx'
import { type PhotoFault, usePhoto } from './use-photo.ts'

export type PhotoWords = Record<
  'choose' | 'change' | 'remove' | 'save' | 'cancel' | 'hint' | 'crop' | 'zoom' | 'saved' | 'removed',
  string
> & { fault: (fault: PhotoFault) => string }

type Props = {
  personId: string
  name: string
  words: PhotoWords
  compact?: boolean
}

export function PhotoEditor({ personId, name, words, compact }: Props) {
  const photo = usePhoto(personId)
  const { draft, url, busy, fault } = photo
  const field = useRef<HTMLInputElement>(null)
  const editor = useRef<HTMLDivElement>(null)
  const [done, setDone] = useState<'saved' | 'removed' | null>(null)
  const isCutting = draft !== null
  const wasCutting = useRef(false)
  // What had the focus is gone with what was there before.
  useEffect(() => {
    const from = wasCutting.current
    wasCutting.current = isCutting
    if (isCutting) editor.current?.querySelector<HTMLElement>('[role=group]')?.focus()
    else if (from) editor.current?.querySelector('button')?.focus()
  }, [isCutting])
  async function tell(work: Promise<boolean>, as: 'saved' | 'removed') {
    setDone(null)
    if (!(await work)) return
    setDone(as)
    editor.current?.querySelector('button')?.focus()
  }
  const size = compact ? 'compact' : undefined

  return (
    <div className="flex flex-wrap items-start gap-4" ref={editor}>
      {draft ? (
        <SquareCrop
          src={draft.src}
          size={draft.size}
          crop={draft.crop}
          leastSide={LEAST_SIDE}
          onMove={photo.move}
          label={words.crop}
          zoomLabel={words.zoom}
        />
      ) : (
        <Avatar name={name} url={url} className="size-20 text-xl" />
      )}
      <div className="min-w-48 flex-1">
        <div className="flex flex-wrap gap-2">
          {draft ? (
            <>
              <Button size={size} tone="primary" busy={busy} onClick={() => void tell(photo.save(), 'saved')}>
                {words.save}
              </Button>
              <Button size={size} disabled={busy} onClick={photo.cancel}>
                {words.cancel}
              </Button>
            </>
          ) : (
            <>
              <Button size={size} icon={<ImagePlus size={18} aria-hidden />} onClick={() => field.current?.click()}>
                {url ? words.change : words.choose}
              </Button>
              {url && (
                <Button
                  size={size}
                  tone="danger-quiet"
                  busy={busy}
                  onClick={() => void tell(photo.remove(), 'removed')}
                >
                  {words.remove}
                </Button>
              )}
            </>
          )}
        </div>
        {/* Reached by its button; the field itself is in nobody's way. */}
        <input
          ref={field}
          type="file"
          accept={PICTURE_TYPES.join(',')}
          tabIndex={-1}
          aria-hidden
          className="hidden"
          onChange={(event) => {
            const file = event.target.files?.[0]
            event.target.value = ''
            if (file) void photo.choose(file)
          }}
        />
        {fault && (
          <p role="alert" className="pt-2 text-bad text-sm">
            {words.fault(fault)}
          </p>
        )}
        <p role="status" className="text-good text-sm not-empty:pt-2">
          {done && !isCutting && !fault && words[done]}
        </p>
        <p className="pt-2 text-ink-2 text-sm">{words.hint}</p>
      </div>
    </div>
  )
}
