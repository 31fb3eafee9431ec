'use client'
/** The feed: what those whom one follows chose to show, and one's own among it. */
import { Users } from 'lucide-react'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { askFriends } from '../../client/ask-friends.ts'
import type { FeedHome, FeedPage, Tiding } from '../../modules/feed/model.ts'
import { sharedLinks } from '../../modules/workouts/model/shares.ts'
import { useLive } from '../../sync/client/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { Section } from '../../ui/section.tsx'
import { showToast } from '../../ui/toast.tsx'
import { address } from './addresses.ts'
import { keepTidings, postKey, readAnew, tidingKey } from './feed-kept.ts'
import { PostCard } from './friend-post-card.tsx'
import { Page } from './page.tsx'
import { useAthlete } from './use-athlete.ts'
import { friendAddress, useAccountId, useTold, WithTold } from './use-friends.tsx'

export function FriendsScreen() {
  const t = useTranslations('feed')
  const asked = useTold<FeedHome>('home')
  return (
    <WithTold title={t('title')} back={address.you} asked={asked}>
      {(home, late) => <Feed home={home} late={late} />}
    </WithTold>
  )
}

function Feed({ home, late }: { home: FeedHome; late: ReactNode }) {
  const t = useTranslations('feed')
  const [, navigate] = useLocation()
  const account = useAccountId()
  const athlete = useAthlete()
  const [read, setRead] = useState<{ of: FeedHome; page: FeedPage }>({ of: home, page: home })
  const [isBusy, setBusy] = useState(false)
  // Taken back on this phone a moment ago: it need not be on the server yet.
  const gone = useLive(async (rows) => {
    const all = await rows.all(sharedLinks)
    return new Set(all.filter(({ revokedAt }) => revokedAt !== null).map(({ id }) => id))
  }, [])
  useEffect(() => {
    void askFriends(account, { verb: 'seen', input: { at: home.readAt }, isOrder: true })
  }, [account, home.readAt])
  const tidings = useMemo(() => keepTidings(account, home.tidings, home.asks), [account, home])
  if (read.of !== home) setRead({ of: home, page: readAnew(read.page, home) })
  const { next } = read.page
  async function readOlder() {
    setBusy(true)
    const told = await askFriends<FeedPage>(account, { verb: 'older', input: { before: next } })
    setBusy(false)
    if (told !== 'offline' && 'data' in told) {
      const { posts: older, next: then } = told.data
      // Unless the list begins anew meanwhile: then it does not go on from its end.
      setRead((now) =>
        now.page.next === next ? { ...now, page: { posts: [...now.page.posts, ...older], next: then } } : now,
      )
    } else showToast({ tone: 'bad', text: told === 'offline' ? t('offlineText') : told.refusal })
  }
  const posts = read.page.posts.filter(({ isMine, id }) => !isMine || !gone?.has(id))
  return (
    <Page title={t('title')} back={address.you}>
      {late}
      <ListRow
        lead={<Users size={20} aria-hidden />}
        title={t('people')}
        detail={home.asks > 0 ? t('asks', { n: home.asks }) : undefined}
        onClick={() => navigate(friendAddress.people)}
      />
      {tidings.length > 0 && (
        <Section title={t('isNew')}>
          {tidings.map((tiding) => (
            <TidingRow key={tidingKey(tiding)} tiding={tiding} account={account ?? ''} />
          ))}
        </Section>
      )}
      {posts.length === 0 ? (
        <EmptyState title={t('empty')} text={t('emptyText')} />
      ) : (
        <Section title={t('posts')}>
          {posts.map((post) => (
            <PostCard key={postKey(post)} post={post} athlete={athlete} />
          ))}
        </Section>
      )}
      {next && (
        <Button wide className="mt-4" busy={isBusy} onClick={() => void readOlder()}>
          {t('older')}
        </Button>
      )}
    </Page>
  )
}

/** Posts that something is said of are one's own. */
function TidingRow({ tiding: { kind, name, title, postId }, account }: { tiding: Tiding; account: string }) {
  const t = useTranslations('feed')
  const s = useTranslations('share')
  const [, navigate] = useLocation()
  const words = { name: name || t('somebody'), title: title || s('untitled.workout') }
  return (
    <ListRow
      title={t(`tiding.${kind}`, words)}
      onClick={() => navigate(postId ? friendAddress.post(account, postId) : friendAddress.people)}
    />
  )
}
