'use client'
/** Who works here, as what, since when; and who did. What this reader can change has its control, the rest is text. */
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { type Answers, trpc } from '../../../../client/trpc.ts'
import { dayOf } from '../../../../shared/local-day.ts'
import { Button } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PartHead } from '../../../../ui/portal-parts.tsx'
import { PortalQuestion } from '../../../../ui/portal-question.tsx'
import { showDay } from '../../../../ui/show-day.ts'
import type { StaffRole } from '../../model.ts'
import { Choice } from './gym-fields.tsx'

type One = Answers['gyms']['staff'][number]
type Props = { gymId: string; meId: string; onChanged: () => void }

export function StaffList({ gymId, meId, onChanged }: Props) {
  const t = useTranslations('gym')
  const staff = trpc.gyms.staff.useQuery({ gymId })
  const [leaving, setLeaving] = useState<One | null>(null)
  const done = () => {
    void staff.refetch()
    onChanged()
  }
  const current = staff.data?.filter(({ endedAt }) => endedAt === null) ?? []
  const former = staff.data?.filter(({ endedAt }) => endedAt !== null) ?? []
  if (staff.isPending) return <p className="text-ink-2">{t('loading')}</p>
  return (
    <>
      {staff.error && (
        <Notice tone="bad" urgent>
          {staff.error.message}
        </Notice>
      )}
      <section aria-label={t('staff.current')}>
        <table className="w-full text-left" aria-label={t('staff.current')}>
          <thead>
            <tr className="text-ink-3 text-xs [&>th]:border-line [&>th]:border-b [&>th]:py-2 [&>th]:font-semibold">
              <th scope="col">{t('roster.name')}</th>
              <th scope="col">{t('staff.role')}</th>
              <th scope="col">{t('staff.since')}</th>
              <th scope="col">
                <span className="sr-only">{t('staff.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {current.map((one) => (
              <StaffRow
                key={one.id}
                gymId={gymId}
                one={one}
                isMe={one.userId === meId}
                onChanged={done}
                onEnd={() => setLeaving(one)}
              />
            ))}
          </tbody>
        </table>
      </section>
      {former.length > 0 && (
        <section aria-label={t('staff.former')}>
          <PartHead title={t('staff.former')} />
          <Former staff={former} />
        </section>
      )}
      {leaving && (
        <EndDialog
          gymId={gymId}
          one={leaving}
          isMe={leaving.userId === meId}
          onClose={() => setLeaving(null)}
          onEnded={() => {
            if (leaving.userId === meId) location.assign('/gym')
            setLeaving(null)
            done()
          }}
        />
      )}
    </>
  )
}

type RowProps = { gymId: string; one: One; isMe: boolean; onChanged: () => void; onEnd: () => void }

function StaffRow({ gymId, one, isMe, onChanged, onEnd }: RowProps) {
  const t = useTranslations('gym')
  const locale = useLocale()
  const change = trpc.gyms.changeRole.useMutation({ onSuccess: onChanged })
  const roles: StaffRole[] = [one.role, ...one.canBecome]
  return (
    <tr className="h-11 pointer-coarse:h-15 [&>*]:border-line [&>*]:border-b [&>*]:py-1.5 [&>*]:pr-3">
      <th scope="row" className="font-medium">
        {one.name} {isMe && <span className="font-normal text-ink-3">{t('staff.you')}</span>}
        {change.error && (
          <span role="alert" className="block font-normal text-bad">
            {change.error.message}
          </span>
        )}
      </th>
      <td>
        {one.canBecome.length > 0 ? (
          <Choice
            hideLabel
            label={t('staff.roleOf', { name: one.name })}
            value={one.role}
            disabled={change.isPending}
            onChange={(role) => change.mutate({ gymId, staffId: one.id, role })}
            options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
          />
        ) : (
          t(`role.${one.role}`)
        )}
      </td>
      <td className="num text-ink-2">{showDay(dayOf(one.startedAt, 'UTC'), 'year', locale)}</td>
      <td className="text-right">
        {one.canEnd && (
          <Button
            size="compact"
            tone="danger-quiet"
            onClick={onEnd}
            aria-label={isMe ? t('staff.leave') : t('staff.endLabel', { name: one.name })}
          >
            {isMe ? t('staff.leave') : t('staff.end')}
          </Button>
        )}
      </td>
    </tr>
  )
}

function Former({ staff }: { staff: readonly One[] }) {
  const t = useTranslations('gym')
  const locale = useLocale()
  const day = (at: number) => showDay(dayOf(at, 'UTC'), 'year', locale)
  return (
    <ul className="num text-ink-2">
      {staff.map((one) => (
        <li key={one.id} className="min-h-6">
          {t('staff.was', {
            name: one.name,
            role: t(`role.${one.role}`),
            from: day(one.startedAt),
            to: day(one.endedAt ?? one.startedAt),
          })}
        </li>
      ))}
    </ul>
  )
}

function EndDialog(props: { gymId: string; one: One; isMe: boolean; onClose: () => void; onEnded: () => void }) {
  const { gymId, one, isMe, onClose, onEnded } = props
  const t = useTranslations('gym')
  const end = trpc.gyms.endStaff.useMutation({ onSuccess: onEnded })
  return (
    <PortalQuestion
      onClose={onClose}
      title={isMe ? t('staff.leaveTitle') : t('staff.endTitle', { name: one.name })}
      closeLabel={t('close')}
      no={t('cancel')}
      yes={isMe ? t('staff.leave') : t('staff.end')}
      sending={end}
      onYes={() => end.mutate({ gymId, staffId: one.id })}
    >
      <p className="text-ink-2">{isMe ? t('staff.leaveText') : t('staff.endText', { name: one.name })}</p>
    </PortalQuestion>
  )
}
