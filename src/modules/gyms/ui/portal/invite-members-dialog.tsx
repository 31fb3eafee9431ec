'use client'
/** Members get a link to their own row: by letter where there is an address, else to be handed on. */
import { useTranslations } from 'use-intl'
import { Button } from '../../../../ui/button.tsx'
import { CopyField } from '../../../../ui/copy-field.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { copyText, csvOf, downloadText, tsvOf } from '../../../../ui/portal-csv.ts'
import { PortalDialog } from '../../../../ui/portal-dialog.tsx'
import { ProgressBar } from '../../../../ui/progress-bar.tsx'
import { showToast } from '../../../../ui/toast.tsx'
import type { RosterRow } from '../../rules/roster.ts'
import type { SentInvites } from './send-invites.ts'
import { useSendInvites } from './use-send-invites.ts'

/** What an invitation needs to know of a member. */
export type Invitee = Pick<RosterRow, 'id' | 'hasAccount' | 'endedAt' | 'canMail'>
type Props = {
  rows: readonly Invitee[]
  onClose: () => void
  gymId: string
  /** This reader may see addresses. Who may not gets no link of a member who has one: it goes by letter. */
  seesContact: boolean
  onInvited: () => void
}

export function InviteMembersDialog(props: Props) {
  const t = useTranslations('gym')
  return (
    <PortalDialog open onClose={props.onClose} title={t('inviteMembers.title')} closeLabel={t('close')}>
      <Offer {...props} />
    </PortalDialog>
  )
}

function Offer({ rows, gymId, seesContact, onInvited }: Props) {
  const t = useTranslations('gym')
  const fit = rows.filter(({ hasAccount, endedAt }) => !hasAccount && endedAt === null)
  const byMail = fit.filter(({ canMail }) => canMail).length
  const { running, sent, send } = useSendInvites(gymId, onInvited)
  const make = (letters: boolean) =>
    void send(
      fit.map(({ id }) => id),
      letters,
    )
  if (sent) return <Made sent={sent} />
  if (running) {
    return (
      <div className="grid gap-3">
        <ProgressBar label={t('inviteMembers.title')} share={running.done === 0 ? null : running.done / running.of} />
        <p role="status" className="num">
          {t('inviteMembers.running', running)}
        </p>
        <p className="text-ink-2">{t('inviteMembers.closing')}</p>
      </div>
    )
  }
  return (
    <div className="grid gap-3">
      <p className="text-ink-2">{t('inviteMembers.text')}</p>
      <ul className="num list-disc pl-5">
        <li>{t('inviteMembers.fit', { count: fit.length })}</li>
        {rows.length > fit.length && <li>{t('inviteMembers.leftOut', { count: rows.length - fit.length })}</li>}
        <li>{t('inviteMembers.byMail', { count: byMail, of: fit.length })}</li>
      </ul>
      <div className="flex flex-wrap justify-end gap-2">
        {(seesContact || byMail === 0) && (
          <Button size="compact" disabled={fit.length === 0} onClick={() => make(false)}>
            {t('inviteMembers.links', { count: fit.length })}
          </Button>
        )}
        <Button size="compact" tone="primary" autoFocus disabled={byMail === 0} onClick={() => make(true)}>
          {t('inviteMembers.letters', { count: byMail })}
        </Button>
      </div>
    </div>
  )
}

const addressOf = (token: string) => `${location.origin}/join/${token}`

const TOLD = ['today', 'tomorrow', 'address'] as const

function Made({ sent }: { sent: SentInvites }) {
  const t = useTranslations('gym')
  const { count, unsent, problem } = sent
  const open = sent.links.map(({ name, token }) => ({ name, address: addressOf(token) }))
  const table = [[t('roster.name'), t('link.label')], ...open.map(({ name, address }) => [name, address])]
  const [only] = open
  return (
    <div className="grid gap-3">
      {problem !== null && (
        <Notice tone="bad" urgent>
          {problem} {unsent > 0 && t('inviteMembers.unsent', { count: unsent })}
        </Notice>
      )}
      <div role="status" className="num grid gap-1 empty:hidden">
        {count.letter > 0 && <p className="text-good">{t('inviteMembers.sent', { count: count.letter })}</p>}
        {TOLD.map(
          (outcome) =>
            count[outcome] > 0 && <p key={outcome}>{t(`inviteMembers.${outcome}`, { count: count[outcome] })}</p>,
        )}
      </div>
      {only && open.length === 1 && (
        <div>
          <p className="mb-2 text-ink-2">{t('inviteMembers.handOn', { name: only.name })}</p>
          <CopyField
            autoFocus
            label={t('link.label')}
            value={only.address}
            words={{ copy: t('link.copy'), copied: t('link.copied'), byHand: t('link.byHand') }}
          />
        </div>
      )}
      {open.length > 1 && (
        <div className="grid gap-3">
          <p className="text-ink-2">{t('inviteMembers.handOnMany', { count: open.length })}</p>
          <div className="flex flex-wrap gap-2">
            <Button
              size="compact"
              tone="primary"
              autoFocus
              onClick={async () => {
                const done = await copyText(tsvOf(table))
                showToast(done ? { tone: 'good', text: t('link.copied') } : { tone: 'bad', text: t('link.byHand') })
              }}
            >
              {t('inviteMembers.copyAll')}
            </Button>
            <Button size="compact" onClick={() => downloadText('invites.csv', csvOf(table))}>
              {t('inviteMembers.download')}
            </Button>
          </div>
        </div>
      )}
    </div>
  )
}
