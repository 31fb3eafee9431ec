'use client'
import { useTranslations } from 'use-intl'
import type { Place } from '../../../gyms/model/places.ts'
import { Answer, Why } from './calc-parts.tsx'
import type { Tried } from './calc-sheet.tsx'
import { LoadWords } from './pad-strip.tsx'
import { loadingOf, loadWords } from './plate-words.ts'
import type { Habits } from './set-fields.ts'
import type { Block } from './use-open-workout.ts'

type Props = { block: Block; tried: Tried; place: Place | null; habits: Habits }

/** What to put on, with the plates that today's place has. */
export function CalcPlates({ block, tried, place, habits }: Props) {
  const t = useTranslations('calc.plates')
  const { exercise, sets } = block
  const loadMode = sets[0]?.loadMode ?? exercise.loadMode
  const loading = loadingOf(place, exercise, { loadMode }, tried.unit)
  if (loading === 'none') return <Answer value="–" text={t('none', { place: place?.name ?? '' })} />
  const words = tried.loadG === null ? null : loadWords(loading, tried.loadG, undefined)
  if (!words || tried.loadG === null) return <Answer value="–" text={t(loading ? 'noLoad' : 'anyLoad')} />
  return (
    <>
      <div className="flex flex-wrap items-center gap-3" role="status">
        <LoadWords {...words} loadG={tried.loadG} unit={tried.unit} habits={habits} />
      </div>
      <Why
        lines={[
          place ? t('here', { place: place.name }) : t('standard'),
          t(words.found.isExact ? 'exact' : 'nearest'),
          t('fewest'),
        ]}
      />
    </>
  )
}
