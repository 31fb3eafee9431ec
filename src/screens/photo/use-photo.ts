'use client'
/** One's own picture: what it is, and a new one from choosing to saving. */
import { useEffect, useRef, useState } from 'react'
import { findOwnPhoto, type PhotoProblem, removePhoto, uploadPhoto } from '../../client/photo.ts'
import { type Crop, MAX_PICTURE_BYTES, PICTURE_TYPES } from '../../modules/media/model.ts'
import { middleCrop, movedCrop } from '../../modules/media/rules/crop.ts'

export type PhotoFault = PhotoProblem | { key: 'notPicture' | 'tooLarge' }
type Size = { width: number; height: number }
export type Draft = { file: File; src: string; size: Size; crop: Crop }

export function usePhoto(personId: string) {
  const [url, setUrl] = useState<string | null>(null)
  const [draft, setDraft] = useState<Draft | null>(null)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<PhotoFault | null>(null)
  const shown = useRef<string | null>(null)

  useEffect(() => {
    let isOver = false
    void findOwnPhoto(personId, 256).then((found) => {
      // Without signal there is nothing to show, and nothing to say: nobody asked.
      if (!isOver && found.ok) setUrl(found.value)
    })
    return () => {
      isOver = true
    }
  }, [personId])
  useEffect(() => () => URL.revokeObjectURL(shown.current ?? ''), [])

  function show(next: Draft | null) {
    if (shown.current !== (next?.src ?? null)) URL.revokeObjectURL(shown.current ?? '')
    shown.current = next?.src ?? null
    setDraft(next)
  }

  async function choose(file: File) {
    setFault(null)
    if (!(PICTURE_TYPES as readonly string[]).includes(file.type)) return setFault({ key: 'notPicture' })
    if (file.size > MAX_PICTURE_BYTES) return setFault({ key: 'tooLarge' })
    const src = URL.createObjectURL(file)
    try {
      const size = await sizeOf(src)
      show({ file, src, size, crop: middleCrop(size) })
    } catch {
      URL.revokeObjectURL(src)
      setFault({ key: 'notPicture' })
    }
  }

  async function act(work: () => Promise<Awaited<ReturnType<typeof removePhoto>>>) {
    setBusy(true)
    setFault(null)
    const done = await work()
    if (done.ok) {
      const found = await findOwnPhoto(personId, 256)
      setUrl(found.ok ? found.value : null)
      show(null)
    } else setFault(done.why)
    setBusy(false)
    return done.ok
  }

  return {
    url,
    draft,
    busy,
    fault,
    choose,
    move: (by: Parameters<typeof movedCrop>[2]) =>
      setDraft((now) => now && { ...now, crop: movedCrop(now.size, now.crop, by) }),
    cancel: () => show(null),
    save: () => (draft ? act(() => uploadPhoto(draft.file, draft.crop)) : Promise.resolve(false)),
    remove: () => act(removePhoto),
  }
}

/** As the browser shows it, upright. */
function sizeOf(src: string): Promise<Size> {
  return new Promise((done, fail) => {
    const image = new Image()
    image.onload = () => done({ width: image.naturalWidth, height: image.naturalHeight })
    image.onerror = () => fail(new Error('no picture'))
    image.src = src
  })
}
