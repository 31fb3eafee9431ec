'use client'
/** One post, whole, with who likes it and what is said about it. */
import { Trash2 } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { askFriends } from '../../client/ask-friends.ts'
import type { Comment, WholePost } from '../../modules/feed/model.ts'
import { newId } from '../../shared/id.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Section } from '../../ui/section.tsx'
import { showMoment } from '../../ui/show-day.ts'
import { Switch } from '../../ui/switch.tsx'
import { AskFirst } from './friend-ask-first.tsx'
import { LikeButton } from './friend-post-card.tsx'
import { useTakeBack } from './share-to-followers.tsx'
import { SharedLook } from './shared.tsx'
import { useAthlete } from './use-athlete.ts'
import { friendAddress, useAccountId, useTell, useTold, WithTold } from './use-friends.tsx'

type Of = { post: WholePost; onChange: () => void }

export function FriendPostScreen({ makerId, postId }: { makerId: string; postId: string }) {
  const t = useTranslations('feed')
  const asked = useTold<WholePost>('post', { makerId, postId })
  return (
    <WithTold title={t('title')} back={friendAddress.feed} asked={asked}>
      {(post, late) => <Whole post={post} late={late} onChange={asked.again} />}
    </WithTold>
  )
}

function Whole({ post, late, onChange }: Of & { late: ReactNode }) {
  const t = useTranslations('feed')
  const [, navigate] = useLocation()
  const takeBack = useTakeBack()
  const tell = useTell()
  const { document, name, isMine, isClosed, likedBy, said } = post
  return (
    <SharedLook
      shared={{ kind: 'post', fromName: isMine ? null : name || t('somebody'), document }}
      back={friendAddress.feed}
      isMine={isMine}
    >
      <div className="-mx-2 mt-3 flex flex-wrap items-center justify-between gap-2">
        <LikeButton post={post} onDone={onChange} />
        {isMine && (
          <Button
            tone="danger-quiet"
            onClick={() => {
              takeBack([post])
              navigate(friendAddress.feed, { replace: true })
            }}
          >
            {t('takeBack')}
          </Button>
        )}
      </div>
      {likedBy.length > 0 && (
        <p className="break-words text-ink-2 text-sm">
          {t('likedBy', { names: likedBy.map((one) => one || t('somebody')).join(', ') })}
        </p>
      )}
      {late}
      <Section title={t('said')}>
        {said.map((comment) => (
          <CommentRow key={comment.id} comment={comment} post={post} onChange={onChange} />
        ))}
        {isClosed ? <p className="mt-2 text-ink-2">{t('closed')}</p> : <Composer post={post} onChange={onChange} />}
        {isMine && (
          <div className="mt-3">
            <Switch
              label={t('close')}
              checked={isClosed}
              onChange={async (to) => {
                if (await tell('closeComments', { postId: post.id, isClosed: to })) onChange()
              }}
            />
          </div>
        )}
      </Section>
    </SharedLook>
  )
}

function CommentRow({ comment, post, onChange }: Of & { comment: Comment }) {
  const t = useTranslations('feed')
  const { habits } = useAthlete()
  const tell = useTell()
  const [isAsking, setAsking] = useState(false)
  const { id, name, text, at, mayRemove } = comment
  async function remove() {
    setAsking(false)
    if (await tell('removeComment', { makerId: post.makerId, postId: post.id, id })) onChange()
  }
  return (
    <div className="flex items-start gap-2 border-line border-b py-2.5">
      <div className="min-w-0 flex-1">
        <p className="break-words text-ink-2 text-sm">
          <span className="font-semibold text-ink">{name || t('somebody')}</span>
          <span className="num"> · {showMoment(at, habits.locale)}</span>
        </p>
        <p className="whitespace-pre-line break-words">{text}</p>
      </div>
      {mayRemove && (
        <IconButton label={t('deleteLabel', { name: name || t('somebody') })} onClick={() => setAsking(true)}>
          <Trash2 size={20} aria-hidden />
        </IconButton>
      )}
      <AskFirst
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t('deleteTitle')}
        text={text}
        deed={t('delete')}
        onDeed={() => void remove()}
      />
    </div>
  )
}

/** What could not be sent stays in the field, under the id that it was sent with: sent again it is there once. */
function Composer({ post, onChange }: Of) {
  const t = useTranslations('feed')
  const account = useAccountId()
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState('')
  const [isBusy, setBusy] = useState(false)
  const id = useRef('')
  async function send() {
    id.current ||= newId()
    setBusy(true)
    const input = { makerId: post.makerId, postId: post.id, id: id.current, text }
    const told = await askFriends(account, { verb: 'comment', input, isOrder: true })
    setBusy(false)
    if (told === 'offline') setWrong(t('notSent'))
    else if ('refusal' in told) setWrong(told.refusal)
    else {
      id.current = ''
      // What was typed on meanwhile stays.
      setText((now) => (now.startsWith(text) ? now.slice(text.length).trimStart() : now))
      setWrong('')
      onChange()
    }
  }
  return (
    <div className="mt-3 grid gap-2">
      <TextArea
        label={t('comment')}
        rows={2}
        maxLength={500}
        value={text}
        error={wrong}
        onChange={(event) => {
          id.current = ''
          setText(event.target.value)
        }}
      />
      <Button disabled={text.trim() === ''} busy={isBusy} onClick={() => void send()}>
        {t('send')}
      </Button>
    </div>
  )
}
