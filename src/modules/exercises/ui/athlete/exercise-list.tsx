'use client'
/** Exercises in sections. Only the rows near the screen are in the page. */
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { WindowList } from '../../../../ui/window-list.tsx'
import { mainGroup } from '../../../analytics/rules/muscle-groups.ts'
import type { Exercise } from '../../model.ts'
import { ExerciseThumbnail } from './exercise-drawing.tsx'

export type ExerciseSection = { title: string | null; exercises: readonly Exercise[] }
type Props = { sections: readonly ExerciseSection[]; own: ReadonlySet<string>; hrefOf: (id: string) => string }
type Line = { key: string; title: string } | { key: string; exercise: Exercise }

export function ExerciseList({ sections, own, hrefOf }: Props) {
  const t = useTranslations('exercises')
  const e = useTranslations('equipment')
  const m = useTranslations('muscles')
  const lines = useMemo(
    () =>
      sections.flatMap(({ title, exercises }): Line[] => [
        ...(title === null ? [] : [{ key: title, title }]),
        ...exercises.map((exercise) => ({ key: `${title ?? ''} ${exercise.id}`, exercise })),
      ]),
    [sections],
  )
  return (
    <WindowList
      lines={lines}
      overscan={10}
      estimate={(line) => ('title' in line ? 44 : 61)}
      classOf={(line) => 'exercise' in line && 'border-line border-b'}
      render={(line) =>
        'title' in line ? (
          <h2 className="pt-4 pb-1 font-bold text-[1rem] tracking-tight">{line.title}</h2>
        ) : (
          <Link
            href={hrefOf(line.exercise.id)}
            className="-mx-3 flex min-h-15 items-center gap-3 rounded-1 px-3 py-1.5 hover:bg-surface active:bg-pressed"
          >
            <ExerciseThumbnail exercise={line.exercise} />
            <span className="min-w-0 flex-1">
              <span className="block break-words font-medium text-[1rem]">{line.exercise.name}</span>
              <span className="block text-ink-2 text-sm">
                {[own.has(line.exercise.id) && t('yours'), e(line.exercise.equipment), m(mainGroup(line.exercise))]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </Link>
        )
      }
    />
  )
}
