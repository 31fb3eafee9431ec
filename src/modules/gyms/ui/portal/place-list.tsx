'use client'
/** What a gym has to lift: typed as lines, worked on as long as it takes, and published when it is right. */
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { type Answers, trpc } from '../../../../client/trpc.ts'
import { newId } from '../../../../shared/id.ts'
import { Button } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { showToast } from '../../../../ui/toast.tsx'
import { type Template, templateEquipment } from '../../rules/place-templates.ts'
import { PlaceFacts } from './place-facts.tsx'
import { PlaceForm } from './place-form.tsx'

type GymPlace = Answers['gyms']['places'][number]
type Props = { gymId: string; canEdit: boolean }

const BEGIN: readonly Template[] = ['gym_kg', 'gym_lb']
const newIds = () => BEGIN.map((template) => ({ template, placeId: newId() }))

export function PlaceList({ gymId, canEdit }: Props) {
  const t = useTranslations('equipment')
  const query = trpc.gyms.places.useQuery({ gymId })
  const utils = trpc.useUtils()
  const refresh = () => void utils.gyms.places.invalidate({ gymId })
  // Of the button, not of the click: two clicks make one.
  const [begins, setBegins] = useState(newIds)
  const save = trpc.gyms.savePlace.useMutation({
    onSuccess: () => {
      setBegins(newIds())
      refresh()
    },
  })
  const error = query.error ?? save.error
  if (query.isPending) return <p className="text-ink-2">{t('loading')}</p>
  return (
    <div className="grid gap-5">
      <p className="text-ink-2">{t('text')}</p>
      {error && (
        <Notice tone="bad" urgent>
          {error.message}
        </Notice>
      )}
      <ul className="divide-y divide-line border-line border-y empty:hidden">
        {query.data?.map((one) => (
          <PlaceRow key={one.placeId} gymId={gymId} one={one} canEdit={canEdit} onChanged={refresh} />
        ))}
      </ul>
      {canEdit && (
        <div className="flex flex-wrap items-center gap-2">
          <span className="text-ink-2">{t('begin')}</span>
          {begins.map(({ template, placeId }) => {
            const { unit, equipment } = templateEquipment(template)
            const place = { name: t('newName'), unit, ...equipment }
            return (
              <Button
                key={template}
                size="compact"
                busy={save.isPending}
                onClick={() => save.mutate({ gymId, placeId, place })}
              >
                {t('template', { unit })}
              </Button>
            )
          })}
        </div>
      )}
    </div>
  )
}

type RowProps = { gymId: string; one: GymPlace; canEdit: boolean; onChanged: () => void }

function PlaceRow({ gymId, one, canEdit, onChanged }: RowProps) {
  const t = useTranslations('equipment')
  const locale = useLocale()
  const [isOpen, setOpen] = useState(false)
  const { placeId, place, version, publishedAt, isChanged } = one
  const publish = trpc.gyms.publishPlace.useMutation({
    onSuccess: () => {
      onChanged()
      showToast({ tone: 'good', text: t('published', { name: place.name }) })
    },
  })
  const remove = trpc.gyms.removePlace.useMutation({ onSuccess: onChanged })
  const error = publish.error ?? remove.error
  const day = publishedAt === null ? '' : new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(publishedAt)
  return (
    <li className="py-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <span className="min-w-0 flex-1">
          <strong className="block break-words font-semibold">{place.name}</strong>
          <span className="num text-ink-2">
            {version === 0 ? t('never') : t(isChanged ? 'changed' : 'current', { version, day })}
          </span>
        </span>
        {canEdit && (
          <>
            <Button
              size="compact"
              aria-expanded={isOpen}
              aria-label={t(isOpen ? 'closeLabel' : 'editLabel', { name: place.name })}
              onClick={() => setOpen(!isOpen)}
            >
              {t(isOpen ? 'close' : 'edit')}
            </Button>
            <Button
              size="compact"
              tone={isChanged ? 'primary' : 'outline'}
              disabled={!isChanged}
              busy={publish.isPending}
              aria-label={t('publishLabel', { name: place.name })}
              onClick={() => publish.mutate({ gymId, placeId })}
            >
              {t('publish')}
            </Button>
          </>
        )}
      </div>
      {error && (
        <div className="mt-2">
          <Notice tone="bad" urgent>
            {error.message}
          </Notice>
        </div>
      )}
      {!canEdit && <PlaceFacts place={place} />}
      {isOpen && canEdit && (
        <PlaceForm
          gymId={gymId}
          placeId={placeId}
          place={place}
          onSaved={onChanged}
          onRemove={() => remove.mutate({ gymId, placeId })}
        />
      )}
    </li>
  )
}
