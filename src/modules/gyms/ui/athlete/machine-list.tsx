'use client'
/** What machines and cables weigh: all of them alike, and those that are not. */
import { X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { Segmented } from '../../../../ui/segmented.tsx'
import { SelectField } from '../../../../ui/select-field.tsx'
import type { Machine, Weight } from '../../model/places.ts'
import { NumberBox } from './number-box.tsx'
import { RunList } from './run-list.tsx'
import { WeightList } from './weight-list.tsx'

/** An exercise that is done on a machine, a cable or a Smith machine. */
export type MachineChoice = { id: string; name: string }

type Unit = Weight['unit']
type Props = {
  machines: readonly Machine[]
  unit: Unit
  choices: readonly MachineChoice[]
  onChange: (machines: Machine[]) => void
}

const ALL = ['machine', 'cable'] as const
const FIRST: Record<Unit, { from: number; to: number; step: number }> = {
  kg: { from: 5000, to: 100_000, step: 5000 },
  lb: { from: 10_000, to: 200_000, step: 10_000 },
}
const empty = (what: string): Machine => ({ what, start: null, sides: 2, stack: [], addOns: [] })

export function MachineList({ machines, unit, choices, onChange }: Props) {
  const t = useTranslations('places.machines')
  const put = (machine: Machine) => {
    const others = machines.filter(({ what }) => what !== machine.what)
    const isNothing = machine.start === null && machine.stack.length === 0 && machine.addOns.length === 0
    onChange(isNothing && ALL.includes(machine.what as 'cable') ? others : [...others, machine])
  }
  const own = choices.flatMap((choice) => {
    const machine = machines.find(({ what }) => what === choice.id)
    return machine ? { choice, machine } : []
  })
  const left = choices.filter(({ id }) => !machines.some(({ what }) => what === id))
  return (
    <div className="grid gap-5">
      {ALL.map((what) => {
        const machine = machines.find((one) => one.what === what) ?? empty(what)
        return (
          <div key={what}>
            <h3 className="mb-2 font-semibold">{t(what)}</h3>
            <Stack label={t(what)} machine={machine} unit={unit} onChange={put} />
          </div>
        )
      })}
      {own.map(({ choice, machine }) => (
        <div key={choice.id} className="border-line border-t pt-3">
          <div className="mb-2 flex items-center justify-between gap-2">
            <h3 className="min-w-0 font-semibold">{choice.name}</h3>
            <IconButton
              label={t('remove', { name: choice.name })}
              onClick={() => onChange(machines.filter(({ what }) => what !== choice.id))}
            >
              <X size={20} aria-hidden />
            </IconButton>
          </div>
          <OneMachine name={choice.name} machine={machine} unit={unit} onChange={put} />
        </div>
      ))}
      <SelectField
        label={t('add')}
        hint={t('addHint')}
        value=""
        onChange={(what) => {
          if (what) onChange([...machines, { ...empty(what), start: { milli: 20_000, unit } }])
        }}
        options={[{ value: '', label: t('choose') }, ...left.map(({ id, name }) => ({ value: id, label: name }))]}
      />
    </div>
  )
}

type OneProps = { name: string; machine: Machine; unit: Unit; onChange: (machine: Machine) => void }

function OneMachine({ name, machine, unit, onChange }: OneProps) {
  const t = useTranslations('places.machines')
  const { start, sides } = machine
  return (
    <div className="grid gap-3">
      <Segmented
        label={t('by', { name })}
        value={start ? (sides === 2 ? 'two' : 'one') : 'stack'}
        onChange={(by) => {
          if (by === 'stack') onChange({ ...machine, start: null, stack: [{ ...FIRST[unit], unit }] })
          else
            onChange({
              ...machine,
              start: start ?? { milli: 20_000, unit },
              sides: by === 'two' ? 2 : 1,
              stack: [],
              addOns: [],
            })
        }}
        options={[
          { value: 'two', label: t('two') },
          { value: 'one', label: t('one') },
          { value: 'stack', label: t('stack') },
        ]}
      />
      {start ? (
        <div className="flex max-w-56">
          <NumberBox
            label={t('start')}
            milli={start.milli}
            unit={start.unit}
            onSave={(milli) => onChange({ ...machine, start: { ...start, milli: milli ?? 0 } })}
          />
        </div>
      ) : (
        <Stack label={name} machine={machine} unit={unit} onChange={onChange} />
      )}
    </div>
  )
}

function Stack({ label, machine, unit, onChange }: { label: string } & Omit<OneProps, 'name'>) {
  const t = useTranslations('places.machines')
  return (
    <div className="grid gap-3">
      <RunList
        label={label}
        runs={machine.stack}
        unit={unit}
        first={FIRST[unit]}
        onChange={(stack) => onChange({ ...machine, stack })}
      />
      {machine.stack.length > 0 && (
        <WeightList
          label={t('addOn')}
          weights={machine.addOns}
          unit={unit}
          first={unit === 'kg' ? 2500 : 5000}
          onChange={(addOns) => onChange({ ...machine, addOns })}
        />
      )}
    </div>
  )
}
