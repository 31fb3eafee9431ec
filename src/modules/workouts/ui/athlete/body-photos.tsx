'use client'
/** The pictures of progress, newest first, each with where it is; the way to a new one and to two side by side. */
import { CircleAlert, CloudUpload, Columns2, ImagePlus, Smartphone } from 'lucide-react'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { UploadView } from '../../../../client/upload-view.ts'
import { useWaiting } from '../../../../client/uploads.ts'
import { Button } from '../../../../ui/button.tsx'
import { showDay } from '../../../../ui/show-day.ts'
import { showToast } from '../../../../ui/toast.tsx'
import { PICTURE_TYPES } from '../../../media/model.ts'
import type { ProgressPhoto } from '../../model/body.ts'
import { formatMeasure } from '../../rules/body-figures.ts'
import { type TrendPoint, weightNear } from '../../rules/weight-trend.ts'
import { BodyPhoto, useWhereWords } from './body-photo.tsx'
import type { PhotoOpen } from './body-photo-sheet.tsx'
import { useBodyUnits } from './use-body.ts'

type Props = {
  photos: readonly ProgressPhoto[]
  trend: readonly TrendPoint[]
  onOpen: (what: PhotoOpen) => void
  onCompare: () => void
}

export function BodyPhotos({ photos, trend, onOpen, onCompare }: Props) {
  const t = useTranslations('body.photo')
  return (
    <>
      {photos.length === 0 && <p className="mb-3 text-ink-2">{t('none')}</p>}
      <div className="flex flex-wrap gap-2.5">
        <AddPhoto onOpen={onOpen} />
        {photos.length > 1 && (
          <Button icon={<Columns2 size={18} aria-hidden />} onClick={onCompare}>
            {t('compare')}
          </Button>
        )}
      </div>
      {photos.length > 0 && (
        <ul aria-label={t('title')} className="mt-3 grid grid-cols-3 gap-1.5">
          {photos.map((photo) => (
            <li key={photo.id} className="[content-visibility:auto]">
              <Thumb photo={photo} trend={trend} onOpen={() => onOpen({ photo })} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function AddPhoto({ onOpen }: Pick<Props, 'onOpen'>) {
  const t = useTranslations('body.photo')
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      {/* The phone's own chooser: it offers the camera and what was taken before. */}
      <input
        ref={input}
        type="file"
        accept={PICTURE_TYPES.join(',')}
        aria-label={t('choose')}
        className="sr-only"
        tabIndex={-1}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          target.value = ''
          if (!file) return
          if ((PICTURE_TYPES as readonly string[]).includes(file.type)) onOpen({ file })
          else showToast({ tone: 'bad', text: t('unreadable') })
        }}
      />
      <Button icon={<ImagePlus size={18} aria-hidden />} onClick={() => input.current?.click()}>
        {t('add')}
      </Button>
    </>
  )
}

function Thumb({ photo, trend, onOpen }: { photo: ProgressPhoto; trend: readonly TrendPoint[]; onOpen: () => void }) {
  const t = useTranslations('body.photo')
  const { units, locale } = useBodyUnits()
  const waiting = useWaiting().get(photo.id)
  const day = showDay(photo.localDay, 'year', locale)
  const weight = weightNear(trend, photo.localDay)
  const pose = photo.pose && t(`is.${photo.pose}`)
  return (
    <button
      type="button"
      onClick={onOpen}
      className="block w-full overflow-hidden rounded-1 text-left focus-visible:outline-[2.5px] focus-visible:outline-info"
    >
      <span className="relative block aspect-[3/4] overflow-hidden rounded-1">
        <BodyPhoto id={photo.id} size={360} alt={pose ? t('altPose', { day, pose }) : t('alt', { day })} />
        {waiting && <State view={waiting} />}
      </span>
      <span className="num block px-0.5 py-1.5 text-sm leading-tight">
        <span className="block font-medium">{day}</span>
        <span className="block text-ink-2">
          {[pose, weight && formatMeasure(weight.weightG, 'weight', units, locale)].filter(Boolean).join(' · ') ||
            '\u00a0'}
        </span>
      </span>
    </button>
  )
}

const ICONS = { waiting: Smartphone, sending: CloudUpload, refused: CircleAlert, removing: Smartphone } as const

function State({ view: { state } }: { view: UploadView }) {
  const words = useWhereWords()
  const Icon = ICONS[state]
  return (
    <span className="absolute right-1 bottom-1 grid size-7 place-items-center rounded-full bg-bg/85 text-ink">
      <Icon size={16} aria-hidden />
      <span className="sr-only">{words[state]}</span>
    </span>
  )
}
