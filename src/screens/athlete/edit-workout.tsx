'use client'
import { MapPin } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { EXERCISE_PARTS } from '../../modules/exercises/ui/athlete/exercise-parts.ts'
import type { Workout } from '../../modules/workouts/model.ts'
import { editWorkout } from '../../modules/workouts/mutators.ts'
import { fieldsOfWhen, type When, whenOf } from '../../modules/workouts/rules/when.ts'
import { EditWorkoutView } from '../../modules/workouts/ui/athlete/edit-workout-view.tsx'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { WhenFields } from '../../modules/workouts/ui/athlete/when-fields.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { ListRow } from '../../ui/list-row.tsx'

import { address } from './addresses.ts'
import { EditHeader } from './edit-header.tsx'
import { useBack } from './page.tsx'
import { PlaceSheet } from './place-sheet.tsx'
import { useToday } from './use-athlete.ts'

export function EditWorkoutScreen({ id }: { id: string }) {
  const t = useTranslations('workoutDetail')
  const [, navigate] = useLocation()
  const back = useBack(address.past(id))
  return (
    <EditWorkoutView
      id={id}
      onOpenExercise={(exerciseId) => navigate(address.exercise(exerciseId))}
      exerciseParts={EXERCISE_PARTS}
      placeSheet={PlaceSheet}
      gone={<EmptyState title={t('gone.title')} text={t('gone.text')} />}
      dock={(checkTyped) => (
        <Button
          tone="primary"
          size="large"
          wide
          onClick={() => {
            checkTyped()
            navigate(address.past(id), { replace: true })
          }}
        >
          {t('doneEditing')}
        </Button>
      )}
      header={({ workout, place }, choosePlace) => (
        <>
          <EditHeader title={t('editTitle')} onBack={back} />
          <Facts key={workout.id} workout={workout} />
          <div className="px-4 pb-2">
            <ListRow
              title={t('form.place')}
              detail={place?.name ?? t('form.noPlace')}
              lead={<MapPin size={20} aria-hidden />}
              onClick={choosePlace}
            />
          </div>
        </>
      )}
    />
  )
}

const SAVE_AFTER_MS = 700

/** Saved as it is typed, as everywhere: there is nothing to forget to press. */
function Facts({ workout }: { workout: Workout }) {
  const t = useTranslations('workoutDetail')
  const mutate = useMutate()
  const today = useToday()
  const [title, setTitle] = useState(workout.title)
  const [notes, setNotes] = useState(workout.notes)
  const [when, setWhen] = useState<When>(() => whenOf(workout))
  const fields = fieldsOfWhen(when, workout.zone, Date.now())

  const save = useRef(() => {})
  save.current = () => {
    const was = whenOf(workout)
    const isMoved = was.date !== when.date || was.time !== when.time || was.minutes !== when.minutes
    const change = {
      ...(title.trim() !== workout.title && { title: title.trim() }),
      ...(notes !== workout.notes && { notes }),
      ...(isMoved && fields),
    }
    if (Object.keys(change).length > 0) void mutate(editWorkout, { id: workout.id, ...change })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed starts the wait anew
  useEffect(() => {
    const timer = setTimeout(() => save.current(), SAVE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [title, notes, when])
  useEffect(() => () => save.current(), [])

  return (
    <div className="grid gap-4 px-4 pt-2 pb-4">
      <TextField
        label={t('form.name')}
        value={title}
        maxLength={200}
        onChange={(event) => setTitle(event.target.value)}
      />
      <WhenFields when={when} today={today} onChange={setWhen} error={fields ? undefined : t('form.badWhen')} />
      <TextArea
        label={t('form.notes')}
        rows={2}
        value={notes}
        maxLength={5000}
        onChange={(event) => setNotes(event.target.value)}
      />
    </div>
  )
}
