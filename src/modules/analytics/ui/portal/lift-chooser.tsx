'use client'
import { Popover } from '@base-ui/react/popover'
import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { foldLetters } from '../../../../shared/fold-letters.ts'
import { TextField } from '../../../../ui/field.tsx'
import { Check } from '../../../../ui/portal-parts.tsx'

const MOST = 6

type Lift = { exerciseId: string; name: string; days: number }
type Props = { lifts: readonly Lift[]; chosen: readonly string[]; onChoose: (lifts: string[]) => void }

/** Which lifts the chart follows: up to six, those trained most on top. */
export function LiftChooser({ lifts, chosen, onChoose }: Props) {
  const t = useTranslations('athletePage')
  const [search, setSearch] = useState('')
  const wanted = foldLetters(search).trim()
  const shown = lifts.filter(({ name }) => foldLetters(name).includes(wanted))
  return (
    <Popover.Root onOpenChange={(open) => !open && setSearch('')}>
      <Popover.Trigger className="edge inline-flex min-h-8 items-center gap-1.5 rounded-1 px-3 font-medium hover:bg-bg">
        {t('chooseLifts')}
        <ChevronDown size={14} aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="bottom" align="end" sideOffset={6} className="z-30">
          <Popover.Popup
            aria-label={t('chooseLifts')}
            className="flex max-h-[min(26rem,var(--available-height))] w-80 max-w-[calc(100vw-2rem)] flex-col rounded-2 bg-raised p-3 text-sm shadow-float ring-1 ring-line"
          >
            <TextField
              compact
              hideLabel
              label={t('findLift')}
              placeholder={t('findLift')}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
              autoComplete="off"
            />
            <p className="mt-2 text-ink-3 text-xs">{t('chooseUpTo', { count: chosen.length, most: MOST })}</p>
            {/* biome-ignore lint/a11y/useSemanticElements: a fieldset takes its content's height and never scrolls */}
            <div role="group" aria-label={t('chooseLifts')} className="mt-1 min-h-0 flex-1 overflow-y-auto">
              {shown.map(({ exerciseId, name, days }) => {
                const on = chosen.includes(exerciseId)
                return (
                  <Check
                    key={exerciseId}
                    label={
                      <span className="flex items-baseline gap-3">
                        <span className="min-w-0 flex-1">{name}</span>
                        <span className="num shrink-0 text-ink-3 text-xs">{t('daysTrained', { days })}</span>
                      </span>
                    }
                    checked={on}
                    disabled={on ? chosen.length === 1 : chosen.length >= MOST}
                    onChange={() => onChoose(on ? chosen.filter((id) => id !== exerciseId) : [...chosen, exerciseId])}
                  />
                )
              })}
              {shown.length === 0 && <p className="py-3 text-ink-2">{t('noSuchLift')}</p>}
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
