'use client'
/** A gym's link, opened: what becomes visible to whom, before anything does. */
import { useFormatter, useTranslations } from 'use-intl'
import { type Answers, trpc } from '../../../../client/trpc.ts'
import { AccountWays, BUTTON_LINK } from '../../../../ui/account-ways.tsx'
import { Button } from '../../../../ui/button.tsx'
import { cx } from '../../../../ui/cx.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { RoleSees } from './role-sees.tsx'

type Invite = Answers['gyms']['previewInvite']

export function JoinPage({ token }: { token: string }) {
  const t = useTranslations('join')
  const preview = trpc.gyms.previewInvite.useQuery({ token }, { retry: false, refetchOnWindowFocus: false })
  const me = trpc.users.whoIsHere.useQuery(undefined, { retry: false })
  const accept = trpc.gyms.acceptInvite.useMutation()
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
  if (accept.data) return <Joined invite={invite} gymId={accept.data.gymId} />
  return (
    <Offer
      invite={invite}
      token={token}
      me={me.data ?? null}
      busy={accept.isPending}
      problem={accept.error?.message ?? null}
      onAccept={() => accept.mutate({ token })}
    />
  )
}

function Joined({ invite, gymId }: { invite: Invite; gymId: string }) {
  const t = useTranslations('join')
  const gym = invite.gymName
  return (
    <>
      <h1 className="mb-3 font-bold text-2xl tracking-tight">{t('joinedTitle', { gym })}</h1>
      <p role="status" className="text-ink-2">
        {invite.role ? t('joinedStaff') : t('joinedMember')}
      </p>
      <nav className="mt-6 flex flex-wrap gap-3">
        {invite.role ? (
          <a href={`/gym/${gymId}`} className={cx(BUTTON_LINK, 'max-w-full wrap-anywhere')}>
            {t('openGym', { gym })}
          </a>
        ) : (
          <>
            <a href="/train/you" className={BUTTON_LINK}>
              {t('openCode')}
            </a>
            <a href="/account" className={BUTTON_LINK}>
              {t('openAccount')}
            </a>
          </>
        )}
      </nav>
    </>
  )
}

function Offer(props: {
  invite: Invite
  token: string
  me: { name: string } | null
  busy: boolean
  problem: string | null
  onAccept: () => void
}) {
  const t = useTranslations('join')
  const roles = useTranslations('gym')
  const format = useFormatter()
  const { invite, me } = props
  const gym = invite.gymName
  return (
    <>
      <h1 className="font-bold text-2xl tracking-tight">
        {invite.role ? t('staffTitle', { gym, role: roles(`role.${invite.role}`) }) : t('memberTitle', { gym })}
      </h1>
      <section className="mt-6" aria-label={invite.role ? t('roleSees') : t('gymSees', { gym })}>
        <h2 className="mb-2 font-semibold">{invite.role ? t('roleSees') : t('gymSees', { gym })}</h2>
        {invite.role ? <RoleSees role={invite.role} /> : <MemberSees invite={invite} />}
      </section>
      <p className="mt-6 text-ink-2 text-sm">
        {t('expires', { when: format.dateTime(invite.expiresAt, { dateStyle: 'long' }) })}
      </p>
      {props.problem && (
        <div className="mt-4">
          <Notice tone="bad" urgent>
            {props.problem}
          </Notice>
        </div>
      )}
      {me ? (
        <div className="mt-6 flex flex-wrap gap-3">
          <Button tone="primary" busy={props.busy} onClick={props.onAccept}>
            {t('acceptAs', { name: me.name })}
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
          back={`/join/${props.token}`}
        />
      )}
    </>
  )
}

function MemberSees({ invite }: { invite: Invite }) {
  const t = useTranslations('join')
  const { member } = invite
  return (
    <>
      {member && (
        <dl className="mb-3 divide-y divide-line border-line border-y">
          <Line label={t('name')} value={member.name} />
          <Line label={t('email')} value={member.email ?? t('nothing')} />
          <Line label={t('phone')} value={member.phone ?? t('nothing')} />
          {member.coachName && <Line label={t('coach')} value={member.coachName} />}
        </dl>
      )}
      {(member?.email || member?.phone) && <p className="mb-3 text-ink-2 text-sm">{t('masked')}</p>}
      <ul className="list-disc pl-5">
        <li>{t('seesContact')}</li>
        <li>{t('seesVisits')}</li>
        <li>{t('seesAccount')}</li>
      </ul>
      <p className="mt-3 font-medium">{t('never')}</p>
      {member?.coachName && <p className="mt-2 text-ink-2">{t('coachAsks', { coach: member.coachName })}</p>}
    </>
  )
}

function Line({ label, value }: { label: string; value: string }) {
  return (
    <div className="flex min-h-10 items-baseline gap-4 py-2">
      <dt className="w-28 shrink-0 text-ink-2">{label}</dt>
      <dd className="min-w-0 break-words">{value}</dd>
    </div>
  )
}
