'use client'
/** The coach's link, opened: what would be shared with whom, before anything is. */
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { trpc } from '../../../../client/trpc.ts'
import { AccountWays, BUTTON_LINK } from '../../../../ui/account-ways.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import type { Domain } from '../../model.ts'
import { SENSITIVE } from '../../model.ts'

export function InvitePage({ token }: { token: string }) {
  const t = useTranslations('invite')
  const preview = trpc.coaching.previewInvite.useQuery({ token }, { retry: false, refetchOnWindowFocus: false })
  const me = trpc.users.whoIsHere.useQuery(undefined, { retry: false })
  const accept = trpc.coaching.acceptInvite.useMutation()

  if (preview.isPending || me.isPending) return <p className="text-ink-2">{t('opening')}</p>
  if (preview.error) {
    return (
      <>
        <h1 className="mb-4 font-bold text-2xl tracking-tight">{t('brokenTitle')}</h1>
        <Notice tone="bad" urgent>
          {preview.error.message}
        </Notice>
      </>
    )
  }
  const invite = preview.data
  if (accept.data) {
    const list = accept.data.shares.map((share) => t(`domain.${share.domain}`)).join(', ')
    return (
      <>
        <h1 className="mb-3 font-bold text-2xl tracking-tight">{t('acceptedTitle', { coach: invite.coachName })}</h1>
        <p role="status" className="text-ink-2">
          {list ? t('acceptedShares', { list }) : t('acceptedNothing')}
        </p>
        <nav className="mt-6 flex flex-wrap gap-3">
          <a href="/train" className={BUTTON_LINK}>
            {t('openLog')}
          </a>
          <a href="/account" className={BUTTON_LINK}>
            {t('openSharing')}
          </a>
        </nav>
      </>
    )
  }
  return (
    <Offer
      invite={invite}
      token={token}
      me={me.data ?? null}
      busy={accept.isPending}
      problem={accept.error?.message ?? null}
      onAccept={(chosen) =>
        accept.mutate({
          token,
          textVersion: invite.textVersion,
          shares: invite.asks.filter((ask) => chosen.has(ask.domain)),
        })
      }
    />
  )
}

type Invite = {
  coachName: string
  gymName: string | null
  asks: { domain: Domain; level: 'read' | 'write' }[]
  expiresAt: number
  isOwn: boolean
}

function Offer(props: {
  invite: Invite
  token: string
  me: { name: string } | null
  busy: boolean
  problem: string | null
  onAccept: (chosen: ReadonlySet<Domain>) => void
}) {
  const t = useTranslations('invite')
  const format = useFormatter()
  const { invite, me } = props
  const coach = invite.coachName
  const [chosen, setChosen] = useState<ReadonlySet<Domain>>(
    () => new Set(invite.asks.map((ask) => ask.domain).filter((domain) => !SENSITIVE.includes(domain))),
  )
  function toggle(domain: Domain, on: boolean) {
    const next = new Set(chosen)
    if (on) next.add(domain)
    else next.delete(domain)
    setChosen(next)
  }

  return (
    <>
      <h1 className="font-bold text-2xl tracking-tight">{t('title', { coach })}</h1>
      {invite.gymName && <p className="mt-1 text-ink-2">{t('ofGym', { gym: invite.gymName })}</p>}
      {invite.isOwn && (
        <div className="mt-6">
          <Notice tone="info">{t('own')}</Notice>
        </div>
      )}
      <fieldset className="mt-8" disabled={invite.isOwn}>
        <legend className="font-semibold">{t('willSee', { coach })}</legend>
        <p className="mt-1 text-ink-2 text-sm">{t('choose')}</p>
        <div className="mt-3 divide-y divide-line">
          {invite.asks.map(({ domain, level }) => (
            <label key={domain} className="flex min-h-12 cursor-pointer gap-3 py-3">
              <input
                type="checkbox"
                className="mt-0.5 size-5 shrink-0 accent-(--accent)"
                checked={chosen.has(domain)}
                onChange={(event) => toggle(domain, event.target.checked)}
              />
              <span>
                <span className="block font-medium">{t(`domain.${domain}`)}</span>
                <span className="block text-ink-2 text-sm">
                  {t(`domainHint.${domain}`)} {level === 'write' && t('canWrite', { coach })}
                </span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <p className="mt-4 text-ink-2 text-sm">{t('nothingElse')}</p>
      {props.problem && (
        <div className="mt-4">
          <Notice tone="bad" urgent>
            {props.problem}
          </Notice>
        </div>
      )}
      {invite.isOwn ? (
        <nav className="mt-6">
          <a href="/coach" className={BUTTON_LINK}>
            {t('toAthletes')}
          </a>
        </nav>
      ) : me ? (
        <div className="mt-6 flex flex-wrap gap-3">
          <Button tone="primary" busy={props.busy} onClick={() => props.onAccept(chosen)}>
            {chosen.size > 0 ? t('acceptAs', { name: me.name }) : t('acceptNothing')}
          </Button>
          <a href="/" className={BUTTON_LINK}>
            {t('notNow')}
          </a>
        </div>
      ) : (
        <AccountWays
          ask={t('needAccount')}
          create={t('createAccount')}
          have={t('haveAccount')}
          back={`/invite/${props.token}`}
        />
      )}
      <p className="mt-6 text-ink-3 text-sm">
        {t('expires', { when: format.dateTime(invite.expiresAt, { dateStyle: 'long' }) })}
      </p>
    </>
  )
}
