'use client'
/** The athlete's side: who coaches me, what each sees, and stopping any of it. Withdrawing is one tick, like giving. */
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { trpc } from '../../../../client/trpc.ts'
import { Button } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { DOMAINS, type Domain, type Level, type Share, WRITABLE } from '../../model.ts'

type Coach = {
  relationId: string
  name: string
  startedAt: number
  endedAt: number | null
  shares: Share[]
}

export function SharingList() {
  const t = useTranslations('invite')
  const format = useFormatter()
  const coaches = trpc.coaching.coaches.useQuery()
  const day = (at: number) => format.dateTime(at, { dateStyle: 'medium' })
  const current = coaches.data?.filter((coach) => coach.endedAt === null) ?? []
  const former = coaches.data?.filter((coach) => coach.endedAt !== null) ?? []

  return (
    <div className="grid gap-6">
      {coaches.error && (
        <Notice tone="bad" urgent>
          {coaches.error.message}
        </Notice>
      )}
      {coaches.data && current.length === 0 && <p className="text-ink-2 text-sm">{t('noCoaches')}</p>}
      {current.map((coach) => (
        <CurrentCoach key={coach.relationId} coach={coach} />
      ))}
      {former.length > 0 && (
        <section>
          <h3 className="mb-1 font-medium text-ink-2 text-sm">{t('former')}</h3>
          <ul className="text-sm">
            {former.map((coach) => (
              <li key={coach.relationId} className="flex min-h-8 items-center gap-3">
                <span className="flex-1">{coach.name || t('gone')}</span>
                <span className="text-ink-2">
                  {t('until', { from: day(coach.startedAt), to: day(coach.endedAt ?? coach.startedAt) })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function CurrentCoach({ coach }: { coach: Coach }) {
  const t = useTranslations('invite')
  const format = useFormatter()
  const utils = trpc.useUtils()
  const reload = { onSettled: () => utils.coaching.coaches.invalidate() }
  const change = trpc.coaching.changeGrant.useMutation(reload)
  const end = trpc.coaching.endRelation.useMutation(reload)
  const [asking, setAsking] = useState(false)
  const { relationId } = coach
  const problem = change.error ?? end.error
  const set = (domain: Domain, level: Level | null) => change.mutate({ relationId, domain, level })

  return (
    <section aria-label={coach.name} className="grid gap-2">
      <div className="flex flex-wrap items-center gap-x-3">
        <h3 className="min-w-0 break-words font-semibold">{coach.name}</h3>
        <span className="flex-1 text-ink-2 text-sm">
          {t('since', { when: format.dateTime(coach.startedAt, { dateStyle: 'medium' }) })}
        </span>
        {!asking && (
          <Button
            size="compact"
            tone="danger-quiet"
            aria-label={t('endLabel', { coach: coach.name })}
            onClick={() => setAsking(true)}
          >
            {t('end')}
          </Button>
        )}
      </div>
      {asking && (
        <Notice
          tone="warn"
          urgent
          actions={
            <>
              <Button size="compact" tone="danger" busy={end.isPending} onClick={() => end.mutate({ relationId })}>
                {t('endYes')}
              </Button>
              <Button size="compact" autoFocus onClick={() => setAsking(false)}>
                {t('keep')}
              </Button>
            </>
          }
        >
          {t('endQuestion', { coach: coach.name })}
        </Notice>
      )}
      {problem && (
        <Notice tone="bad" urgent>
          {problem.message}
        </Notice>
      )}
      <div className="divide-y divide-line">
        {DOMAINS.map((domain) => {
          const level = coach.shares.find((share) => share.domain === domain)?.level ?? null
          return (
            <div key={domain} className="flex min-h-10 flex-wrap items-center gap-x-4 py-1 text-sm">
              <Box
                label={t(`domain.${domain}`)}
                hint={t(`domainHint.${domain}`)}
                on={level !== null}
                onChange={(on) => set(domain, on ? 'read' : null)}
                disabled={change.isPending}
              />
              {level !== null && WRITABLE.includes(domain) && (
                <Box
                  label={t('write')}
                  on={level === 'write'}
                  onChange={(on) => set(domain, on ? 'write' : 'read')}
                  disabled={change.isPending}
                />
              )}
            </div>
          )
        })}
      </div>
    </section>
  )
}

function Box(props: { label: string; hint?: string; on: boolean; disabled: boolean; onChange: (on: boolean) => void }) {
  return (
    <label className="flex cursor-pointer items-center gap-3 py-1 pointer-coarse:min-h-12">
      <input
        type="checkbox"
        className="size-4 shrink-0 accent-(--accent) pointer-coarse:size-5"
        checked={props.on}
        disabled={props.disabled}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      <span>
        {props.label}
        {props.hint && <span className="block text-ink-2 sm:ml-2 sm:inline">{props.hint}</span>}
      </span>
    </label>
  )
}
