'use client'
/** Somebody's link: who it is of, and asking to follow them. */
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import type { Met } from '../../modules/feed/model.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { address } from './addresses.ts'
import { Page } from './page.tsx'
import { friendAddress, useAccountId, useTell, useTold, WithTold } from './use-friends.tsx'

export function FollowScreen({ token }: { token: string }) {
  const t = useTranslations('feed')
  const asked = useTold<Met>('meet', { token })
  return (
    <WithTold title={t('title')} back={address.today} asked={asked} isOwn={false}>
      {(met, late) => <Meet met={met} late={late} token={token} />}
    </WithTold>
  )
}

function Meet({ met, late, token }: { met: Met; late: ReactNode; token: string }) {
  const t = useTranslations('feed')
  const s = useTranslations('share')
  const account = useAccountId()
  const tell = useTell()
  const [, navigate] = useLocation()
  const [isBusy, setBusy] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const name = met.name || t('somebody')
  const standing = account ? (isAsked ? 'asked' : met.standing) : 'nobody'
  async function ask() {
    setBusy(true)
    setAsked(await tell('ask', { token }))
    setBusy(false)
  }
  return (
    <Page title={t('title')} back={address.today}>
      {late}
      <EmptyState
        title={name}
        text={t(`meet.${standing}`, { name })}
        action={
          standing === 'none' ? (
            <Button tone="primary" size="large" busy={isBusy} onClick={() => void ask()}>
              {t('ask')}
            </Button>
          ) : (
            <Button onClick={() => navigate(standing === 'nobody' ? address.signIn : friendAddress.feed)}>
              {standing === 'nobody' ? s('signIn') : t('posts')}
            </Button>
          )
        }
      />
    </Page>
  )
}
