'use client'
/** Somebody new at the desk: a name is enough. Who may be here already is shown while the name is typed. */
import { useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../../client/trpc.ts'
import { Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PortalDialog } from '../../../../ui/portal-dialog.tsx'
import { TextButton } from '../../../../ui/portal-parts.tsx'
import { showToast } from '../../../../ui/toast.tsx'
import { nameKey } from '../../rules/import/matches.ts'
import type { PreparedRoster } from '../../rules/roster.ts'
import { Choice } from './gym-fields.tsx'

const NOWHERE = 'none'
const SHOWN = 4

type Props = {
  open: boolean
  onClose: () => void
  gymId: string
  locations: readonly { id: string; name: string }[]
  roster: PreparedRoster | null
  /** After each; the dialog stays for the next. */
  onAdded: () => void
  onOpen: (memberId: string) => void
  onInvite: (memberId: string) => void
}

export function AddMemberDialog({ open, onClose, ...rest }: Props) {
  const t = useTranslations('gym')
  return (
    <PortalDialog open={open} onClose={onClose} title={t('add.title')} closeLabel={t('close')}>
      <Form onClose={onClose} {...rest} />
    </PortalDialog>
  )
}

const EMPTY = { name: '', email: '', phone: '' }

function Form({ onClose, gymId, locations, roster, onAdded, onOpen, onInvite }: Omit<Props, 'open'>) {
  const t = useTranslations('gym')
  const nameField = useRef<HTMLInputElement>(null)
  const [given, setGiven] = useState(EMPTY)
  const [locationId, setLocation] = useState(NOWHERE)
  const add = trpc.gyms.addMember.useMutation({ onSuccess: onAdded })
  const set = (field: keyof typeof EMPTY) => (event: { target: { value: string } }) =>
    setGiven((now) => ({ ...now, [field]: event.target.value }))
  const known = useMemo(() => findKnown(roster, given), [roster, given])
  const [isNameless, setNameless] = useState(false)
  // Those whom the first press asked about: when what is typed finds others, it asks again.
  const [asked, setAsked] = useState('')
  const about = known.map(({ row }) => row.id).join()
  const isAsked = about !== '' && about === asked

  async function submit(invite: boolean) {
    const name = given.name.trim()
    setNameless(name === '')
    if (!name) return nameField.current?.focus()
    if (about !== '' && !isAsked) return setAsked(about)
    const [email, phone] = [given.email.trim() || null, given.phone.trim() || null]
    const at = locationId === NOWHERE ? null : locationId
    const made = await add.mutateAsync({ gymId, name, email, phone, locationId: at }).catch(() => null)
    if (!made) return
    if (invite) {
      onClose()
      return onInvite(made.memberId)
    }
    showToast({ tone: 'good', text: t('add.done', { name, number: made.number }) })
    setGiven(EMPTY)
    setAsked('')
    nameField.current?.focus()
  }

  return (
    <form
      className="grid gap-3.5"
      onSubmit={(event) => {
        event.preventDefault()
        void submit(false)
      }}
    >
      <TextField
        ref={nameField}
        compact
        required
        autoFocus
        maxLength={120}
        label={t('add.name')}
        error={isNameless && given.name.trim() === '' ? t('add.noName') : undefined}
        value={given.name}
        onChange={set('name')}
        autoComplete="off"
      />
      <div className="grid gap-3.5 sm:grid-cols-2">
        <TextField
          compact
          type="email"
          label={t('add.email')}
          hint={t('add.emailHint')}
          value={given.email}
          onChange={set('email')}
          autoComplete="off"
        />
        <TextField
          compact
          type="tel"
          maxLength={40}
          label={t('add.phone')}
          value={given.phone}
          onChange={set('phone')}
          autoComplete="off"
        />
      </div>
      {locations.length > 0 && (
        <Choice
          label={t('roster.location')}
          value={locationId}
          onChange={setLocation}
          options={[
            { value: NOWHERE, label: t('nowhere') },
            ...locations.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      {known.length > 0 && (
        <Notice tone="warn">
          <ul>
            {known.slice(0, SHOWN).map(({ row, by }) => (
              <li key={row.id} className="num">
                {t.rich(`add.known.${by}`, {
                  name: row.name,
                  number: row.number,
                  has: row.endedAt === null ? 'here' : 'left',
                  link: (words) => (
                    <TextButton
                      onClick={() => {
                        onClose()
                        onOpen(row.id)
                      }}
                    >
                      {words}
                    </TextButton>
                  ),
                })}
              </li>
            ))}
          </ul>
          {isAsked && <p role="alert">{t('add.question')}</p>}
        </Notice>
      )}
      {add.error && (
        <Notice tone="bad" urgent>
          {add.error.message}
        </Notice>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button size="compact" busy={add.isPending} onClick={() => void submit(true)}>
          {isAsked ? t('add.andInviteAllTheSame') : t('add.andInvite')}
        </Button>
        <Button size="compact" type="submit" tone="primary" busy={add.isPending}>
          {isAsked ? t('add.allTheSame') : t('add.button')}
        </Button>
      </div>
    </form>
  )
}

/** Who may be the same person. An address says more than a name, so those who have it come first. */
function findKnown(roster: PreparedRoster | null, given: typeof EMPTY) {
  const name = nameKey(given.name)
  const email = given.email.trim().toLowerCase()
  const rows = roster?.rows ?? []
  const byEmail = email === '' ? [] : rows.filter((row) => row.email === email)
  const byName = name === '' ? [] : rows.filter((row) => row.email !== email && nameKey(row.name) === name)
  return [
    ...byEmail.map((row) => ({ row, by: 'email' as const })),
    ...byName.map((row) => ({ row, by: 'name' as const })),
  ]
}
