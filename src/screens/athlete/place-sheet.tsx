'use client'
/** Where the workout is done: chosen in two taps, and what is not done yet is shown as the new place has it. */
import { MapPin, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { type Place, places } from '../../modules/gyms/model/places.ts'
import { TemplateList } from '../../modules/gyms/ui/athlete/template-list.tsx'
import { usePlaceWords } from '../../modules/gyms/ui/athlete/use-place-words.ts'
import { loggedSets } from '../../modules/workouts/model.ts'
import { editSet, editWorkout } from '../../modules/workouts/mutators.ts'
import { type RoundedSet, roundWorkout } from '../../modules/workouts/rules/round-at-place.ts'
import { shownFigures } from '../../modules/workouts/ui/athlete/set-fields.ts'
import type { PlaceSheetProps } from '../../modules/workouts/ui/athlete/sheet-state.ts'
import { shownLoad } from '../../shared/entered-number.ts'
import { useLive, usePhone } from '../../sync/client/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useAddPlace } from './use-add-place.ts'

type Change = { place: Place | null; sets: RoundedSet[] }

export function PlaceSheet({ open, habits, mutate, onClose }: PlaceSheetProps) {
  const t = useTranslations('places')
  const c = useTranslations('common')
  const has = usePlaceWords()
  const phone = usePhone()
  const own = useLive((rows) => rows.all(places), [])
  const add = useAddPlace()
  const [isAdding, setAdding] = useState(false)
  const [asked, setAsked] = useState<Change | null>(null)
  const { workout, blocks } = open
  const isAdded = isAdding || own?.length === 0

  function choose(place: Place | null): void {
    const sets = place
      ? roundWorkout(
          { place, unit: habits.loadUnit, decimalSign: habits.decimalSign },
          blocks.map((block) => ({
            exercise: block.exercise,
            sets: block.sets.map((set, i) => ({ set, figures: shownFigures(block, i) ?? set })),
          })),
        )
      : []
    if (sets.length > 0) setAsked({ place, sets })
    else move({ place, sets })
  }

  function move({ place, sets }: Change): void {
    onClose()
    const before = workout.placeId ?? null
    void mutate(editWorkout, { id: workout.id, placeId: place?.id ?? null })
    for (const { setId, to } of sets) void mutate(editSet, { id: setId, fields: to })
    const undo = () => void goBack(before, sets)
    showToast({
      text: place ? t('sheet.at', { name: place.name }) : t('sheet.atNone'),
      action: { label: t('undo'), run: undo },
    })
  }

  /** What was done or typed meanwhile stays as it is. */
  async function goBack(placeId: string | null, sets: readonly RoundedSet[]): Promise<void> {
    const ids = sets.map(({ setId }) => setId)
    const now = new Map((await phone.read((rows) => rows.getMany(loggedSets, ids))).map((set) => [set.id, set]))
    void mutate(editWorkout, { id: workout.id, placeId })
    for (const { setId, from, to } of sets) {
      const set = now.get(setId)
      if (set?.doneAt === null && set.loadG === to.loadG) void mutate(editSet, { id: setId, fields: from })
    }
  }

  if (asked) return <Preview change={asked} {...{ open, habits, onClose, move }} />
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('sheet.title')}
      detail={isAdded ? t('sheet.begin') : t('sheet.detail')}
      closeLabel={c('close')}
    >
      {isAdded ? (
        <TemplateList unit={habits.loadUnit} onChoose={(made) => choose({ ...made, id: add(made, own ?? []) })} />
      ) : (
        <>
          {own?.map((place) => (
            <ListRow
              key={place.id}
              lead={<MapPin size={20} aria-hidden />}
              title={place.name}
              detail={has(place)}
              trail={open.place?.id === place.id ? t('sheet.here') : undefined}
              current={open.place?.id === place.id}
              onClick={() => choose(place)}
            />
          ))}
          <ListRow
            lead={<MapPin size={20} aria-hidden />}
            title={t('sheet.none')}
            detail={t('sheet.noneHas')}
            trail={open.place ? undefined : t('sheet.here')}
            current={open.place === null}
            onClick={() => choose(null)}
          />
          <ListRow lead={<Plus size={20} aria-hidden />} title={t('add')} onClick={() => setAdding(true)} />
        </>
      )}
    </Sheet>
  )
}

type PreviewProps = Omit<PlaceSheetProps, 'mutate'> & { change: Change; move: (change: Change) => void }

/** Before and after, set by set. Nothing is changed until it is said. */
function Preview({ change, open, habits, onClose, move }: PreviewProps) {
  const t = useTranslations('places.sheet')
  const c = useTranslations('common')
  const { place, sets } = change
  const text = (load: RoundedSet['from']) => {
    const shown = shownLoad(load, habits.loadUnit, habits.locale)
    return shown ? `${shown.number}\u00a0${shown.unit}` : '–'
  }
  const changed = open.blocks.flatMap((block) => {
    const own = sets.filter(({ entryId }) => entryId === block.entry.id)
    return own.length > 0 ? [{ block, own }] : []
  })
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('changeTitle', { n: sets.length, name: place?.name ?? '' })}
      detail={t('changeDetail')}
      closeLabel={c('close')}
      footer={
        <div className="grid gap-2">
          <Button tone="primary" size="large" wide onClick={() => move(change)}>
            {t('change', { n: sets.length })}
          </Button>
          <Button wide onClick={() => move({ place, sets: [] })}>
            {t('leave')}
          </Button>
        </div>
      }
    >
      {changed.map(({ block, own }) => (
        <section key={block.entry.id} className="border-line border-b py-2 last:border-b-0">
          <h3 className="font-semibold">{block.exercise.name}</h3>
          <ul>
            {own.map(({ setId, from, to }) => {
              const mark = block.marks[block.sets.findIndex(({ id }) => id === setId)] ?? ''
              return (
                <li key={setId} className="num flex min-h-10 items-center gap-3">
                  <span className="w-14 shrink-0 text-ink-2">{t('set', { mark })}</span>
                  <span className="text-ink-2">{text(from)}</span>
                  <span className="sr-only">{t('becomes')}</span>
                  <span aria-hidden className="text-ink-3">
                    →
                  </span>
                  <strong className="font-semibold text-lg">{text(to)}</strong>
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </Sheet>
  )
}
