'use client'
/** A time zone by its name, found by typing; the server says when there is none like it. */
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { TextField } from '../../../../ui/field.tsx'

export function ZoneField({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const t = useTranslations('gym')
  const listId = useId()
  return (
    <>
      <TextField
        compact
        required
        list={listId}
        label={t('settings.zone')}
        hint={t('settings.zoneHint')}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="off"
        spellCheck={false}
      />
      <datalist id={listId}>
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  )
}
