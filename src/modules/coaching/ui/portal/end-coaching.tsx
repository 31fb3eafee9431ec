'use client'
/** What an athlete shares with this coach, and the end of it. Ending can't be taken back by the coach, so it is asked. */
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { trpc } from '../../../../client/trpc.ts'
import { dayOf } from '../../../../shared/local-day.ts'
import { PartHead, TextButton } from '../../../../ui/portal-parts.tsx'
import { PortalQuestion } from '../../../../ui/portal-question.tsx'
import { showDay } from '../../../../ui/show-day.ts'
import type { Share } from '../../model.ts'

type Props = {
  name: string
  relation: { relationId: string; startedAt: number; shares: readonly Share[] }
  /** False again when the end failed. */
  onEnding?: (isEnding: boolean) => void
  onEnded: () => void
}

export function SharingPanel({ name, relation, onEnding, onEnded }: Props) {
  const t = useTranslations('coach')
  const words = useTranslations('invite')
  const locale = useLocale()
  const [asking, setAsking] = useState(false)
  const end = trpc.coaching.endRelation.useMutation({
    onMutate: () => onEnding?.(true),
    onError: () => onEnding?.(false),
    onSuccess: onEnded,
  })
  const since = showDay(dayOf(relation.startedAt, 'UTC'), 'year', locale)
  const close = () => {
    setAsking(false)
    end.reset()
  }
  return (
    <section aria-label={t('sharing.title')}>
      <PartHead title={t('sharing.title')} detail={t('sharing.since', { when: since })} />
      <p className="text-ink-2">
        {relation.shares
          .map(({ domain, level }) =>
            level === 'write' ? `${words(`domain.${domain}`)} (${t('sharing.write')})` : words(`domain.${domain}`),
          )
          .join(', ') || t('sharing.nothing')}
      </p>
      <div className="mt-1">
        <TextButton onClick={() => setAsking(true)}>{t('sharing.end', { name })}</TextButton>
      </div>
      <PortalQuestion
        open={asking}
        onClose={close}
        title={t('sharing.endTitle', { name })}
        closeLabel={t('close')}
        no={t('sharing.keep')}
        yes={t('sharing.endYes')}
        sending={end}
        onYes={() => end.mutate({ relationId: relation.relationId })}
      >
        <p className="text-ink-2">{t('sharing.endText', { name })}</p>
      </PortalQuestion>
    </section>
  )
}
