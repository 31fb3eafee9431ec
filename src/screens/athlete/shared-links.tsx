'use client'
/** Every link that shows something of this log, to be taken back. */
import { Link2 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { sharedLinks } from '../../modules/workouts/model/shares.ts'
import { revokeLink } from '../../modules/workouts/mutators/shares.ts'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { useLive } from '../../sync/client/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { Section } from '../../ui/section.tsx'
import { showMoment } from '../../ui/show-day.ts'
import { showToast } from '../../ui/toast.tsx'
import { useTakeBack } from './share-to-followers.tsx'
import { useAthlete } from './use-athlete.ts'

/** Nothing where there is none. */
export function SharedLinks() {
  const t = useTranslations('share')
  const c = useTranslations('common')
  const f = useTranslations('feed')
  const takeBack = useTakeBack()
  const mutate = useMutate()
  const { habits } = useAthlete()
  const links = useLive((rows) => rows.all(sharedLinks), [])
  const standing = links?.filter(({ revokedAt }) => revokedAt === null) ?? []
  if (standing.length === 0) return null
  return (
    <Section title={t('links')}>
      {standing
        .toSorted((a, b) => b.createdAt - a.createdAt)
        .map(({ id, document, kind, createdAt }) => {
          const isPost = kind === 'post'
          const of = isPost ? 'workout' : kind
          const title = document.title || t(`untitled.${of}`)
          return (
            <ListRow
              key={id}
              lead={<Link2 size={20} aria-hidden />}
              title={title}
              detail={[isPost && f('toFollowers'), showMoment(createdAt, habits.locale)].filter(Boolean).join(' · ')}
              trail={
                <Button
                  tone="danger-quiet"
                  aria-label={isPost ? f('takeBackLabel', { title }) : t('revokeLabel', { title })}
                  onClick={() => {
                    if (isPost) return takeBack([{ id }])
                    void mutate(revokeLink, { id, revokedAt: Date.now() })
                    const undo = { label: c('undo'), run: () => void mutate(revokeLink, { id, revokedAt: null }) }
                    showToast({ text: t(navigator.onLine ? 'revoked' : 'revokedLater', { n: 1 }), action: undo })
                  }}
                >
                  {isPost ? f('takeBack') : t('revoke', { n: 1 })}
                </Button>
              }
            />
          )
        })}
    </Section>
  )
}
