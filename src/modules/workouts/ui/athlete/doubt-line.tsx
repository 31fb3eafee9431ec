// biome-ignore-all lint/a11y/useSemanticElements: a row of the sets' grid, which is no table element
'use client'
/** "800 × 5? Last time 80 × 5": a slip of the thumb is asked about on the spot, and celebrated only when it is kept. */
import type { MouseEventHandler } from 'react'
import { useTranslations } from 'use-intl'

type Props = {
  /** The set in short, and what was done last time beside it. */
  now: string
  last: string | null
  name: string
  onCorrect: () => void
  onKeep: () => void
}

export function DoubtLine({ now, last, name, onCorrect, onKeep }: Props) {
  const t = useTranslations('doubt')
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
          onClick={({ currentTarget }) => {
            toTickAbove(currentTarget)
            onKeep()
          }}
        >
          {t('keep')}
        </Answer>
      </span>
    </div>
  )
}

/** Kept, the question goes, and would take the focus with it: it stays with the set that was asked about. */
function toTickAbove(answer: Element): void {
  const set = answer.closest('[role=row]')?.previousElementSibling
  set?.querySelector<HTMLElement>(':scope > [role=cell]:last-child button')?.focus({ preventScroll: true })
}

function Answer({ label, onClick, children }: { label: string; onClick: MouseEventHandler; children: string }) {
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
