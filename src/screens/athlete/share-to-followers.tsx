'use client'
/** A finished workout in the feed: put there and taken back without a signal, like a link. */
import type { MouseEvent } from 'react'
import { useTranslations } from 'use-intl'
import type { SharedLink } from '../../modules/workouts/model/shares.ts'
import { revokeLink } from '../../modules/workouts/mutators/shares.ts'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toast.tsx'

/** One of the two stands where the other stood: the second tap of a double one is for neither. */
const once = (run: () => void) => (event: MouseEvent) => {
  if (event.detail < 2) run()
}

export const isPosted = ({ kind, revokedAt }: SharedLink) => kind === 'post' && revokedAt === null

type Posts = readonly Pick<SharedLink, 'id'>[]

/** Takes posts back as of an instant; null shows them again. */
export function useRevokePosts() {
  const mutate = useMutate()
  return (posts: Posts, revokedAt: number | null) => {
    for (const { id } of posts) void mutate(revokeLink, { id, revokedAt })
  }
}

export function useTakeBack() {
  const t = useTranslations('feed')
  const c = useTranslations('common')
  const revoke = useRevokePosts()
  return (posts: Posts) => {
    revoke(posts, Date.now())
    showToast({
      text: t(navigator.onLine ? 'takenBack' : 'takenBackLater'),
      action: { label: c('undo'), run: () => revoke(posts, null) },
    })
  }
}

type Props = { posts: readonly SharedLink[]; make: () => Promise<boolean> }

/** What is told is what the switches above say when it is put there. */
export function ShareToFollowers({ posts, make }: Props) {
  const t = useTranslations('feed')
  const s = useTranslations('share')
  const takeBack = useTakeBack()
  const post = async () => {
    if (await make()) showToast({ tone: 'good', text: navigator.onLine ? t('posted') : s('offline') })
  }
  return (
    <div className="mt-4 border-line border-t pt-3">
      <p className="text-ink-2 text-sm">{t(posts.length > 0 ? 'toFollowers' : 'shareText')}</p>
      {posts.length > 0 ? (
        <Button tone="danger-quiet" wide className="mt-2" onClick={once(() => takeBack(posts))}>
          {t('takeBack')}
        </Button>
      ) : (
        <Button wide className="mt-2" onClick={once(() => void post())}>
          {t('share')}
        </Button>
      )}
    </div>
  )
}
