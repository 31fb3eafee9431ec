'use client'
/** A place: its name, and what stands there. Each change is saved as it is made, on this phone first. */
import { Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../../ui/button.tsx'
import { TextArea, TextField } from '../../../../ui/field.tsx'
import { Section } from '../../../../ui/section.tsx'
import { Segmented } from '../../../../ui/segmented.tsx'
import { BAR_KINDS, type BarKind, type Place } from '../../model/places.ts'
import { isRun } from '../../rules/check-equipment.ts'
import { type MachineChoice, MachineList } from './machine-list.tsx'
import { NumberBox } from './number-box.tsx'
import { PlateCounts } from './plate-counts.tsx'
import { RunList } from './run-list.tsx'
import { WeightList } from './weight-list.tsx'

export type PlaceChange = Partial<Omit<Place, 'id'>>
type Props = { place: Place; machines: readonly MachineChoice[]; onChange: (fields: PlaceChange) => void }

const USUAL_BAR: Record<BarKind, Record<Place['unit'], number>> = {
  barbell: { kg: 20_000, lb: 45_000 },
  ez_bar: { kg: 10_000, lb: 25_000 },
  trap_bar: { kg: 25_000, lb: 55_000 },
  smith_machine: { kg: 15_000, lb: 35_000 },
}
const DUMBBELLS = {
  kg: { from: 2000, to: 20_000, step: 2000 },
  lb: { from: 5000, to: 50_000, step: 5000 },
}
const KETTLEBELLS = {
  kg: { from: 8000, to: 24_000, step: 4000 },
  lb: { from: 15_000, to: 55_000, step: 10_000 },
}

/** What can't be stored waits on the screen until it can. */
function isWhole({ name, dumbbells = [], kettlebells = [], machines = [] }: PlaceChange): boolean {
  const runs = [...dumbbells, ...kettlebells, ...machines.flatMap(({ stack }) => stack)]
  return name?.trim() !== '' && runs.every(isRun)
}

export function PlaceEditor({ place: stored, machines: choices, onChange }: Props) {
  const t = useTranslations('places')
  // What was changed here stands while the screen does: it is ahead of what the phone has stored.
  const [place, setPlace] = useState(stored)
  const { unit } = place
  const change = (fields: PlaceChange) => {
    setPlace((known) => ({ ...known, ...fields }))
    if (isWhole(fields)) onChange(fields)
  }
  return (
    <>
      <div className="grid gap-4">
        <NameField name={place.name} onSave={(name) => change({ name })} />
        <NotesField notes={place.notes ?? ''} onSave={(notes) => change({ notes })} />
        <div>
          <p aria-hidden className="mb-1.5 font-medium text-ink-2 text-sm">
            {t('unit.mostly')}
          </p>
          <Segmented
            label={t('unit.mostly')}
            value={unit}
            onChange={(value) => change({ unit: value })}
            options={(['kg', 'lb'] as const).map((value) => ({ value, label: t(`unit.${value}`) }))}
          />
        </div>
      </div>
      <Section title={t('bars.title')} aside={t('bars.hint')}>
        <div className="grid gap-4">
          {BAR_KINDS.filter((kind) => place.bars.some((bar) => bar.kind === kind)).map((kind) => (
            <WeightList
              key={kind}
              label={t(`bars.${kind}`)}
              weights={place.bars.filter((bar) => bar.kind === kind)}
              unit={unit}
              onChange={(weights) => {
                const others = place.bars.filter((bar) => bar.kind !== kind)
                change({ bars: [...others, ...weights.map(({ milli, unit: of }) => ({ kind, milli, unit: of }))] })
              }}
            />
          ))}
          <div className="flex flex-wrap gap-2">
            {BAR_KINDS.map((kind) => (
              <Button
                key={kind}
                icon={<Plus size={18} aria-hidden />}
                disabled={place.bars.length >= 12}
                onClick={() => change({ bars: [...place.bars, { kind, milli: USUAL_BAR[kind][unit], unit }] })}
              >
                {t(`bars.${kind}`)}
              </Button>
            ))}
          </div>
          <div className="flex max-w-56">
            <NumberBox
              label={t('bars.collars')}
              milli={place.collars?.milli ?? null}
              unit={place.collars?.unit ?? unit}
              mayBeEmpty
              onSave={(milli) => change({ collars: milli ? { milli, unit: place.collars?.unit ?? unit } : null })}
            />
          </div>
        </div>
      </Section>
      <Section title={t('plates.title')}>
        <PlateCounts plates={place.plates} unit={unit} onChange={(plates) => change({ plates: plates.slice(0, 16) })} />
      </Section>
      <Section title={t('dumbbells.title')} aside={t('dumbbells.hint')}>
        <div className="grid gap-4">
          <RunList
            label={t('dumbbells.title')}
            runs={place.dumbbells}
            unit={unit}
            first={DUMBBELLS[unit]}
            onChange={(dumbbells) => change({ dumbbells })}
          />
          <WeightList
            label={t('dumbbells.handle')}
            weights={place.handles}
            unit={unit}
            first={unit === 'kg' ? 2000 : 5000}
            onChange={(handles) => change({ handles })}
          />
        </div>
      </Section>
      <Section title={t('kettlebells')}>
        <RunList
          label={t('kettlebells')}
          runs={place.kettlebells}
          unit={unit}
          first={KETTLEBELLS[unit]}
          onChange={(kettlebells) => change({ kettlebells })}
        />
      </Section>
      <Section title={t('machines.title')}>
        <MachineList
          machines={place.machines}
          unit={unit}
          choices={choices}
          onChange={(machines) => change({ machines: machines.slice(0, 60) })}
        />
      </Section>
    </>
  )
}

/** Saved when the field is left, or the screen. */
function useTyped(stored: string, onSave: (text: string) => void) {
  const [typed, setTyped] = useState(stored)
  const save = useRef(() => {})
  save.current = () => {
    if (typed.trim() !== stored) onSave(typed.trim())
  }
  useEffect(() => () => save.current(), [])
  return {
    value: typed,
    onChange: ({ target }: { target: { value: string } }) => setTyped(target.value),
    onBlur: () => save.current(),
  }
}

/** Between two letters it is no name. */
function NameField({ name, onSave }: { name: string; onSave: (name: string) => void }) {
  const t = useTranslations('places')
  const typed = useTyped(name, (next) => next !== '' && onSave(next))
  const isBare = typed.value.trim() === ''
  return <TextField label={t('name')} maxLength={80} error={isBare ? t('nameless') : undefined} {...typed} />
}

function NotesField({ notes, onSave }: { notes: string; onSave: (notes: string) => void }) {
  const t = useTranslations('places')
  return <TextArea label={t('notes')} hint={t('notesHint')} rows={2} maxLength={2000} {...useTyped(notes, onSave)} />
}
