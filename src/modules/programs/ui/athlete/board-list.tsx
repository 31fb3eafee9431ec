'use client'
/** Planned against done, round by round: each day with a mark, a word and a colour. */
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { Button } from '../../../../ui/button.tsx'
import { cx } from '../../../../ui/cx.ts'
import { showDay } from '../../../../ui/show-day.ts'
import type { BoardDay, BoardRound, DayState } from '../../rules/program-board.ts'

const MARKS: Record<DayState, string> = { done: '✓', partly: '◐', missed: '✕', coming: '○' }
const TONES: Record<DayState, string> = {
  done: 'bg-good-soft text-good',
  partly: 'bg-warn-soft text-warn',
  missed: 'bg-bad-soft text-bad',
  coming: 'edge text-ink-2',
}
/** Rounds that are shown at first: where one is, and what was just before. */
const LATELY = 2

type Props = { rounds: readonly BoardRound[]; hrefOf: (workoutId: string) => string }

export function BoardList({ rounds, hrefOf }: Props) {
  const t = useTranslations('board')
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? rounds : rounds.slice(-LATELY)
  return (
    <>
      {!isWhole && rounds.length > LATELY && (
        <Button tone="quiet" className="-ml-4" onClick={() => setWhole(true)}>
          {t('earlier', { n: rounds.length - LATELY })}
        </Button>
      )}
      {shown.map(({ round, days }) => (
        <div key={round} className="mb-2">
          <h3 className="num mt-2 font-medium text-ink-2 text-sm">{t('round', { n: round + 1 })}</h3>
          <ul>
            {days.map((one) => (
              <li key={one.day.id} className="border-line border-b last:border-b-0">
                {one.workoutId === null ? (
                  <div className="flex min-h-12 items-center gap-3 py-1.5">
                    <Day one={one} />
                  </div>
                ) : (
                  <Link
                    href={hrefOf(one.workoutId)}
                    className="-mx-3 flex min-h-12 items-center gap-3 rounded-1 px-3 py-1.5 active:bg-pressed"
                  >
                    <Day one={one} />
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}

function Day({ one: { day, state, localDay, sets } }: { one: BoardDay }) {
  const t = useTranslations('board')
  const locale = useLocale()
  return (
    <>
      <span className="min-w-0 flex-1">
        <span className="block break-words font-medium">{day.title}</span>
        {localDay !== null && (
          <span className="num block text-ink-2 text-sm">
            {showDay(localDay, 'short', locale)}
            {sets && ` · ${t('sets', sets)}`}
          </span>
        )}
      </span>
      <span className={cx('shrink-0 rounded-full px-3 py-1 font-semibold text-sm', TONES[state])}>
        <span aria-hidden>{MARKS[state]} </span>
        {t(`is.${state}`)}
      </span>
    </>
  )
}
