'use client'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { trpc } from '../../../../client/trpc.ts'
import { Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { showToast } from '../../../../ui/toast.tsx'
import type { GymPlaceFields } from '../../model/places.ts'
import { LINES, linesOf, readLines } from '../../rules/equipment-lines.ts'
import { machineRows, readMachineRows } from '../../rules/machine-rows.ts'
import { PlaceMachines } from './place-machines.tsx'

type Props = {
  gymId: string
  placeId: string
  place: GymPlaceFields
  onSaved: () => void
  onRemove: () => void
}

/** One line of text a kind of equipment, quick to type, to check and to copy from a list; and a row a machine of its own. */
export function PlaceForm({ gymId, placeId, place, onSaved, onRemove }: Props) {
  const t = useTranslations('equipment')
  const locale = useLocale()
  const [name, setName] = useState(place.name)
  const [lines, setLines] = useState(() => linesOf(place, locale))
  const [rows, setRows] = useState(() => machineRows(place, locale))
  const { bad: badMachines, machines } = readMachineRows(rows, place.unit)
  const read = readLines(lines, { ...place, machines })
  const isWhole = read.place !== null && Object.keys(badMachines).length === 0
  const save = trpc.gyms.savePlace.useMutation({
    onSuccess: () => {
      onSaved()
      showToast({ tone: 'good', text: t('saved') })
    },
  })
  return (
    <form
      className="grid max-w-2xl gap-3 py-3 *:min-w-0"
      onSubmit={(event) => {
        event.preventDefault()
        if (read.place && isWhole) save.mutate({ gymId, placeId, place: { ...read.place, name: name.trim() } })
      }}
    >
      <TextField
        compact
        required
        maxLength={80}
        label={t('name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        {LINES.map((line) => {
          const bad = read.bad[line]
          return (
            <TextField
              key={line}
              compact
              label={t(`line.${line}`, { unit: place.unit })}
              value={lines[line]}
              autoComplete="off"
              spellCheck={false}
              error={bad === undefined ? undefined : t('bad', { item: bad })}
              onChange={(event) => setLines({ ...lines, [line]: event.target.value })}
            />
          )
        })}
      </div>
      <p className="text-ink-2">{t('hint')}</p>
      <PlaceMachines rows={rows} bad={badMachines} unit={place.unit} onChange={setRows} />
      {save.error && (
        <Notice tone="bad" urgent>
          {save.error.message}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <Button size="compact" type="submit" disabled={!isWhole} busy={save.isPending}>
          {t('save')}
        </Button>
        <Button size="compact" tone="danger-quiet" onClick={onRemove}>
          {t('remove')}
        </Button>
      </div>
    </form>
  )
}
