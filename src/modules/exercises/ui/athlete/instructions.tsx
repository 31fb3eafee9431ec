'use client'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { instructionsOf } from '../../data/instructions.ts'
import type { Instructions } from '../../model.ts'

/** How it is done: three short paragraphs, from a chunk that is on the phone with the offline pack. */
export function InstructionsText({ exerciseId, notes }: { exerciseId: string; notes?: string }) {
  const t = useTranslations('exercisePage')
  const [text, setText] = useState<Instructions | null>()
  useEffect(() => {
    let isOver = false
    instructionsOf(exerciseId).then(
      (found) => {
        if (!isOver) setText(found)
      },
      () => {
        if (!isOver) setText(null)
      },
    )
    return () => {
      isOver = true
    }
  }, [exerciseId])
  if (text === undefined) return null
  const parts = text ? (['setup', 'movement', 'fault'] as const) : []
  return (
    <div className="flex flex-col gap-5 pt-4">
      {notes && <p className="whitespace-pre-line break-words">{notes}</p>}
      {parts.map((part) => (
        <section key={part}>
          <h2 className="mb-1 font-bold text-[1rem] tracking-tight">{t(`how.${part}`)}</h2>
          <p className="text-[1rem] text-ink-2 leading-relaxed">{text?.[part]}</p>
        </section>
      ))}
      {!text && !notes && <p className="text-ink-2">{t('how.none')}</p>}
    </div>
  )
}
