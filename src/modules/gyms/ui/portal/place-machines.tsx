'use client'
/** Machines that weigh something of their own: a row each, beside the lines for what all stacks have in common. */
import { X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { TextField } from '../../../../ui/field.tsx'
import { IconButton } from '../../../../ui/icon-button.tsx'
import type { Weight } from '../../model/places.ts'
import { LOADED_BY, type MachineRow, MOST_MACHINES, usualText } from '../../rules/machine-rows.ts'
import { Choice } from './gym-fields.tsx'
import { useMachines } from './use-machines.ts'

type Props = {
  rows: readonly MachineRow[]
  /** By machine what can't be read. */
  bad: Readonly<Record<string, string>>
  unit: Weight['unit']
  onChange: (rows: MachineRow[]) => void
}

const NOTHING = ''

export function PlaceMachines({ rows, bad, unit, onChange }: Props) {
  const t = useTranslations('equipment')
  const machines = useMachines()
  const names = new Map(machines.map(({ id, name }) => [id, name]))
  const left = machines.filter(({ id }) => !rows.some(({ what }) => what === id))
  const put = (row: MachineRow) => onChange(rows.map((one) => (one.what === row.what ? row : one)))
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-medium text-ink-2 text-sm">{t('machine.title')}</legend>
      <ul className="divide-y divide-line border-line border-y empty:hidden">
        {rows.map((row) => (
          <Row
            key={row.what}
            row={row}
            name={names.get(row.what) ?? row.what}
            bad={bad[row.what]}
            unit={unit}
            onChange={put}
            onRemove={() => onChange(rows.filter(({ what }) => what !== row.what))}
          />
        ))}
      </ul>
      <Choice
        className="mt-2"
        label={t('machine.add')}
        value={NOTHING}
        disabled={left.length === 0 || rows.length >= MOST_MACHINES}
        onChange={(what) => {
          if (what !== NOTHING) onChange([...rows, { what, by: 'two', text: usualText('two', unit) }])
        }}
        options={[
          { value: NOTHING, label: t('machine.choose') },
          ...left.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </fieldset>
  )
}

type RowProps = {
  row: MachineRow
  name: string
  bad: string | undefined
  unit: Weight['unit']
  onChange: (row: MachineRow) => void
  onRemove: () => void
}

function Row({ row, name, bad, unit, onChange, onRemove }: RowProps) {
  const t = useTranslations('equipment')
  const weighs = t(row.by === 'stack' ? 'machine.stackOf' : 'machine.startOf', { name, unit })
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 py-1.5">
      <span className="flex min-h-8 min-w-0 flex-1 basis-3/4 items-center font-medium sm:basis-40 sm:pointer-coarse:min-h-12">
        {name}
      </span>
      <Choice
        hideLabel
        className="order-1 sm:order-none"
        label={t('machine.by', { name })}
        value={row.by}
        onChange={(by) => onChange({ ...row, by, text: isSameKind(by, row.by) ? row.text : usualText(by, unit) })}
        options={LOADED_BY.map((by) => ({ value: by, label: t(`machine.loaded.${by}`) }))}
      />
      <div className="order-1 min-w-40 flex-1 sm:order-none sm:w-48 sm:flex-none">
        <TextField
          compact
          hideLabel
          label={weighs}
          title={weighs}
          value={row.text}
          autoComplete="off"
          spellCheck={false}
          error={bad === undefined ? undefined : bad === '' ? t('machine.empty') : t('bad', { item: bad })}
          onChange={(event) => onChange({ ...row, text: event.target.value })}
        />
      </div>
      <IconButton compact label={t('machine.remove', { name })} onClick={onRemove}>
        <X size={16} aria-hidden />
      </IconButton>
    </li>
  )
}

/** Plates on one side or on two: it weighs the same without them. */
const isSameKind = (one: MachineRow['by'], other: MachineRow['by']) => (one === 'stack') === (other === 'stack')
