// biome-ignore-all lint/a11y/useSemanticElements: a row of the sets' grid, which is no table element
'use client'
/** "800 × 5? Last time 80 × 5": a slip of the thumb is asked about on the spot, and celebrated only when it is kept. */
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { LoggedSet } from '../../model.ts'
import type { PersonalRecord } from '../../rules/records.ts'
import { isKept, keepFigures } from './kept-figures.ts'
import type { Habits } from './set-fields.ts'
import { useRecordWords } from './use-record-words.ts'

type Props = {
  set: LoggedSet
  /** The record that it would be. */
  doubt: PersonalRecord
  /** The set in short, and what was done last time beside it. */
  now: string
  last: string | null
  name: string
  habits: Habits
  onCorrect: () => void
}

export function DoubtLine({ set, doubt, now, last, name, habits, onCorrect }: Props) {
  const t = useTranslations('workout.doubt')
  const recordWords = useRecordWords(habits)
  const [wasKept, setKept] = useState(false)
  if (wasKept || isKept(set)) {
    return (
      <div role="row" tabIndex={-1} className="num pr-4 pb-1 pl-14 font-semibold text-[0.75rem] text-good-num">
        <span role="cell">{recordWords(doubt)}</span>
      </div>
    )
  }
  return (
    <div role="row" tabIndex={-1} className="flex flex-wrap items-center gap-x-2 pr-1.5 pb-1 pl-14">
      <span role="cell" className="num min-w-0 flex-1 text-[0.875rem] text-warn">
        {last === null ? t('far', { now }) : t('ask', { now, last })}
      </span>
      <span role="cell" className="flex">
        <Answer label={t('correctLabel', { name })} onClick={onCorrect}>
          {t('correct')}
        </Answer>
        <Answer
          label={t('keepLabel', { name, now })}
          onClick={() => {
            keepFigures(set)
            setKept(true)
          }}
        >
          {t('keep')}
        </Answer>
      </span>
    </div>
  )
}

function Answer({ label, onClick, children }: { label: string; onClick: () => void; children: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className="min-h-12 min-w-12 rounded-1 px-3 font-medium text-[0.875rem] underline decoration-line-strong underline-offset-4 active:bg-pressed"
    >
      {children}
    </button>
  )
}
