'use client'
/** What a finished session of the program proposes for the next: as it is, refused, changed, or taken back. */
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import type { Proposal } from '../../modules/programs/rules/proposals.ts'
import { LoadField, type StartLoad } from '../../modules/programs/ui/athlete/start-loads.tsx'
import { useStepWords } from '../../modules/programs/ui/athlete/use-step-words.ts'
import { formatLoad } from '../../shared/units.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { Athlete } from './use-athlete.ts'
import { type FollowedProgram, useProgram } from './use-program.ts'

/** Nothing for a workout that is of no program, or of one that was left. */
export function NextTime({ athlete, workoutId }: { athlete: Athlete; workoutId: string }) {
  const t = useTranslations('programs.proposals')
  const program = useProgram(athlete)
  const sessionId = program?.sessionOf(workoutId)
  const proposals = program && sessionId ? program.proposals(sessionId) : []
  if (!program || !sessionId || proposals.length === 0) return null
  return (
    <Section title={t('title')}>
      <ul aria-label={t('title')} className="mb-3 rounded-2 bg-surface px-4 shadow-[inset_0_0_0_1px_var(--line)]">
        {proposals.map((one) => (
          <li key={one.place.slot.slot} className="border-line border-b py-3 last:border-b-0">
            <ProposalRow athlete={athlete} program={program} sessionId={sessionId} proposal={one} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

type RowProps = { athlete: Athlete; program: FollowedProgram; sessionId: string; proposal: Proposal }

function ProposalRow({ athlete, program, sessionId, proposal }: RowProps) {
  const t = useTranslations('programs.proposals')
  const p = useTranslations('programs')
  const c = useTranslations('common')
  const locale = useLocale()
  const [isChanging, setChanging] = useState(false)
  const [load, setLoad] = useState<StartLoad | null>()
  const { place, step, verdict, changes } = proposal
  const { slot } = place
  const unit = athlete.profile.loadUnit
  const nameOf = (id: string) => athlete.book.get(id).name
  const name = nameOf(place.exerciseId)
  const words = useStepWords(unit, nameOf)(place, place.asked)
  const baseG = step.after.next?.g ?? step.after.baseG
  const settle = (to: 'kept' | 'changed' | null, loadG: number | null, text?: string) => {
    program.settle(sessionId, slot.slot, to, loadG)
    if (text) {
      const undo = { label: c('undo'), run: () => program.settle(sessionId, slot.slot, null) }
      showToast({ text, action: undo })
    }
  }
  return (
    <>
      <p className="break-words font-medium">{name}</p>
      <p className="num text-ink-2">
        {words}
        {verdict === 'changed' && place.state.baseG !== null && ` · ${formatLoad(baseOf(place), unit, locale)}`}
      </p>
      {verdict !== null ? (
        <Button
          tone="quiet"
          className="-ml-4"
          aria-label={t('label', { name, what: t('undo') })}
          onClick={() => settle(null, null)}
        >
          {t('undo')}
        </Button>
      ) : (
        <div className="-ml-4 flex flex-wrap gap-1">
          {changes && (
            <Button
              tone="quiet"
              aria-label={t('label', { name, what: t('keep') })}
              onClick={() => settle('kept', null, t('kept', { name }))}
            >
              {t('keep')}
            </Button>
          )}
          {baseG !== null && (
            <Button tone="quiet" aria-label={t('label', { name, what: t('change') })} onClick={() => setChanging(true)}>
              {t('change')}
            </Button>
          )}
        </div>
      )}
      {isChanging && (
        <Sheet open onClose={() => setChanging(false)} title={name} detail={words ?? undefined} closeLabel={c('close')}>
          <div className="grid gap-3">
            <LoadField name={name} basis={slot.basis} startG={baseG ?? 0} unit={unit} onSet={setLoad} />
            <Button
              wide
              tone="primary"
              size="large"
              disabled={load?.loadG == null}
              onClick={() => {
                if (load?.loadG != null)
                  settle('changed', load.loadG, t('chosen', { name, load: formatLoad(load.loadG, unit, locale) }))
                setChanging(false)
              }}
            >
              {p('setLoad')}
            </Button>
          </div>
        </Sheet>
      )}
    </>
  )
}

const baseOf = ({ state }: Proposal['place']): number => state.next?.g ?? state.baseG ?? 0
