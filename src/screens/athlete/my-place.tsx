'use client'
import { Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { MACHINE_KINDS, places } from '../../modules/gyms/model/places.ts'
import { editPlace, removePlace, restorePlace } from '../../modules/gyms/mutators.ts'
import { PlaceEditor } from '../../modules/gyms/ui/athlete/place-editor.tsx'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { useLive } from '../../sync/client/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { showToast } from '../../ui/toast.tsx'
import { address } from './addresses.ts'
import { Page } from './page.tsx'
import { useAthlete } from './use-athlete.ts'

export function PlaceScreen({ id }: { id: string }) {
  const t = useTranslations('places')
  const mutate = useMutate()
  const { book } = useAthlete()
  const [, navigate] = useLocation()
  const found = useLive(async (rows) => ({ place: await rows.get(places, id) }), [id])
  const machines = useMemo(
    () =>
      book.all
        .filter(({ equipment }) => MACHINE_KINDS.has(equipment))
        .map((exercise) => ({ id: exercise.id, name: exercise.name }))
        .sort((a, b) => a.name.localeCompare(b.name)),
    [book],
  )
  const place = found?.place
  if (found && !place) {
    return (
      <Page title={t('title')} back={address.places}>
        <EmptyState title={t('gone.title')} text={t('gone.text')} />
      </Page>
    )
  }
  const remove = () => {
    void mutate(removePlace, { id })
    navigate(address.places, { replace: true })
    const undo = { label: t('undo'), run: () => void mutate(restorePlace, { id }) }
    showToast({ text: t('removed', { name: place?.name ?? '' }), action: undo })
  }
  return (
    <Page title={place?.name ?? t('title')} back={address.places} ready={place !== undefined}>
      {place && (
        <>
          <PlaceEditor
            key={id}
            place={place}
            machines={machines}
            onChange={(fields) => void mutate(editPlace, { id, fields })}
          />
          <div className="mt-8 border-line border-t pt-3">
            <Button tone="danger-quiet" icon={<Trash2 size={18} aria-hidden />} onClick={remove}>
              {t('remove')}
            </Button>
            <p className="mt-1 text-ink-2 text-sm">{t('removeHint')}</p>
          </div>
        </>
      )}
    </Page>
  )
}
