'use client'
/** A picture of progress from wherever it is: this phone, its cache, the server. */
import { CloudOff, ImageOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { UploadState } from '../../../../client/upload-view.ts'
import { type Found, findPicture, useUploads } from '../../../../client/uploads.ts'
import { cx } from '../../../../ui/cx.ts'

type Shown = { src: string } | 'missing' | 'away' | null

function usePicture(id: string, size: 360 | 1600): Shown {
  const uploads = useUploads()
  const [shown, setShown] = useState<Shown>(null)
  useEffect(() => {
    if (!uploads) return
    let isOver = false
    let made: string | null = null
    const show = (found: Found) => {
      if (isOver) return
      if (typeof found === 'string') return setShown(found)
      if ('url' in found) return setShown({ src: found.url })
      made = URL.createObjectURL(found.picture)
      setShown({ src: made })
    }
    const look = () => void findPicture(uploads, id, size).then(show, () => show('away'))
    look()
    // What was not to be had without a signal is asked for again with one.
    const again = () => made ?? look()
    window.addEventListener('online', again)
    return () => {
      isOver = true
      window.removeEventListener('online', again)
      if (made) URL.revokeObjectURL(made)
    }
  }, [uploads, id, size])
  return shown
}

/** Where a picture is, as its upload stands; what is not waiting is on the server. */
export function useWhereWords(): Record<UploadState | 'server', string> {
  const t = useTranslations('body.photo.where')
  return {
    ...{ waiting: t('waiting'), sending: t('sending'), refused: t('refused') },
    ...{ removing: t('removing'), server: t('server') },
  }
}

type Props = {
  id: string
  size: 360 | 1600
  /** What is on it, for those who don't see it. */
  alt: string
  fit?: 'cover' | 'contain'
  className?: string
}

export function BodyPhoto({ id, size, alt, fit = 'cover', className }: Props) {
  const t = useTranslations('body.photo')
  const shown = usePicture(id, size)
  const frame = cx('grid size-full place-items-center bg-raised text-ink-2', className)
  if (shown === null) return <div role="img" aria-label={alt} className={frame} />
  if (typeof shown === 'string') {
    const Icon = shown === 'away' ? CloudOff : ImageOff
    return (
      <div className={frame}>
        <span className="grid place-items-center gap-1 px-2 text-center text-sm leading-tight">
          <Icon size={22} aria-hidden />
          <span className="sr-only">{alt}: </span>
          {t(shown === 'away' ? 'away' : 'missing')}
        </span>
      </div>
    )
  }
  return (
    <img
      src={shown.src}
      alt={alt}
      draggable={false}
      className={cx('size-full bg-raised', fit === 'cover' ? 'object-cover' : 'object-contain', className)}
    />
  )
}
