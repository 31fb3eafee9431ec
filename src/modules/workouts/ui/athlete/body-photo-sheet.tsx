'use client'
/** One picture of progress: a new one before it is kept, or one that is here, with its day, its pose and where it is. */
import { Download, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { findPicture, useUploads, useWaiting } from '../../../../client/uploads.ts'
import { dayOf, isoDate } from '../../../../shared/local-day.ts'
import { Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { Segmented } from '../../../../ui/segmented.tsx'
import { Sheet } from '../../../../ui/sheet.tsx'
import { showDay } from '../../../../ui/show-day.ts'
import { showToast } from '../../../../ui/toast.tsx'
import { POSES, type Pose, type ProgressPhoto } from '../../model/body.ts'
import { formatMeasure } from '../../rules/body-figures.ts'
import { bodyWhenOf, type Moment, momentOf } from '../../rules/body-when.ts'
import { type TrendPoint, weightNear } from '../../rules/weight-trend.ts'
import { BodyPhoto, useWhereWords } from './body-photo.tsx'
import { useBodyUnits, usePhotos } from './use-body.ts'

/** A file that was just chosen, or a picture that is here. */
export type PhotoOpen = { file: File } | { photo: ProgressPhoto }

type Props = {
  open: PhotoOpen | null
  onClose: () => void
  onSaveFile: (name: string, file: Blob) => void
  trend: readonly TrendPoint[]
  today: number
  zone: string
}

export function BodyPhotoSheet({ open, onClose, ...rest }: Props) {
  const t = useTranslations('body.photo')
  const c = useTranslations('common')
  return (
    <Sheet
      open={open !== null}
      onClose={onClose}
      title={open && 'file' in open ? t('new') : t('one')}
      detail={t('private')}
      closeLabel={c('close')}
      full
    >
      {open && <Form {...rest} open={open} onClose={onClose} />}
    </Sheet>
  )
}

const CHOICES = ['none', ...POSES] as const

function Form({ open, onClose, onSaveFile, trend, today, zone }: Props & { open: PhotoOpen }) {
  const t = useTranslations('body.photo')
  const b = useTranslations('body')
  const { units, locale } = useBodyUnits()
  const photos = usePhotos()
  const uploads = useUploads()
  const photo = 'photo' in open ? open.photo : null
  const [first] = useState(() => photo ?? takenAt((open as { file: File }).file, zone))
  const [when, setWhen] = useState(() => bodyWhenOf(first, zone))
  const [pose, setPose] = useState<Pose | null>(photo?.pose ?? null)
  const [error, setError] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const moment = momentOf(when, first, zone, Date.now())
  const weight = moment && weightNear(trend, moment.localDay)

  async function download({ id, localDay }: ProgressPhoto) {
    const found = uploads && (await findPicture(uploads, id, 1600))
    if (found && typeof found !== 'string' && 'picture' in found) {
      const ending = found.picture.type === 'image/webp' ? 'webp' : 'jpg'
      onSaveFile(`spotter-photo-${isoDate(localDay)}.${ending}`, found.picture)
    } else showToast({ tone: 'bad', text: t('noDownload') })
  }

  async function save() {
    if (!moment) return setError(b('bad.when'))
    const { at, localDay } = moment
    const facts = { pose, at, localDay }
    setBusy(true)
    const isKept = photo
      ? await photos.edit({ id: photo.id, ...facts })
      : await photos.add((open as { file: File }).file, facts)
    setBusy(false)
    if (!isKept) return
    showToast({ tone: 'good', text: t(photo ? 'changed' : 'kept') })
    onClose()
  }

  return (
    <form
      className="grid gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className="mx-auto h-[min(46dvh,26rem)] w-full overflow-hidden rounded-2">
        {photo ? (
          <BodyPhoto
            id={photo.id}
            size={1600}
            fit="contain"
            alt={t('alt', { day: showDay(photo.localDay, 'year', locale) })}
          />
        ) : (
          <Preview file={(open as { file: File }).file} />
        )}
      </div>
      <p className="num text-center text-ink-2 text-sm">
        {weight && b('photo.weight', { weight: formatMeasure(weight.weightG, 'weight', units, locale) })}
        {weight && photo && ' · '}
        {photo && <Where id={photo.id} />}
      </p>
      <Segmented
        label={t('pose')}
        value={pose ?? 'none'}
        onChange={(value) => setPose(value === 'none' ? null : value)}
        options={CHOICES.map((value) => ({ value, label: t(`is.${value}`) }))}
      />
      <TextField
        label={b('day')}
        type="date"
        max={isoDate(today)}
        value={when.date}
        error={error}
        onChange={(event) => setWhen({ ...when, date: event.target.value })}
      />
      <div className="flex flex-wrap gap-2.5">
        {photo && (
          <Button
            tone="danger-quiet"
            icon={<Trash2 size={18} aria-hidden />}
            onClick={() => {
              void photos.remove(photo)
              onClose()
            }}
          >
            {b('delete')}
          </Button>
        )}
        <Button type="submit" tone="primary" size="large" className="flex-1" busy={isBusy} disabled={!photos.ready}>
          {b('save')}
        </Button>
      </div>
      {photo && (
        <Button icon={<Download size={18} aria-hidden />} onClick={() => void download(photo)}>
          {t('download')}
        </Button>
      )}
      {photo && <p className="text-ink-2 text-sm">{t('deleteHint')}</p>}
    </form>
  )
}

/** On this phone, on its way, on the server; what the server said where it would not take it. */
function Where({ id }: { id: string }) {
  const words = useWhereWords()
  const waiting = useWaiting().get(id)
  return <span role="status">{waiting?.why ?? words[waiting?.state ?? 'server']}</span>
}

function Preview({ file }: { file: File }) {
  const t = useTranslations('body.photo')
  const [src, setSrc] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setSrc(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return src && <img src={src} alt={t('preview')} className="size-full bg-raised object-contain" />
}

const DAY_MS = 86_400_000

/** Of a file from the gallery the phone says when it was made; of a clock that is wrong it is now. */
function takenAt(file: File, zone: string): Moment {
  const now = Date.now()
  const at = file.lastModified > 30 * 365 * DAY_MS && file.lastModified <= now ? file.lastModified : now
  return { at, localDay: dayOf(at, zone) }
}
