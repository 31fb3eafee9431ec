'use client'
/** One member, beside the list: who they are here, when they came, and what can be done. No training: that is theirs. */
import { X } from 'lucide-react'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { type Answers, trpc } from '../../../../client/trpc.ts'
import { newId } from '../../../../shared/id.ts'
import { dayOf } from '../../../../shared/local-day.ts'
import { Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PartHead, TextButton } from '../../../../ui/portal-parts.tsx'
import { showDay, showTime } from '../../../../ui/show-day.ts'
import { COACHING_ROLES, canInGym } from '../../rules/access.ts'
import { NOBODY } from '../../rules/roster.ts'
import { Choice, Fact } from './gym-fields.tsx'
import { TakeInviteBack } from './take-invite-back.tsx'
import type { MemberWords } from './use-member-words.ts'

type Member = Answers['gyms']['member']
type Home = Answers['gyms']['home']

type Props = {
  home: Home
  memberId: string
  words: MemberWords
  onClose: () => void
  onAssign: (coachId: string | null) => void
  onMove: (locationId: string | null) => void
  onEnd: (ended: boolean) => void
  onInvite: () => void
  /** The name or the address changed, or somebody came. */
  onChanged: () => void
  /** A coach asks their own member for access to training: by the coaching's own invite. */
  onCoach: () => void
}

export function MemberPanel(props: Props) {
  const { home, memberId, onClose } = props
  const t = useTranslations('gym')
  const member = trpc.gyms.member.useQuery({ gymId: home.gymId, memberId })
  return (
    <aside
      aria-label={t('panel.label')}
      className="flex min-h-0 w-[22rem] shrink-0 flex-col overflow-y-auto border-line border-l px-5 py-4 max-lg:fixed max-lg:inset-y-0 max-lg:right-0 max-lg:z-30 max-lg:bg-surface max-lg:shadow-float max-sm:w-full"
    >
      <div className="flex items-start gap-2">
        <h2 className="min-w-0 flex-1 break-words font-bold text-[1rem] tracking-tight">
          {member.data && props.words.name(member.data)}
        </h2>
        <IconButton compact label={t('panel.close')} onClick={onClose}>
          <X size={16} aria-hidden />
        </IconButton>
      </div>
      {member.error ? (
        <Notice tone="bad" urgent>
          {member.error.message}
        </Notice>
      ) : member.data ? (
        <Details {...props} member={member.data} refetch={() => void member.refetch()} />
      ) : (
        <p className="text-ink-2">{t('loading')}</p>
      )}
    </aside>
  )
}

function Details(props: Props & { member: Member; refetch: () => void }) {
  const { home, member, words, refetch } = props
  const t = useTranslations('gym')
  const [isEditing, setEditing] = useState(false)
  const isOver = member.endedAt !== null
  const can = (action: Parameters<typeof canInGym>[1]) => canInGym(home.role, action)
  const coaches = home.staff.filter(({ role }) => COACHING_ROLES.includes(role))
  const locations = home.locations.filter(({ isClosed, id }) => !isClosed || id === member.locationId)
  return (
    <>
      <p className="num text-ink-2">
        {t('numbered', { number: member.number })}
        {' · '}
        {isOver ? t('status.left') : member.hasAccount ? t('panel.hasAccount') : t('panel.noAccount')}
      </p>
      <div className="mt-3 flex flex-wrap gap-2 empty:hidden">
        {!isOver && <CheckInButton {...props} />}
        {!isOver && !member.hasAccount && can('invite_member') && (
          <Button size="compact" onClick={props.onInvite}>
            {t('panel.invite')}
          </Button>
        )}
        {member.invitedUntil !== null && can('invite_member') && (
          <TakeInviteBack
            gymId={home.gymId}
            memberId={member.memberId}
            onDone={() => {
              refetch()
              props.onChanged()
            }}
          />
        )}
      </div>
      {isEditing ? (
        <ContactForm
          gymId={home.gymId}
          member={member}
          onDone={(changed) => {
            setEditing(false)
            if (!changed) return
            refetch()
            props.onChanged()
          }}
        />
      ) : (
        <div className="mt-4 border-line border-t pt-2">
          <dl>
            {member.seesContact && (
              <>
                <Fact label={t('add.email')}>{member.email ?? '–'}</Fact>
                <Fact label={t('add.phone')}>{member.phone ?? '–'}</Fact>
              </>
            )}
            <Fact label={t('roster.since')}>{words.day(member.startedAt)}</Fact>
            {isOver && member.endedAt !== null && <Fact label={t('panel.until')}>{words.day(member.endedAt)}</Fact>}
          </dl>
          {can('edit_member') && (
            <div className="py-1">
              <TextButton onClick={() => setEditing(true)}>{t('panel.edit')}</TextButton>
            </div>
          )}
        </div>
      )}
      <div className="mt-3 grid gap-2 border-line border-t pt-3">
        <Choice
          className="justify-between"
          label={t('roster.coach')}
          disabled={!can('assign_coach')}
          value={member.coachId ?? NOBODY}
          onChange={(value) => {
            props.onAssign(value === NOBODY ? null : value)
          }}
          options={withFormer(
            [
              { value: NOBODY, label: t('nobody') },
              ...coaches.map(({ userId, name }) => ({ value: userId, label: name })),
            ],
            member.coachId,
            t('former'),
          )}
        />
        {locations.length > 0 && (
          <Choice
            className="justify-between"
            label={t('roster.location')}
            disabled={!can('edit_member')}
            value={member.locationId ?? NOBODY}
            onChange={(value) => props.onMove(value === NOBODY ? null : value)}
            options={[
              { value: NOBODY, label: t('nowhere') },
              ...locations.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        <p className="text-ink-3">{t('panel.assigned')}</p>
        {can('invite_athletes') && !isOver && (
          <div>
            <TextButton onClick={props.onCoach}>{t('panel.coachInvite')}</TextButton>
          </div>
        )}
      </div>
      <Visits member={member} home={home} />
      {can('end_member') && (
        <div className="mt-5 border-line border-t pt-3">
          <Button size="compact" tone={isOver ? 'outline' : 'danger-quiet'} onClick={() => props.onEnd(!isOver)}>
            {isOver ? t('panel.restore') : t('panel.end')}
          </Button>
        </div>
      )}
    </>
  )
}

function withFormer(options: { value: string; label: string }[], value: string | null, former: string) {
  return value === null || options.some((one) => one.value === value) ? options : [...options, { value, label: former }]
}

function CheckInButton({ home, memberId, refetch, onChanged }: Props & { refetch: () => void }) {
  const t = useTranslations('gym')
  const locale = useLocale()
  const checkIn = trpc.gyms.checkIn.useMutation({
    onSuccess: () => {
      refetch()
      onChanged()
    },
  })
  const done = checkIn.data
  return (
    <>
      <Button
        size="compact"
        tone="primary"
        busy={checkIn.isPending}
        onClick={() => checkIn.mutate({ gymId: home.gymId, memberId, id: newId(), locationId: null })}
      >
        {t('panel.checkIn')}
      </Button>
      <p role="status" className="w-full empty:hidden">
        {done && (
          <span className={done.outcome === 'in' ? 'text-good' : 'text-warn'}>
            {t(done.outcome === 'in' ? 'desk.in' : 'desk.again', {
              time: showTime(done.at, home.zone, locale),
              visits: done.visits,
            })}
          </span>
        )}
        {checkIn.error && (
          <span className="text-bad">{checkIn.error.data ? checkIn.error.message : t('desk.noSignal')}</span>
        )}
      </p>
    </>
  )
}

function ContactForm(props: { gymId: string; member: Member; onDone: (changed: boolean) => void }) {
  const { gymId, member, onDone } = props
  const t = useTranslations('gym')
  const [given, setGiven] = useState({ name: member.name, email: member.email ?? '', phone: member.phone ?? '' })
  const edit = trpc.gyms.editMember.useMutation({ onSuccess: () => onDone(true) })
  const set = (field: keyof typeof given) => (event: { target: { value: string } }) =>
    setGiven({ ...given, [field]: event.target.value })
  return (
    <form
      className="mt-4 grid gap-3 border-line border-t pt-3"
      onSubmit={(event) => {
        event.preventDefault()
        const [email, phone] = [given.email.trim() || null, given.phone.trim() || null]
        edit.mutate({ gymId, memberId: member.memberId, name: given.name.trim(), email, phone })
      }}
    >
      <TextField
        compact
        required
        autoFocus
        maxLength={120}
        label={t('add.name')}
        value={given.name}
        onChange={set('name')}
      />
      <TextField compact type="email" label={t('add.email')} value={given.email} onChange={set('email')} />
      <TextField compact type="tel" maxLength={40} label={t('add.phone')} value={given.phone} onChange={set('phone')} />
      {edit.error && (
        <Notice tone="bad" urgent>
          {edit.error.message}
        </Notice>
      )}
      <div className="flex gap-2">
        <Button size="compact" type="submit" tone="primary" busy={edit.isPending}>
          {t('save')}
        </Button>
        <Button size="compact" tone="quiet" onClick={() => onDone(false)}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}

function Visits({ member, home }: { member: Member; home: Home }) {
  const t = useTranslations('gym')
  const locale = useLocale()
  const places = new Map(home.locations.map(({ id, name }) => [id, name]))
  return (
    <section aria-label={t('panel.visits')} className="mt-5">
      <PartHead title={t('panel.visits')} detail={t('panel.visitCount', { count: member.visits })} />
      {member.recent.length === 0 ? (
        <p className="text-ink-2">{t('panel.noVisits')}</p>
      ) : (
        <ul className="num">
          {member.recent.map(({ id, at, locationId }) => (
            <li key={id} className="flex min-h-6 gap-3 text-ink-2">
              <span className="w-32">{showDay(dayOf(at, home.zone), 'medium', locale)}</span>
              <span>{showTime(at, home.zone, locale)}</span>
              <span className="truncate text-ink-3">{locationId && places.get(locationId)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
