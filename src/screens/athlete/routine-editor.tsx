'use client'
/**
 * A routine is changed with the rows, the pad and the sheets that log a workout: its exercises are a workout in memory,
 * which is no log, and what is in it is kept as it is typed.
 */
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Redirect, useLocation } from 'wouter'
import { EXERCISE_PARTS } from '../../modules/exercises/ui/athlete/exercise-parts.ts'
import { type Routine, type RoutineExercise, routines } from '../../modules/workouts/model/routines.ts'
import { loggedSets, workoutExercises, workouts } from '../../modules/workouts/model.ts'
import { editRoutine, removeRoutine } from '../../modules/workouts/mutators/routines.ts'
import { addExercise, editExercise, startWorkout, workoutMutations } from '../../modules/workouts/mutators.ts'
import { routineExercisesOf } from '../../modules/workouts/rules/routines.ts'
import { EditWorkoutView } from '../../modules/workouts/ui/athlete/edit-workout-view.tsx'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { dayOf } from '../../shared/local-day.ts'
import { isSameValue } from '../../shared/same-value.ts'
import type { AnyCollection, AnyMutation, Phone, Rows } from '../../sync/client/api.ts'
import { PhoneProvider, useMaybePhone } from '../../sync/client/hooks.ts'
import { createScratch } from '../../sync/client/scratch.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { address } from './addresses.ts'
import { EditHeader } from './edit-header.tsx'
import { layOutRoutine } from './lay-out-routine.ts'
import { useBack } from './page.tsx'
import { PlaceSheet } from './place-sheet.tsx'
import { readWhole } from './reads.ts'
import { deviceZone } from './use-athlete.ts'

const SCRATCH = {
  collections: [workouts, workoutExercises, loggedSets] as readonly unknown[] as readonly AnyCollection[],
  mutations: workoutMutations as readonly unknown[] as readonly AnyMutation[],
}

/** `places`: the routine's exercises as the scratch gives them back. */
type Opened = { routine: Routine; places: RoutineExercise[]; rows: Phone; screen: Phone }

/** The routine's exercises as an open workout in memory; null when there is no such routine. */
async function openScratch(phone: Phone, id: string): Promise<Opened | null> {
  const routine = await phone.read((rows) => rows.get(routines, id))
  if (!routine) return null
  const scratch = createScratch(phone, SCRATCH)
  const { rows } = scratch
  await rows.start()
  const startedAt = Date.now()
  const zone = deviceZone()
  const when = { startedAt, zone, localDay: dayOf(startedAt, zone), bodyweightG: null, holder: null, placeId: null }
  await rows.mutate(startWorkout, { id, title: routine.title, ...when })
  for (const { entry, more } of layOutRoutine(id, routine.exercises, (slot) => slot)) {
    await rows.mutate(addExercise, entry)
    if (more) await rows.mutate(editExercise, more)
  }
  return { routine, places: await rows.read((read) => readScratch(read, id)), ...scratch }
}

const readScratch = async (rows: Rows, id: string) => routineExercisesOf((await readWhole(rows, id)) ?? { entries: [] })

export function RoutineEditorScreen({ id }: { id: string }) {
  const phone = useMaybePhone()
  const [opened, setOpened] = useState<Opened | null>()
  useEffect(() => {
    if (!phone) return
    let isOver = false
    void openScratch(phone, id).then((made) => {
      if (!isOver) setOpened(made)
    })
    return () => {
      isOver = true
    }
  }, [phone, id])
  if (opened === null) return <Redirect to={address.routines} replace />
  return opened ? <Editor key={id} {...opened} /> : <main className="h-dvh bg-bg" />
}

const SAVE_AFTER_MS = 700

function Editor({ routine, places, rows, screen }: Opened) {
  const t = useTranslations('routines')
  const l = useTranslations('routineList')
  const mutate = useMutate()
  const [, navigate] = useLocation()
  const { id } = routine
  const back = useBack(address.routine(id))
  const [title, setTitle] = useState(routine.title)
  const [notes, setNotes] = useState(routine.notes)
  const [exercises, setExercises] = useState(places)
  useEffect(() => rows.live((read) => readScratch(read, id), setExercises), [rows, id])

  const isNew = routine.title === '' && routine.notes === '' && routine.exercises.length === 0
  const saved = useRef({ title: routine.title, notes: routine.notes, exercises: places })
  const save = useRef((_: readonly RoutineExercise[]) => {})
  save.current = (left) => {
    const was = saved.current
    const now = { title: title.trim(), notes, exercises: [...left] }
    const change = {
      ...(now.title !== was.title && { title: now.title }),
      ...(notes !== was.notes && { notes }),
      ...(!isSameValue(now.exercises, was.exercises) && { exercises: now.exercises }),
    }
    if (Object.keys(change).length === 0) return
    saved.current = now
    void mutate(editRoutine, { id, ...change })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was changed starts the wait anew
  useEffect(() => {
    const timer = setTimeout(() => save.current(exercises), SAVE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [title, notes, exercises])
  useEffect(() => {
    const onHide = () => void readNow().then(save.current)
    const readNow = () => rows.read((read) => readScratch(read, id))
    window.addEventListener('pagehide', onHide)
    document.addEventListener('visibilitychange', onHide)
    return () => {
      window.removeEventListener('pagehide', onHide)
      document.removeEventListener('visibilitychange', onHide)
      // A number that is still being typed is written by the pad as it goes: in this task, but after this.
      setTimeout(async () => {
        save.current(await readNow())
        await rows.stop()
        // Begun here, and nothing put into it: there is nothing to keep.
        const { exercises: left, title: named, notes: noted } = saved.current
        if (isNew && left.length === 0 && named === '' && noted === '') void mutate(removeRoutine, { id })
      })
    }
  }, [rows, mutate, id, isNew])

  return (
    <PhoneProvider value={screen}>
      <EditWorkoutView
        id={id}
        isPlan
        onOpenExercise={(exerciseId) => navigate(address.exercise(exerciseId))}
        exerciseParts={EXERCISE_PARTS}
        placeSheet={PlaceSheet}
        gone={null}
        dock={() => (
          <Button tone="primary" size="large" wide onClick={() => navigate(address.routine(id), { replace: true })}>
            {t('doneEditing')}
          </Button>
        )}
        header={() => (
          <>
            <EditHeader title={t('editTitle')} onBack={back} />
            <div className="grid gap-4 px-4 pt-2 pb-4">
              <TextField
                label={t('name')}
                placeholder={l('untitled')}
                value={title}
                maxLength={200}
                onChange={(event) => setTitle(event.target.value)}
              />
              <TextArea
                label={t('notes')}
                rows={2}
                value={notes}
                maxLength={5000}
                onChange={(event) => setNotes(event.target.value)}
              />
            </div>
          </>
        )}
      />
    </PhoneProvider>
  )
}
