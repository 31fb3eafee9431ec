'use client'
/** One post of the feed, and the heart and the words under it. */
import { Heart } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import type { Post } from '../../modules/feed/model.ts'
import { RouteOutline } from '../../modules/workouts/ui/athlete/route-outline.tsx'
import { formatDistance } from '../../shared/units.ts'
import { Button } from '../../ui/button.tsx'
import { showDayNear } from '../../ui/show-day.ts'
import { useDocumentFacts } from './shared.tsx'
import type { Athlete } from './use-athlete.ts'
import { friendAddress, useTell } from './use-friends.tsx'

type Liked = Pick<Post, 'makerId' | 'id' | 'likes' | 'isLiked'>

/** Shown at once, and taken back where it could not be sent; of quick taps the last says what holds. */
export function LikeButton({ post, onDone }: { post: Liked; onDone?: () => void }) {
  const t = useTranslations('feed')
  const tell = useTell()
  // What was tapped, not that it was turned: once the post is read anew it says the same.
  const [wanted, setWanted] = useState<boolean>()
  const taps = useRef(0)
  const sent = useRef<boolean>(undefined)
  const isLiked = wanted ?? post.isLiked
  const n = post.likes + Number(isLiked) - Number(post.isLiked)
  async function turn() {
    const to = !isLiked
    setWanted(to)
    taps.current += 1
    const tap = taps.current
    const isSent = await tell('like', { makerId: post.makerId, postId: post.id, isLiked: to })
    if (isSent) sent.current = to
    if (tap !== taps.current) return
    if (!isSent) setWanted(sent.current)
    if (sent.current !== undefined) onDone?.()
  }
  return (
    <Button
      tone="quiet"
      aria-pressed={isLiked}
      aria-label={n > 0 ? t('whose', { what: t('like'), name: t('likes', { n }) }) : undefined}
      icon={<Heart size={20} aria-hidden className={isLiked ? 'fill-accent text-accent-text' : 'text-ink-2'} />}
      onClick={() => void turn()}
    >
      {n > 0 ? t('likes', { n }) : t('like')}
    </Button>
  )
}

export function PostCard({ post, athlete }: { post: Post; athlete: Athlete }) {
  const t = useTranslations('feed')
  const h = useTranslations('history')
  const s = useTranslations('share')
  const factsOf = useDocumentFacts()
  const { book, habits, today } = athlete
  const { glance, name, isMine, makerId, id, comments } = post
  const href = friendAddress.post(makerId, id)
  const lines = glance.lines.map((line) =>
    h('line', { n: line.sets, name: line.name ?? book.get(line.exerciseId).name }),
  )
  const far = glance.distanceM > 0 && formatDistance(glance.distanceM, habits.distanceUnit, habits.locale)
  const facts = [far, factsOf(glance)].filter(Boolean).join(' · ')
  return (
    <article className="border-line border-b py-3 last:border-b-0">
      <Link href={href} className="-mx-2 block rounded-2 px-2 py-1.5 hover:bg-surface active:bg-pressed">
        <span className="block break-words text-ink-2 text-sm">
          <span className="font-semibold text-ink">{isMine ? t('me') : name || t('somebody')}</span>
          {glance.localDay !== null && ` · ${showDayNear(glance.localDay, today, habits.locale)}`}
        </span>
        <span className="mt-0.5 block break-words font-bold text-lg tracking-tight">
          {glance.title || s('untitled.workout')}
        </span>
        {facts && <span className="num block text-ink-2 text-sm">{facts}</span>}
        <span className="num mt-1 block break-words text-ink-2">
          {[...lines, ...(glance.more > 0 ? [s('more', { n: glance.more })] : [])].join(', ')}
        </span>
        {glance.notes && <span className="mt-1 line-clamp-2 break-words italic">{glance.notes}</span>}
        {glance.cardio && glance.cardio.outline.length > 0 && (
          <span className="mt-2 block">
            <RouteOutline label={s('route')} outline={glance.cardio.outline} />
          </span>
        )}
      </Link>
      <div className="-mx-2 flex flex-wrap">
        <LikeButton post={post} />
        <Link href={href} className="inline-flex min-h-12 items-center rounded-2 px-4 font-semibold hover:bg-raised">
          {comments > 0 ? t('comments', { n: comments }) : t('comment')}
        </Link>
      </div>
    </article>
  )
}
