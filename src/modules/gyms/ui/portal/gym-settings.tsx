'use client'
/** What a gym is called, where its clock is, how long is absent, and its locations. */
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { type Answers, trpc } from '../../../../client/trpc.ts'
import { Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PartHead } from '../../../../ui/portal-parts.tsx'
import { showToast } from '../../../../ui/toast.tsx'
import { Choice } from './gym-fields.tsx'
import { ZoneField } from './zone-field.tsx'

type Home = Answers['gyms']['home']
const WEEKS = [1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 26] as const

export function GymSettings({ home, onSaved }: { home: Home; onSaved: () => void }) {
  const t = useTranslations('gym')
  const [name, setName] = useState(home.name)
  const [zone, setZone] = useState(home.zone)
  const [weeks, setWeeks] = useState(home.absentWeeks)
  const edit = trpc.gyms.edit.useMutation({
    onSuccess: () => {
      onSaved()
      showToast({ tone: 'good', text: t('settings.saved') })
    },
  })
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        edit.mutate({ gymId: home.gymId, name: name.trim(), zone: zone.trim(), absentWeeks: weeks })
      }}
    >
      <TextField
        compact
        required
        maxLength={120}
        label={t('create.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <ZoneField value={zone} onChange={setZone} />
      <div>
        <Choice
          label={t('settings.absent')}
          value={String(weeks)}
          onChange={(value) => setWeeks(Number(value))}
          options={[...new Set([...WEEKS, home.absentWeeks])]
            .sort((a, b) => a - b)
            .map((count) => ({ value: String(count), label: t('filter.weekCount', { count }) }))}
        />
        <p className="mt-1.5 text-ink-2">{t('settings.absentHint')}</p>
      </div>
      {edit.error && (
        <Notice tone="bad" urgent>
          {edit.error.message}
        </Notice>
      )}
      <div>
        <Button size="compact" type="submit" tone="primary" busy={edit.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}

export function LocationList({ home, onChanged }: { home: Home; onChanged: () => void }) {
  const t = useTranslations('gym')
  const [name, setName] = useState('')
  const add = trpc.gyms.addLocation.useMutation({
    onSuccess: () => {
      setName('')
      onChanged()
    },
  })
  return (
    <section aria-label={t('settings.locations')}>
      <PartHead title={t('settings.locations')} />
      <p className="mb-3 text-ink-2">{t('settings.locationsText')}</p>
      <ul className="divide-y divide-line border-line border-y empty:hidden">
        {home.locations.map((location) => (
          <LocationRow key={location.id} gymId={home.gymId} location={location} onChanged={onChanged} />
        ))}
      </ul>
      <form
        className="mt-3 flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          add.mutate({ gymId: home.gymId, name: name.trim() })
        }}
      >
        <div className="w-64 max-w-full">
          <TextField
            compact
            required
            maxLength={120}
            label={t('settings.newLocation')}
            value={name}
            onChange={(event) => setName(event.target.value)}
            autoComplete="off"
          />
        </div>
        <Button size="compact" type="submit" busy={add.isPending}>
          {t('settings.addLocation')}
        </Button>
      </form>
      {add.error && (
        <div className="mt-3">
          <Notice tone="bad" urgent>
            {add.error.message}
          </Notice>
        </div>
      )}
    </section>
  )
}

type Row = { gymId: string; location: Home['locations'][number]; onChanged: () => void }

function LocationRow({ gymId, location, onChanged }: Row) {
  const t = useTranslations('gym')
  const [name, setName] = useState(location.name)
  const edit = trpc.gyms.editLocation.useMutation({ onSuccess: onChanged })
  const isChanged = name.trim() !== '' && name.trim() !== location.name
  const save = (isClosed: boolean) => edit.mutate({ gymId, locationId: location.id, name: name.trim(), isClosed })
  return (
    <li className="py-1.5">
      <form
        className="flex flex-wrap items-center gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          save(location.isClosed)
        }}
      >
        <div className="w-64 max-w-full">
          <TextField
            compact
            hideLabel
            required
            maxLength={120}
            label={t('settings.nameOf', { name: location.name })}
            value={name}
            onChange={(event) => setName(event.target.value)}
            autoComplete="off"
          />
        </div>
        {isChanged && (
          <Button size="compact" type="submit" tone="primary" busy={edit.isPending}>
            {t('save')}
          </Button>
        )}
        <span className="flex-1 text-ink-3">{location.isClosed && t('settings.closed')}</span>
        <Button
          size="compact"
          tone="quiet"
          busy={edit.isPending}
          onClick={() => save(!location.isClosed)}
          aria-label={t(location.isClosed ? 'settings.reopenLabel' : 'settings.closeLabel', { name: location.name })}
        >
          {t(location.isClosed ? 'settings.reopen' : 'settings.close')}
        </Button>
      </form>
      {edit.error && (
        <Notice tone="bad" urgent>
          {edit.error.message}
        </Notice>
      )}
    </li>
  )
}
