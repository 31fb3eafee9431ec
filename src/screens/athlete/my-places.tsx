'use client'
/** Where the athlete trains: their places, and ready ones to begin with. */
import { Building2, MapPin } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { type Place, places } from '../../modules/gyms/model/places.ts'
import { editPlace } from '../../modules/gyms/mutators.ts'
import { TemplateList } from '../../modules/gyms/ui/athlete/template-list.tsx'
import { usePlaceWords } from '../../modules/gyms/ui/athlete/use-place-words.ts'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { useLive } from '../../sync/client/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { showToast } from '../../ui/toast.tsx'
import { address } from './addresses.ts'
import { Page } from './page.tsx'
import { useAddPlace } from './use-add-place.ts'
import { useAthlete } from './use-athlete.ts'
import { type PublishedPlace, usePublishedPlaces } from './use-published-places.ts'

export function PlacesScreen() {
  const t = useTranslations('places')
  const has = usePlaceWords()
  const { profile } = useAthlete()
  const [, navigate] = useLocation()
  const own = useLive((rows) => rows.all(places), [])
  const add = useAddPlace()
  const published = usePublishedPlaces()
  const copyOf = (one: PublishedPlace) => own?.find((place) => place.published?.placeId === one.placeId)
  const offered = own ? published.filter((one) => !copyOf(one)) : []
  return (
    <Page title={t('title')} back={address.you} ready={own !== undefined}>
      {published.map((one) => {
        const copy = copyOf(one)
        return copy && <NewerVersion key={one.placeId} copy={copy} newer={one} />
      })}
      {own && own.length === 0 && <p className="mt-2 text-ink-2">{t('intro')}</p>}
      {own?.map((place) => (
        <ListRow
          key={place.id}
          lead={<MapPin size={20} aria-hidden />}
          title={place.name}
          detail={has(place)}
          onClick={() => navigate(address.place(place.id))}
        />
      ))}
      {offered.length > 0 && (
        <Section title={t('published.title')}>
          {offered.map(({ gymId, gymName, placeId, version, place }) => (
            <ListRow
              key={placeId}
              lead={<Building2 size={20} aria-hidden />}
              title={place.name}
              detail={t('published.of', { gym: gymName, has: has(place) })}
              onClick={() => {
                const id = add({ ...place, published: { gymId, placeId, version } }, own ?? [])
                navigate(address.place(id))
              }}
            />
          ))}
        </Section>
      )}
      <Section title={t('add')}>
        <TemplateList
          unit={profile.loadUnit}
          onChoose={(place) => {
            const id = add(place, own ?? [])
            navigate(address.place(id))
          }}
        />
      </Section>
    </Page>
  )
}

/** The gym has published another version than the one that was copied. It is taken when the athlete says so. */
function NewerVersion({ copy, newer }: { copy: Place; newer: PublishedPlace }) {
  const t = useTranslations('places')
  const mutate = useMutate()
  const { gymId, gymName, placeId, version, place } = newer
  if (!copy.published || copy.published.version >= version) return null
  const take = () => {
    const { id, ...before } = copy
    void mutate(editPlace, { id, fields: { ...place, published: { gymId, placeId, version } } })
    const undo = { label: t('undo'), run: () => void mutate(editPlace, { id, fields: before }) }
    showToast({ text: t('published.taken', { name: place.name }), action: undo })
  }
  return (
    <div className="mb-3">
      <Notice
        tone="info"
        icon={<Building2 size={20} aria-hidden />}
        actions={<Button onClick={take}>{t('published.take')}</Button>}
      >
        {t('published.newer', { gym: gymName, name: copy.name })}
      </Notice>
    </div>
  )
}
