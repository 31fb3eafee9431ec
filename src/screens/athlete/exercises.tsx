'use client'
/** The exercises: searched while typing, offline, past typos; and the athlete's own. */
import { Plus, Search, SearchX, X } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { MUSCLE_GROUPS, mainGroup } from '../../modules/analytics/rules/muscle-groups.ts'
import type { Exercise } from '../../modules/exercises/model.ts'
import { createExercise } from '../../modules/exercises/mutators.ts'
import { ExerciseFormSheet } from '../../modules/exercises/ui/athlete/exercise-form.tsx'
import { ExerciseList, type ExerciseSection } from '../../modules/exercises/ui/athlete/exercise-list.tsx'
import { FilterChips } from '../../modules/exercises/ui/athlete/filter-chips.tsx'
import { workoutExercises, workouts } from '../../modules/workouts/model.ts'
import type { ExerciseBook } from '../../modules/workouts/ui/athlete/exercise-book.ts'
import { searchOf, usePreparedSearch } from '../../modules/workouts/ui/athlete/exercise-search.ts'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { newId } from '../../shared/id.ts'
import { useLive } from '../../sync/client/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextField } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { address } from './addresses.ts'
import { Page } from './page.tsx'
import { FIRST_DAY, LAST_DAY } from './reads.ts'
import { useAthlete } from './use-athlete.ts'

type Filter = 'all' | 'own' | (typeof MUSCLE_GROUPS)[number]
const GROUPS = MUSCLE_GROUPS.filter((group) => group !== 'other')

/** Kept for the way back from an exercise's page. */
let kept: { query: string; filter: Filter } = { query: '', filter: 'all' }

export function ExercisesScreen() {
  const t = useTranslations('exercises')
  const m = useTranslations('muscles')
  const { book } = useAthlete()
  const mutate = useMutate()
  const [, navigate] = useLocation()
  const [{ query, filter }, setState] = useState(kept)
  const [isCreating, setCreating] = useState(false)
  const typed = useDeferredValue(query)

  const change = (next: Partial<typeof kept>) => {
    kept = { ...kept, ...next }
    setState(kept)
  }

  const sorted = sortedOf(book)
  usePreparedSearch(book)
  const isTyped = typed.trim() !== ''
  const shown = useMemo(() => {
    const fits = sorted.filter(
      (exercise) => filter === 'all' || (filter === 'own' ? book.own.has(exercise.id) : mainGroup(exercise) === filter),
    )
    if (typed.trim() === '') return fits
    const byId = new Map(fits.map((exercise) => [exercise.id, exercise]))
    return searchOf(book)(typed, sorted.length).flatMap((id) => byId.get(id) ?? [])
  }, [sorted, typed, filter, book])
  const lately = useLately()
  const sections = useMemo((): ExerciseSection[] => {
    const fitting = new Set(shown.map(({ id }) => id))
    const used = isTyped ? [] : (lately ?? []).filter((id) => fitting.has(id)).slice(0, MOST_LATELY)
    if (used.length === 0) return [{ title: null, exercises: shown }]
    return [
      { title: t('recent'), exercises: used.map((id) => book.get(id)) },
      { title: t('everything'), exercises: shown },
    ]
  }, [shown, lately, isTyped, book, t])

  return (
    <Page
      title={t('title')}
      ready={book.ready && lately !== undefined}
      actions={
        <IconButton label={t('create')} className="-my-2 -mr-3 self-center" onClick={() => setCreating(true)}>
          <Plus size={24} aria-hidden />
        </IconButton>
      }
    >
      <div className="relative">
        <Search size={20} aria-hidden className="pointer-events-none absolute top-3.5 left-3.5 text-ink-3" />
        <TextField
          label={t('search')}
          hideLabel
          type="search"
          enterKeyHint="search"
          placeholder={t('search')}
          value={query}
          onChange={(event) => change({ query: event.target.value })}
          className="pr-12 pl-11 [&::-webkit-search-cancel-button]:hidden"
        />
        {query !== '' && (
          <IconButton label={t('clear')} onClick={() => change({ query: '' })} className="absolute top-0 right-0">
            <X size={20} aria-hidden />
          </IconButton>
        )}
      </div>
      <FilterChips
        label={t('filter')}
        value={filter}
        onChange={(next) => change({ filter: next })}
        options={[
          { value: 'all', label: t('all') },
          { value: 'own', label: t('own') },
          ...GROUPS.map((value) => ({ value, label: m(value) })),
        ]}
      />
      <p role="status" className="sr-only">
        {t('found', { n: shown.length })}
      </p>
      {shown.length > 0 && lately && <ExerciseList sections={sections} own={book.own} hrefOf={address.exercise} />}
      {shown.length === 0 && book.ready && (
        <EmptyState
          icon={<SearchX size={36} aria-hidden />}
          title={query ? t('none.title', { query }) : t('noOwn.title')}
          text={query ? t('none.text') : t('noOwn.text')}
          action={
            <Button tone="primary" onClick={() => setCreating(true)}>
              {query ? t('none.create', { query: query.trim() }) : t('create')}
            </Button>
          }
        />
      )}
      <ExerciseFormSheet
        open={isCreating}
        onClose={() => setCreating(false)}
        exercise={null}
        name={shown.length === 0 ? query.trim() : ''}
        onSave={(fields) => {
          const id = newId()
          setCreating(false)
          void mutate(createExercise, { exercise: { id, ...fields } })
          navigate(address.exercise(id))
        }}
      />
    </Page>
  )
}

const alphabets = new WeakMap<ExerciseBook, Exercise[]>()

/** Made once for each book, whatever is opened how often. */
function sortedOf(book: ExerciseBook): Exercise[] {
  const sorted = alphabets.get(book) ?? book.all.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  alphabets.set(book, sorted)
  return sorted
}

const MOST_LATELY = 8
const LAST_WORKOUTS = 16

/** Exercises of the last workouts, the most frequent first. */
function useLately(): string[] | undefined {
  return useLive(
    async (rows) => {
      const newest = await rows.between(workouts, 'localDay', FIRST_DAY, LAST_DAY, {
        limit: LAST_WORKOUTS,
        newestFirst: true,
      })
      const entries = await rows.findAny(
        workoutExercises,
        'workoutId',
        newest.map(({ id }) => id),
      )
      const counts = new Map<string, number>()
      for (const { exerciseId } of entries) counts.set(exerciseId, (counts.get(exerciseId) ?? 0) + 1)
      return [...counts].sort(([, a], [, b]) => b - a).map(([id]) => id)
    },
    [],
    'exercises lately',
  )
}
