'use client'
/** Finds exercises by name while it is typed; the ones used last come first. Several at once, or one for a swap. */
import { Plus, Search } from 'lucide-react'
import {
  type ComponentType,
  type ReactNode,
  Suspense,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useTranslations } from 'use-intl'
import { newId } from '../../../../shared/id.ts'
import { useLive } from '../../../../sync/client/hooks.ts'
import { Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { Sheet } from '../../../../ui/sheet.tsx'
import { COMMON_LIFTS } from '../../../exercises/data/common-lifts.ts'
import type { CustomExercise, Exercise, Muscle } from '../../../exercises/model.ts'
import { createExercise } from '../../../exercises/mutators.ts'
import { workoutExercises, workouts } from '../../model.ts'
import { useExerciseBook } from './exercise-book.ts'
import { searchOf, usePreparedSearch } from './exercise-search.ts'
import { PickerList } from './picker-list.tsx'
import type { Mutate } from './use-mutate.ts'

/** The form of an own exercise and the drawings are the exercises' own; the screen that joins both hands them in. */
export type ExerciseParts = {
  form: ComponentType<{
    open: boolean
    exercise: null
    name: string
    onClose: () => void
    onSave: (exercise: Omit<CustomExercise, 'id'>) => void
  }>
  thumbnail: ComponentType<{ exercise: Exercise }>
  /** Around what is seldom open: its words come with what they are for. */
  words: ComponentType<{ children: ReactNode }>
  /** The same around lines of the workout itself: where the words can't be had, it goes on without those lines. */
  lines: ComponentType<{ children: ReactNode }>
}

type Props = {
  /** The exercise that goes: then one tap chooses. */
  swapped: Exercise | null
  onClose: () => void
  /** `inTurn`: as a superset. */
  onChoose: (chosen: Exercise[], inTurn?: boolean) => void
  mutate: Mutate
  exerciseParts: ExerciseParts
}

const RECENT = 8

export function ExercisePicker({ swapped, onClose, onChoose, mutate, exerciseParts }: Props) {
  const t = useTranslations('workout.picker')
  const close = useTranslations('workout')('close')
  const book = useExerciseBook()
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<readonly Exercise[]>([])
  const [creating, setCreating] = useState(false)
  usePreparedSearch(book)
  const found = useMemo(
    // In the letter's own task, as few rows as it shows: a frame for the letter alone would be one more to wait for.
    () => (query.trim() === '' ? null : searchOf(book)(query).map((id) => book.get(id))),
    [query, book],
  )
  const recent = useRecent(book.get)
  const all = useAlphabet(book.all)
  const likeSwapped = useMemo(() => (swapped ? similarTo(swapped, book.all) : []), [swapped, book])
  const field = useRef<HTMLInputElement>(null)
  /** Stands before the rows: who hears the screen goes on from there. */
  const before = useRef<HTMLParagraphElement>(null)
  // The sheet opens after it, and looks for where the focus belongs.
  useLayoutEffect(() => (creating || !field.current ? undefined : takeKeys(field.current)), [creating])
  const toggle = useCallback(
    (exercise: Exercise) => {
      if (swapped) return onChoose([exercise])
      setChosen((all) => (all.includes(exercise) ? all.filter((one) => one !== exercise) : [...all, exercise]))
      // The next name begins anew, and the row that had the focus goes with the search.
      if (field.current?.value !== '') (hasKeyboard() ? field : before).current?.focus()
      setQuery('')
    },
    [swapped, onChoose],
  )

  if (creating) {
    const OwnForm = exerciseParts.form
    return (
      // Its own boundary: a sheet that is hidden while a chunk loads would close itself.
      <Suspense fallback={null}>
        <OwnForm
          open
          exercise={null}
          name={query.trim()}
          onClose={() => setCreating(false)}
          onSave={async (fields) => {
            const made = { id: newId(), ...fields }
            if (await mutate(createExercise, { exercise: made })) onChoose([...chosen, made])
          }}
        />
      </Suspense>
    )
  }
  const isNew = !swapped && recent?.length === 0
  const first = swapped ? likeSwapped : isNew ? COMMON_LIFTS.map(book.get) : (recent ?? [])
  const rows = { chosen, own: book.own, thumbnail: exerciseParts.thumbnail, onToggle: toggle }
  return (
    <Sheet
      open
      full
      onClose={onClose}
      title={swapped ? t('swapTitle', { name: swapped.name }) : t('title')}
      closeLabel={close}
      footer={
        !swapped && (
          <div className="flex flex-wrap gap-2">
            {chosen.length > 1 && (
              <Button size="large" className="flex-1" onClick={() => onChoose([...chosen], true)}>
                {t('addInTurn')}
              </Button>
            )}
            <Button
              tone="primary"
              size="large"
              className="flex-[2]"
              disabled={chosen.length === 0}
              onClick={() => onChoose([...chosen])}
            >
              {t('add', { n: chosen.length })}
            </Button>
          </div>
        )
      }
    >
      <div className="sticky top-0 z-10 -mx-1 bg-surface px-1 pb-2">
        <div className="relative">
          <Search size={20} aria-hidden className="pointer-events-none absolute top-3.5 left-3.5 text-ink-3" />
          <TextField
            label={t('search')}
            hideLabel
            type="search"
            enterKeyHint="search"
            autoComplete="off"
            autoCapitalize="off"
            placeholder={t('search')}
            ref={field}
            value={query}
            className="pl-11"
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              // The focus may be elsewhere by the time the key would act: on the button that opened this.
              event.preventDefault()
              const [best] = found ?? []
              if (best) toggle(best)
              else if (query.trim() === '' && chosen.length > 0) onChoose([...chosen])
            }}
          />
        </div>
      </div>
      <p ref={before} tabIndex={-1} role="status" className="sr-only">
        {found && t('found', { n: found.length })}
      </p>
      {found && (
        <>
          <PickerList exercises={found} {...rows} />
          <CreateButton onClick={() => setCreating(true)}>{t('create', { name: query.trim() })}</CreateButton>
        </>
      )}
      {/* Hidden while a name is typed, not gone: making the rows anew would hold up the letter that is taken back. */}
      <div hidden={found !== null}>
        {first.length > 0 && <h3 className="caps pt-2">{t(swapped ? 'similar' : isNew ? 'common' : 'recent')}</h3>}
        <PickerList exercises={first} {...rows} />
        <h3 className="caps pt-5">{t('all')}</h3>
        <PickerList exercises={all} {...rows} />
        <CreateButton onClick={() => setCreating(true)}>{t('createPlain')}</CreateButton>
      </div>
    </Sheet>
  )
}

/** Likely: on touch alone the focus would bring up the keyboard over what is looked for. */
const hasKeyboard = () => matchMedia('(pointer: fine)').matches

/** Whoever has keys types into the search: from the start, or with the first letter, wherever the focus is. */
function takeKeys(input: HTMLInputElement): () => void {
  input.toggleAttribute('autofocus', hasKeyboard())
  const onKey = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
    // A space presses what has the focus.
    if (key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey) input.focus()
  }
  document.addEventListener('keydown', onKey)
  return () => document.removeEventListener('keydown', onKey)
}

function CreateButton({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <Button tone="quiet" wide className="mt-2" icon={<Plus size={18} aria-hidden />} onClick={onClick}>
      {children}
    </Button>
  )
}

function useAlphabet(exercises: readonly Exercise[]): Exercise[] {
  return useMemo(() => {
    const { compare } = new Intl.Collator()
    return exercises.toSorted((a, b) => compare(a.name, b.name))
  }, [exercises])
}

/** The exercises of the last workouts, each once; undefined until they are read. */
function useRecent(get: (id: string) => Exercise): Exercise[] | undefined {
  const ids = useLive(async (rows) => {
    const latest = await rows.between(workouts, 'localDay', -1_000_000, 4_000_000, { limit: 5, newestFirst: true })
    // What is in the open workout is on the screen already.
    const finished = latest.filter(({ state }) => state !== 'open')
    const entries = await Promise.all(finished.map(({ id }) => rows.find(workoutExercises, 'workoutId', id)))
    return [...new Set(entries.flat().map(({ exerciseId }) => exerciseId))].slice(0, RECENT)
  }, [])
  return useMemo(() => ids?.map(get), [ids, get])
}

/** What trains the same: the movement first, then shared muscles. */
function similarTo(swapped: Exercise, all: readonly Exercise[]): Exercise[] {
  const likeness = (other: Exercise) => {
    const shared = Object.entries(swapped.muscles).reduce(
      (sum, [muscle, weight]) => sum + Math.min(weight ?? 0, other.muscles[muscle as Muscle] ?? 0),
      0,
    )
    return shared + (other.pattern === swapped.pattern ? 1 : 0) + (other.measure === swapped.measure ? 0.5 : 0)
  }
  return all
    .filter(({ id }) => id !== swapped.id)
    .map((exercise) => ({ exercise, score: likeness(exercise) }))
    .filter(({ score }) => score > 1)
    .sort((a, b) => b.score - a.score || a.exercise.name.length - b.exercise.name.length)
    .slice(0, RECENT)
    .map(({ exercise }) => exercise)
}
