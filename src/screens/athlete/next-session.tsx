'use client'
/** What the program asks for next, on Today: looked at, done in another order, or skipped. Starting it is the dock's. */
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import type { NextDay } from '../../modules/programs/rules/next-session.ts'
import { PlaceList } from '../../modules/programs/ui/athlete/place-list.tsx'
import { Button } from '../../ui/button.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { address } from './addresses.ts'
import type { Athlete } from './use-athlete.ts'
import type { FollowedProgram } from './use-program.ts'

type Props = { athlete: Athlete; program: FollowedProgram; next: NextDay; onChoose: (day: NextDay) => void }

export function NextSession({ athlete, program, next, onChoose }: Props) {
  const t = useTranslations('session')
  const c = useTranslations('common')
  const [, navigate] = useLocation()
  const [isChoosing, setChoosing] = useState(false)
  const { book, profile } = athlete
  return (
    <section aria-label={t('next')} className="mb-6 rounded-2 bg-surface p-4 shadow-[inset_0_0_0_1px_var(--line)]">
      <p className="num text-ink-2 text-sm">{t('of', { title: program.program.title, n: program.done + 1 })}</p>
      <h2 className="mb-1 break-words font-bold text-xl tracking-tight">{next.day.title}</h2>
      <PlaceList places={program.plan(next)} nameOf={(id) => book.get(id).name} unit={profile.loadUnit} />
      <div className="-mb-1 mt-2 flex flex-wrap gap-1">
        {program.toCome.length > 1 && (
          <Button tone="quiet" className="-ml-4" onClick={() => setChoosing(true)}>
            {t('other')}
          </Button>
        )}
        <Button tone="quiet" className={program.toCome.length > 1 ? '' : '-ml-4'} onClick={() => program.skip(next)}>
          {t('skip')}
        </Button>
        <Button tone="quiet" onClick={() => navigate(address.program(program.program.id))}>
          {t('look')}
        </Button>
      </div>
      <Sheet
        open={isChoosing}
        onClose={() => setChoosing(false)}
        title={t('choose')}
        detail={t('chooseDetail')}
        closeLabel={c('close')}
      >
        {program.toCome.map((day) => (
          <ListRow
            key={day.day.id}
            title={day.day.title}
            detail={day.day.slots.map(({ exerciseId }) => book.get(exerciseId).name).join(', ')}
            current={day.day.id === next.day.id}
            onClick={() => {
              setChoosing(false)
              onChoose(day)
            }}
          />
        ))}
      </Sheet>
    </section>
  )
}

/** A program of so many weeks, after the last of them. */
export function ProgramOver({ program }: { program: FollowedProgram }) {
  const t = useTranslations('session')
  const [, navigate] = useLocation()
  return (
    <section aria-label={t('next')} className="mb-6 rounded-2 bg-surface p-4 shadow-[inset_0_0_0_1px_var(--line)]">
      <h2 className="break-words font-bold text-xl tracking-tight">
        {t('over.title', { title: program.program.title })}
      </h2>
      <p className="mt-1 mb-3 text-ink-2">{t('over.text')}</p>
      <Button onClick={() => navigate(address.programs)}>{t('over.choose')}</Button>
    </section>
  )
}
