'use client'
/** A gym is a name and the zone of its building: everything else comes when it is needed. */
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../../client/trpc.ts'
import { Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { useInBrowser } from '../../../../ui/use-in-browser.ts'
import { ZoneField } from './zone-field.tsx'

export function CreateGymForm({ onCreated }: { onCreated: (gymId: string) => void }) {
  const t = useTranslations('gym')
  const here = useInBrowser(() => Intl.DateTimeFormat().resolvedOptions().timeZone, 'UTC')
  const [name, setName] = useState('')
  const [zone, setZone] = useState<string | null>(null)
  const create = trpc.gyms.create.useMutation({ onSuccess: ({ gymId }) => onCreated(gymId) })
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        create.mutate({ name: name.trim(), zone: zone ?? here })
      }}
    >
      <TextField
        compact
        required
        autoFocus
        maxLength={120}
        label={t('create.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        autoComplete="organization"
      />
      <ZoneField value={zone ?? here} onChange={setZone} />
      {create.error && (
        <Notice tone="bad" urgent>
          {create.error.message}
        </Notice>
      )}
      <div>
        <Button type="submit" size="compact" tone="primary" busy={create.isPending || create.isSuccess}>
          {t('create.button')}
        </Button>
      </div>
    </form>
  )
}
