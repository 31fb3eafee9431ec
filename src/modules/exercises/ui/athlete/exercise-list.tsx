'use client'
/** All exercises, found while typing. Only the rows near the screen are in the page. */
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { mainGroup } from '../../../analytics/rules/muscle-groups.ts'
import type { Exercise } from '../../model.ts'

type Props = { exercises: readonly Exercise[]; own: ReadonlySet<string>; hrefOf: (id: string) => string }

export function ExerciseList({ exercises, own, hrefOf }: Props) {
  const t = useTranslations('exercises')
  const e = useTranslations('equipment')
  const m = useTranslations('muscles')
  const listRef = useRef<HTMLUListElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    setTop(listRef.current?.offsetTop ?? 0)
  }, [])
  const virtual = useWindowVirtualizer({
    count: exercises.length,
    estimateSize: () => 61,
    getItemKey: (i) => exercises[i]?.id ?? i,
    overscan: 10,
    scrollMargin: top,
  })
  return (
    <ul ref={listRef} className="relative" style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map((row) => {
        const exercise = exercises[row.index]
        if (!exercise) return null
        const parts = [own.has(exercise.id) && t('yours'), e(exercise.equipment), m(mainGroup(exercise))]
        return (
          <li
            key={row.key}
            ref={virtual.measureElement}
            data-index={row.index}
            className="absolute inset-x-0 top-0 border-line border-b"
            style={{ transform: `translateY(${row.start - top}px)` }}
          >
            <Link
              href={hrefOf(exercise.id)}
              className="-mx-3 flex min-h-15 flex-col justify-center rounded-1 px-3 py-2 hover:bg-surface active:bg-pressed"
            >
              <span className="break-words font-medium text-[1rem]">{exercise.name}</span>
              <span className="text-ink-2 text-sm">{parts.filter(Boolean).join(' · ')}</span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
