'use client'
/** The way to friends, with a mark when somebody did something there since it was opened. Nothing is pushed. */
import { Heart } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { ListRow } from '../../ui/list-row.tsx'
import { Section } from '../../ui/section.tsx'
import { forgetTidings } from './feed-kept.ts'
import { friendAddress, useAccountId, useTold } from './use-friends.tsx'

export function FriendsRow() {
  const t = useTranslations('feed')
  const account = useAccountId()
  const [, navigate] = useLocation()
  // The way to the feed stands where one comes out of it.
  useEffect(forgetTidings, [])
  return (
    <Section title={t('title')}>
      <ListRow
        lead={<Heart size={20} aria-hidden />}
        title={t('posts')}
        detail={t('rowDetail')}
        trail={account && <Mark />}
        onClick={() => navigate(friendAddress.feed)}
      />
    </Section>
  )
}

function Mark() {
  const t = useTranslations('feed')
  const { told } = useTold<boolean>('hasTidings')
  if (!told || told === 'offline' || !('data' in told) || !told.data) return null
  return (
    <span className="flex items-center gap-1.5 font-semibold text-ink">
      <span aria-hidden className="size-2 rounded-full bg-accent" />
      {t('isNew')}
    </span>
  )
}
