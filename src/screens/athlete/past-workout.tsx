'use client'
/** One workout of the history. */
import { Ellipsis, ListPlus, Pencil, RotateCcw, Send, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { places } from '../../modules/gyms/model/places.ts'
import { profiles } from '../../modules/users/model.ts'
import { type CardioSession, cardioSessions } from '../../modules/workouts/model/cardio.ts'
import { sharedLinks } from '../../modules/workouts/model/shares.ts'
import type { WholeWorkout } from '../../modules/workouts/model.ts'
import { removeWorkout, restoreWorkout } from '../../modules/workouts/mutators.ts'
import { withHandBest } from '../../modules/workouts/rules/hand-best.ts'
import { type PersonalRecord, recordsOf } from '../../modules/workouts/rules/records.ts'
import { routineExercisesOf } from '../../modules/workouts/rules/routines.ts'
import { documentOfWorkout, type Shown, textOfWorkout } from '../../modules/workouts/rules/shares.ts'
import type { ExerciseBook } from '../../modules/workouts/ui/athlete/exercise-book.ts'
import { SessionRpe } from '../../modules/workouts/ui/athlete/session-rpe.tsx'
import { fieldsOf } from '../../modules/workouts/ui/athlete/set-fields.ts'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { useSetWords } from '../../modules/workouts/ui/athlete/use-set-words.ts'
import { WorkoutDetail } from '../../modules/workouts/ui/athlete/workout-detail.tsx'
import { useLive, useMaybePhone } from '../../sync/client/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { showDay, showTime } from '../../ui/show-day.ts'
import { showToast } from '../../ui/toast.tsx'
import { address } from './addresses.ts'
import { CardioOfDay, isCardioAlone } from './cardio-of-day.tsx'
import { GuestNotice } from './guest-notice.tsx'
import { NextTime } from './next-time.tsx'
import { Page } from './page.tsx'
import { readExercises, readWhole } from './reads.ts'
import { RoutineChanges } from './routine-changes.tsx'
import { ShareSheet } from './share-sheet.tsx'
import { isPosted, useRevokePosts } from './share-to-followers.tsx'
import { useStartWorkout } from './start-workout.ts'
import { useAthlete } from './use-athlete.ts'
import { useRoutineActions, useRoutines } from './use-routines.ts'
import { useWorkoutPicture } from './workout-picture.ts'

export function PastWorkoutScreen({ id }: { id: string }) {
  const t = useTranslations('workoutDetail')
  const c = useTranslations('common')
  const r = useTranslations('routines')
  const athlete = useAthlete()
  const { book, habits } = athlete
  const mutate = useMutate()
  const [, navigate] = useLocation()
  const { repeat } = useStartWorkout(athlete)
  const known = useRoutines()
  const { add } = useRoutineActions(athlete)
  const [isMenu, setMenu] = useState(false)
  const [isSharing, setSharing] = useState(false)
  const savePicture = useWorkoutPicture(athlete)
  const words = useSetWords(habits)
  const whole = useLive((rows) => readWhole(rows, id), [id])
  const records = useRecordsOfDay(whole ?? null, book)
  const placeId = whole?.workout.placeId ?? ''
  const revokePosts = useRevokePosts()
  const recorded = useLive((rows) => rows.find(cardioSessions, 'workoutId', id), [id])?.[0]
  const posts = useLive((rows) => rows.find(sharedLinks, 'ofId', id), [id])?.filter(isPosted)
  const place = useLive(async (rows) => (placeId ? rows.get(places, placeId) : undefined), [placeId])

  if (whole === undefined) {
    return (
      <Page title="" back={address.history} ready={false}>
        {null}
      </Page>
    )
  }
  if (whole === null) {
    return (
      <Page title={t('gone.title')} back={address.history}>
        <EmptyState
          title={t('gone.title')}
          text={t('gone.text')}
          action={<Button onClick={() => navigate(address.history, { replace: true })}>{t('gone.back')}</Button>}
        />
      </Page>
    )
  }
  const { workout } = whole
  const title = workout.title || t('untitled')

  /** The unit is said with each: whoever reads it does not know the lifter's. */
  const asText = (of: WholeWorkout) =>
    textOfWorkout(
      of,
      [title, showDay(workout.localDay, 'full', habits.locale)].join(' · '),
      (exerciseId) => book.get(exerciseId).name,
      (set, exerciseId) => {
        const exercise = book.get(exerciseId)
        const fields = fieldsOf({ ...exercise, loadMode: set.loadMode }, 'off', set.repsRight != null)
        return words.short(set, fields, exercise.measure, null)
      },
    )

  function remove() {
    setMenu(false)
    navigate(address.history, { replace: true })
    void mutate(removeWorkout, { id })
    // Its followers see it no more, either. A link was given away by itself, and is taken back by itself.
    const shown = posts ?? []
    revokePosts(shown, Date.now())
    const undo = () => {
      void mutate(restoreWorkout, { id })
      revokePosts(shown, null)
    }
    showToast({ text: t('deleted', { title }), action: { label: c('undo'), run: undo } })
  }

  return (
    <Page
      title={title}
      detail={[
        `${showDay(workout.localDay, 'full', habits.locale)}, ${showTime(workout.startedAt, workout.zone, habits.locale)}`,
        place?.name,
      ]
        .filter(Boolean)
        .join(' · ')}
      back={address.history}
      actions={
        <IconButton label={t('more')} onClick={() => setMenu(true)}>
          <Ellipsis size={22} aria-hidden />
        </IconButton>
      }
      dock={
        <div className="grid grid-cols-[1fr_2fr] gap-2.5">
          <Button
            size="large"
            className="bg-bg"
            icon={<Pencil size={18} aria-hidden />}
            onClick={() => navigate(address.editPast(id))}
          >
            {t('edit')}
          </Button>
          <Button tone="primary" size="large" onClick={() => repeat(whole)}>
            {t('repeat')}
          </Button>
        </div>
      }
    >
      <GuestNotice />
      <CardioOfDay whole={whole} athlete={athlete} />
      {workout.state !== 'open' && <SessionRpe workout={workout} title={t('effort')} />}
      <NextTime athlete={athlete} workoutId={id} />
      <RoutineChanges athlete={athlete} whole={whole} />
      <WorkoutDetail
        whole={whole}
        book={book}
        habits={habits}
        records={records}
        exerciseHref={address.exercise}
        isTold={isCardioAlone(whole, book)}
      />
      <Sheet open={isMenu} onClose={() => setMenu(false)} title={title} closeLabel={c('close')}>
        <ListRow
          lead={<Pencil size={20} aria-hidden />}
          title={t('edit')}
          onClick={() => navigate(address.editPast(id))}
        />
        <ListRow lead={<RotateCcw size={20} aria-hidden />} title={t('repeat')} onClick={() => repeat(whole)} />
        {workout.state !== 'open' && (
          <ListRow
            lead={<Send size={20} aria-hidden />}
            title={r('share')}
            onClick={() => {
              setMenu(false)
              setSharing(true)
            }}
          />
        )}
        {known && whole.entries.length > 0 && (
          <ListRow
            lead={<ListPlus size={20} aria-hidden />}
            title={r('keep')}
            onClick={() => {
              const made = { title: workout.title, notes: workout.notes, folderId: null }
              add({ ...made, exercises: routineExercisesOf(whole) }, known.routines, (routineId) => {
                showToast({ tone: 'good', text: r('kept', { title }) })
                navigate(address.routine(routineId))
              })
            }}
          />
        )}
        <ListRow
          tone="danger"
          lead={<Trash2 size={20} aria-hidden className="text-bad" />}
          title={t('delete')}
          onClick={remove}
        />
      </Sheet>
      {isSharing && (
        <ShareSheet
          {...{ kind: 'workout', ofId: id, title, documentOf: (told) => documentOfWorkout(whole, recorded, told) }}
          offers={offersOf(whole, recorded)}
          picture={() => void savePicture(whole)}
          text={() => asText(whole)}
          onClose={() => setSharing(false)}
        />
      )}
    </Page>
  )
}

/** What a link could tell of it, where there is any. */
function offersOf({ workout, entries }: WholeWorkout, recorded: CardioSession | undefined): (keyof Shown)[] {
  const isThere: Shown = {
    loads: entries.some(({ sets }) => sets.some(({ loadG, doneAt }) => loadG !== null && doneAt !== null)),
    duration: (workout.activeMs ?? 0) > 0,
    notes: Boolean(workout.notes || entries.some(({ entry }) => entry.notes)),
    heart: recorded?.avgHr != null || recorded?.maxHr != null,
    route: (recorded?.outline.length ?? 0) > 0,
  }
  return (Object.keys(isThere) as (keyof Shown)[]).filter((field) => isThere[field])
}

/** Records need every workout before, so they come after the workout itself is on the screen. */
function useRecordsOfDay(whole: WholeWorkout | null, book: ExerciseBook): PersonalRecord[] | undefined {
  const phone = useMaybePhone()
  const [records, setRecords] = useState<PersonalRecord[]>()
  useEffect(() => {
    if (!phone || !whole || !book.ready) return
    let isOver = false
    const exerciseIds = [...new Set(whole.entries.map(({ entry }) => entry.exerciseId))]
    phone
      .read((rows) => Promise.all([readExercises(rows, exerciseIds), rows.get(profiles, phone.space)]))
      .then(([history, profile]) => {
        if (isOver) return
        const all = exerciseIds.flatMap((exerciseId) =>
          recordsOf(withHandBest(history, book.get(exerciseId), profile?.bests), exerciseId, book.get(exerciseId)),
        )
        setRecords(all.filter(({ workoutId }) => workoutId === whole.workout.id))
      })
      .catch(() => {})
    return () => {
      isOver = true
    }
  }, [phone, whole, book])
  return records
}
