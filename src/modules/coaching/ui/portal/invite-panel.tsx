'use client'
/** The coach's side of an invite: choose what to ask for, get one link, send it as one likes. Open links stand below. */
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { trpc } from '../../../../client/trpc.ts'
import { Button } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { DOMAINS, type Domain, type Share, WRITABLE } from '../../model.ts'

export function InvitePanel() {
  const t = useTranslations('invite')
  const utils = trpc.useUtils()
  const create = trpc.coaching.createInvite.useMutation({ onSettled: () => utils.coaching.invites.invalidate() })
  const [asked, setAsked] = useState<ReadonlySet<Domain>>(() => new Set<Domain>(['training']))
  const [maxUses, setMaxUses] = useState(1)
  const [copied, setCopied] = useState(false)
  const link = create.data ? `${location.origin}/invite/${create.data.token}` : null

  function toggle(domain: Domain, on: boolean) {
    const next = new Set(asked)
    if (on) next.add(domain)
    else next.delete(domain)
    setAsked(next)
  }
  function make() {
    setCopied(false)
    const domains: Share[] = DOMAINS.filter((domain) => asked.has(domain)).map((domain) => {
      return { domain, level: WRITABLE.includes(domain) ? 'write' : 'read' }
    })
    create.mutate({ domains, maxUses })
  }

  return (
    <div className="grid gap-4 text-sm">
      <fieldset>
        <legend className="mb-1 font-medium text-ink-2">{t('ask')}</legend>
        <div className="grid gap-x-6 sm:grid-cols-2">
          {DOMAINS.map((domain) => (
            <label key={domain} className="flex min-h-8 cursor-pointer items-center gap-2">
              <input
                type="checkbox"
                className="size-4 accent-(--accent)"
                checked={asked.has(domain)}
                onChange={(event) => toggle(domain, event.target.checked)}
              />
              {t(`domain.${domain}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="flex flex-wrap items-center gap-3">
        <label className="flex items-center gap-2">
          {t('people')}
          <input
            type="number"
            min={1}
            max={500}
            value={maxUses}
            onChange={(event) => setMaxUses(Math.min(500, Math.max(1, Math.trunc(Number(event.target.value)) || 1)))}
            className="edge h-8 w-20 rounded-1 bg-bg px-2 tabular-nums"
          />
        </label>
        <Button size="compact" tone="primary" disabled={asked.size === 0} busy={create.isPending} onClick={make}>
          {t('make')}
        </Button>
      </div>
      {create.error && (
        <Notice tone="bad" urgent>
          {create.error.message}
        </Notice>
      )}
      {link && (
        <Notice
          tone="good"
          actions={
            <Button
              size="compact"
              onClick={() =>
                void navigator.clipboard.writeText(link).then(
                  () => setCopied(true),
                  () => setCopied(false),
                )
              }
            >
              {copied ? t('copied') : t('copy')}
            </Button>
          }
        >
          <p className="mb-2">{t('made')}</p>
          <input
            readOnly
            aria-label={t('link')}
            value={link}
            onFocus={(event) => event.target.select()}
            className="edge h-8 w-full rounded-1 bg-bg px-2 text-sm"
          />
        </Notice>
      )}
      <OpenInvites />
    </div>
  )
}

function OpenInvites() {
  const t = useTranslations('invite')
  const format = useFormatter()
  const utils = trpc.useUtils()
  const invites = trpc.coaching.invites.useQuery()
  const revoke = trpc.coaching.revokeInvite.useMutation({ onSettled: () => utils.coaching.invites.invalidate() })
  const problem = invites.error ?? revoke.error
  if (problem) {
    return (
      <Notice tone="bad" urgent>
        {problem.message}
      </Notice>
    )
  }
  if (!invites.data || invites.data.length === 0) return null
  return (
    <section>
      <h3 className="mb-1 font-medium text-ink-2">{t('openLinks')}</h3>
      <ul className="divide-y divide-line">
        {invites.data.map((invite) => {
          const made = format.dateTime(invite.createdAt, { dateStyle: 'medium' })
          return (
            <li key={invite.id} className="flex min-h-8 items-center gap-3 py-1">
              <span className="min-w-0 flex-1 truncate">
                {invite.domains.map((share) => t(`domain.${share.domain}`)).join(', ')}
              </span>
              <span className="text-ink-2 tabular-nums">
                {t('used', { uses: invite.uses, max: invite.maxUses })} ·{' '}
                {t('until2', { when: format.dateTime(invite.expiresAt, { dateStyle: 'medium' }) })}
              </span>
              <Button
                size="compact"
                aria-label={t('takeBackLabel', { made })}
                busy={revoke.isPending && revoke.variables.inviteId === invite.id}
                onClick={() => revoke.mutate({ inviteId: invite.id })}
              >
                {t('takeBack')}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
