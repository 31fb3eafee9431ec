'use client'
/** Links that hire: what the role is, the link once, and the links that still work. */
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { type Answers, trpc } from '../../../../client/trpc.ts'
import { Button } from '../../../../ui/button.tsx'
import { CopyField } from '../../../../ui/copy-field.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PortalDialog } from '../../../../ui/portal-dialog.tsx'
import { PartHead } from '../../../../ui/portal-parts.tsx'
import { showMoment } from '../../../../ui/show-day.ts'
import type { StaffRole } from '../../model.ts'
import { Choice } from './gym-fields.tsx'
import { RoleSees } from './role-sees.tsx'

type DialogProps = { open: boolean; onClose: () => void; gymId: string; roles: readonly StaffRole[] }

export function InviteStaffDialog({ open, onClose, ...rest }: DialogProps) {
  const t = useTranslations('gym')
  return (
    <PortalDialog open={open} onClose={onClose} title={t('staff.inviteTitle')} closeLabel={t('close')}>
      <InviteForm {...rest} />
    </PortalDialog>
  )
}

const USES = [1, 3, 5, 10] as const

function InviteForm({ gymId, roles }: Pick<DialogProps, 'gymId' | 'roles'>) {
  const t = useTranslations('gym')
  const locale = useLocale()
  const utils = trpc.useUtils()
  const [role, setRole] = useState<StaffRole>(roles.at(-1) ?? 'desk')
  const [uses, setUses] = useState(1)
  const [email, setEmail] = useState('')
  const make = trpc.gyms.inviteStaff.useMutation({ onSettled: () => utils.gyms.staffInvites.invalidate({ gymId }) })
  if (make.data) {
    return (
      <div>
        {email && (
          <p role="status" className="mb-2 text-good">
            {t('staff.sent', { email })}
          </p>
        )}
        <p className="mb-3 text-ink-2">{t('staff.ready', { when: showMoment(make.data.expiresAt, locale) })}</p>
        <CopyField
          autoFocus
          label={t('link.label')}
          value={`${location.origin}/join/${make.data.token}`}
          words={{ copy: t('link.copy'), copied: t('link.copied'), byHand: t('link.byHand') }}
        />
        <Button size="compact" tone="quiet" onClick={make.reset}>
          {t('staff.anotherLink')}
        </Button>
      </div>
    )
  }
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        make.mutate({ gymId, role, maxUses: uses, email: email.trim() || null })
      }}
    >
      <p className="text-ink-2">{t('staff.inviteText')}</p>
      <Choice
        label={t('staff.role')}
        value={role}
        onChange={setRole}
        options={roles.map((one) => ({ value: one, label: t(`role.${one}`) }))}
      />
      <section aria-label={t('staff.sees')} className="border-line border-y py-3">
        <h3 className="mb-1 font-semibold">{t('staff.sees')}</h3>
        <RoleSees role={role} />
      </section>
      <TextField
        compact
        type="email"
        label={t('staff.email')}
        hint={t('staff.emailHint')}
        value={email}
        onChange={(event) => {
          setEmail(event.target.value)
          setUses(1)
        }}
        autoComplete="off"
      />
      {make.error && (
        <Notice tone="bad" urgent>
          {make.error.message}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Choice
          label={t('staff.for')}
          value={String(uses)}
          disabled={email !== ''}
          onChange={(value) => setUses(Number(value))}
          options={USES.map((count) => ({ value: String(count), label: t('staff.uses', { count }) }))}
        />
        <span className="flex-1" />
        <Button type="submit" size="compact" tone="primary" busy={make.isPending}>
          {email ? t('staff.send') : t('staff.make')}
        </Button>
      </div>
    </form>
  )
}

export function StaffInvites({ gymId }: { gymId: string }) {
  const t = useTranslations('gym')
  const utils = trpc.useUtils()
  const invites = trpc.gyms.staffInvites.useQuery({ gymId })
  const revoke = trpc.gyms.revokeInvite.useMutation({
    onSettled: () => utils.gyms.staffInvites.invalidate({ gymId }),
  })
  const problem = invites.error ?? revoke.error
  if (!problem && (invites.data?.length ?? 0) === 0) return null
  return (
    <section aria-label={t('staff.live')}>
      <PartHead title={t('staff.live')} />
      {problem && (
        <Notice tone="bad" urgent>
          {problem.message}
        </Notice>
      )}
      <ul className="divide-y divide-line border-line border-y">
        {invites.data?.map((invite) => (
          <LiveInvite
            key={invite.inviteId}
            invite={invite}
            busy={revoke.isPending && revoke.variables.inviteId === invite.inviteId}
            onRevoke={() => revoke.mutate({ gymId, inviteId: invite.inviteId })}
          />
        ))}
      </ul>
    </section>
  )
}

type Invite = Answers['gyms']['staffInvites'][number]

function LiveInvite({ invite, busy, onRevoke }: { invite: Invite; busy: boolean; onRevoke: () => void }) {
  const t = useTranslations('gym')
  const locale = useLocale()
  const role = t(`role.${invite.role}`)
  return (
    <li className="num flex min-h-10 items-center gap-3 py-1">
      <span className="w-28 font-medium">{role}</span>
      <span className="min-w-0 flex-1 text-ink-2">
        {t('staff.liveText', {
          who: invite.byName,
          made: showMoment(invite.createdAt, locale),
          until: showMoment(invite.expiresAt, locale),
          uses: invite.uses,
          max: invite.maxUses,
        })}
      </span>
      <Button
        size="compact"
        tone="danger-quiet"
        busy={busy}
        onClick={onRevoke}
        aria-label={t('staff.revokeLabel', { role, when: showMoment(invite.createdAt, locale) })}
      >
        {t('staff.revoke')}
      </Button>
    </li>
  )
}
