'use client'
/** A link that asks an athlete to share: what it asks for, the link once, and the links that still work. */
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { type Answers, trpc } from '../../../../client/trpc.ts'
import { Button } from '../../../../ui/button.tsx'
import { CopyField } from '../../../../ui/copy-field.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PortalDialog } from '../../../../ui/portal-dialog.tsx'
import { Check } from '../../../../ui/portal-parts.tsx'
import { showMoment } from '../../../../ui/show-day.ts'
import { type Domain, SENSITIVE, type Share } from '../../model.ts'

const USES = [1, 5, 20, 100] as const
/** Asked for by itself: the training log has its own two boxes. */
const OTHERS: readonly Domain[] = ['attendance']

export function InviteDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations('coach')
  return (
    <PortalDialog open={open} onClose={onClose} title={t('invite.title')} closeLabel={t('close')}>
      <InviteForm />
      <LiveInvites />
    </PortalDialog>
  )
}

function InviteForm() {
  const t = useTranslations('coach')
  const words = useTranslations('invite')
  const utils = trpc.useUtils()
  const create = trpc.coaching.createInvite.useMutation({ onSettled: () => utils.coaching.invites.invalidate() })
  const [asked, setAsked] = useState<ReadonlySet<Domain>>(new Set(['training']))
  const [write, setWrite] = useState(false)
  const [uses, setUses] = useState<number>(1)
  const toggle = (domain: Domain, on: boolean) => {
    const next = new Set(asked)
    if (on) next.add(domain)
    else next.delete(domain)
    setAsked(next)
  }
  const box = (domain: Domain) => (
    <Check
      key={domain}
      label={words(`domain.${domain}`)}
      hint={t(`invite.hint.${domain}`)}
      checked={asked.has(domain)}
      onChange={(event) => toggle(domain, event.target.checked)}
    />
  )
  if (create.data) {
    return <NewLink token={create.data.token} expiresAt={create.data.expiresAt} onAnother={create.reset} />
  }
  const domains: Share[] = [...asked].map((domain) => ({
    domain,
    level: domain === 'training' && write ? 'write' : 'read',
  }))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        create.mutate({ domains, maxUses: uses })
      }}
    >
      <p className="text-ink-2">{t('invite.text')}</p>
      <fieldset className="mt-3">
        <legend className="font-semibold">{t('invite.ask')}</legend>
        {box('training')}
        <Check
          className="ml-6.5"
          label={t('invite.write')}
          hint={t('invite.writeHint')}
          checked={write && asked.has('training')}
          disabled={!asked.has('training')}
          onChange={(event) => setWrite(event.target.checked)}
        />
        {OTHERS.map(box)}
      </fieldset>
      <fieldset className="mt-2 border-line border-t pt-3">
        <legend className="sr-only">{t('invite.sensitive')}</legend>
        <p aria-hidden className="font-semibold">
          {t('invite.sensitive')}
        </p>
        <p className="text-ink-2">{t('invite.sensitiveHint')}</p>
        <div className="mt-1 grid gap-x-4 sm:grid-cols-2">{SENSITIVE.map(box)}</div>
      </fieldset>
      {create.error && (
        <div className="mt-3">
          <Notice tone="bad" urgent>
            {create.error.message}
          </Notice>
        </div>
      )}
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <label className="flex items-center gap-2">
          {t('invite.for')}
          <select
            value={uses}
            onChange={(event) => setUses(Number(event.target.value))}
            className="edge h-8 rounded-1 bg-bg px-2"
          >
            {USES.map((count) => (
              <option key={count} value={count}>
                {t('invite.uses', { count })}
              </option>
            ))}
          </select>
        </label>
        <span className="flex-1" />
        <Button type="submit" size="compact" tone="primary" busy={create.isPending} disabled={asked.size === 0}>
          {t('invite.make')}
        </Button>
      </div>
    </form>
  )
}

function NewLink({ token, expiresAt, onAnother }: { token: string; expiresAt: number; onAnother: () => void }) {
  const t = useTranslations('coach')
  const locale = useLocale()
  return (
    <div>
      <p className="text-ink-2">{t('invite.ready', { when: showMoment(expiresAt, locale) })}</p>
      <div className="mt-3">
        <CopyField
          autoFocus
          label={t('invite.link')}
          value={`${location.origin}/invite/${token}`}
          words={{ copy: t('invite.copy'), copied: t('invite.copied'), byHand: t('invite.byHand') }}
        />
      </div>
      <Button size="compact" tone="quiet" onClick={onAnother}>
        {t('invite.another')}
      </Button>
    </div>
  )
}

function LiveInvites() {
  const t = useTranslations('coach')
  const invites = trpc.coaching.invites.useQuery()
  const utils = trpc.useUtils()
  const revoke = trpc.coaching.revokeInvite.useMutation({ onSettled: () => utils.coaching.invites.invalidate() })
  const problem = invites.error ?? revoke.error
  if (!problem && (invites.data?.length ?? 0) === 0) return null
  return (
    <section aria-labelledby="live-invites" className="mt-5 border-line border-t pt-3">
      <h3 id="live-invites" className="font-semibold">
        {t('invite.live')}
      </h3>
      {problem && (
        <Notice tone="bad" urgent>
          {problem.message}
        </Notice>
      )}
      <ul className="num divide-y divide-line">
        {invites.data?.map((invite) => (
          <LiveInvite
            key={invite.id}
            invite={invite}
            busy={revoke.isPending && revoke.variables.inviteId === invite.id}
            onRevoke={() => revoke.mutate({ inviteId: invite.id })}
          />
        ))}
      </ul>
    </section>
  )
}

type Invite = Answers['coaching']['invites'][number]

function LiveInvite({ invite, busy, onRevoke }: { invite: Invite; busy: boolean; onRevoke: () => void }) {
  const t = useTranslations('coach')
  const words = useTranslations('invite')
  const locale = useLocale()
  const asks = invite.domains.map(({ domain }) => words(`domain.${domain}`)).join(', ')
  return (
    <li className="flex min-h-10 items-center gap-3 py-1">
      <span className="min-w-0 flex-1">
        <span className="block">{asks}</span>
        <span className="block text-ink-3">
          {t('invite.made', { when: showMoment(invite.createdAt, locale) })},{' '}
          {t('invite.used', { uses: invite.uses, max: invite.maxUses })},{' '}
          {t('invite.until', { when: showMoment(invite.expiresAt, locale) })}
        </span>
      </span>
      <Button
        size="compact"
        tone="danger-quiet"
        busy={busy}
        onClick={onRevoke}
        aria-label={t('invite.revokeLabel', { asks, when: showMoment(invite.createdAt, locale) })}
      >
        {t('invite.revoke')}
      </Button>
    </li>
  )
}
