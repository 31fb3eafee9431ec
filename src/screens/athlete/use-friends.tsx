'use client'
/** A screen about friends: asked for when it opens, and again when there is a signal; until then it says why it is empty. */
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { useDeviceAccount } from '../../client/account-provider.tsx'
import { askFriends, type Shown, showAnew } from '../../client/ask-friends.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { showToast } from '../../ui/toast.tsx'
import { address } from './addresses.ts'
import { Page } from './page.tsx'

/** Here and not among the addresses of the start-up pack: nothing there leads to them. */
export const friendAddress = {
  feed: '/you/friends',
  people: '/you/friends/people',
  post: (makerId: string, id: string) => `/you/friends/${makerId}/${id}`,
  follow: (token: string) => `/follow/${token}`,
}

export function useAccountId(): string | null {
  const { identity } = useDeviceAccount()
  return identity?.kind === 'account' ? identity.space : null
}

/** Tells the server something. True when it was done; why not is said in a sentence. */
export function useTell() {
  const t = useTranslations('feed')
  const account = useAccountId()
  return useCallback(
    async (verb: string, input?: object): Promise<boolean> => {
      const told = await askFriends(account, { verb, input, isOrder: true })
      if (told !== 'offline' && 'data' in told) return true
      showToast({ tone: 'bad', text: told === 'offline' ? t('notSent') : told.refusal })
      return false
    },
    [account, t],
  )
}

export function useTold<T>(verb: string, input?: object) {
  const account = useAccountId()
  const [shown, setShown] = useState<Shown<T>>()
  const [asked, setAsked] = useState(0)
  const given = JSON.stringify(input)
  const again = useCallback(() => setAsked((n) => n + 1), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again by the button
  useEffect(() => {
    // Only whose link it is may be asked by anybody.
    if (!account && verb !== 'meet') return
    const leaving = new AbortController()
    const { signal } = leaving
    void askFriends<T>(account, { verb, input: given && JSON.parse(given), signal }).then(
      (answer) => signal.aborted || setShown((before) => showAnew(before, { of: account, told: answer })),
    )
    return () => leaving.abort()
  }, [verb, given, account, asked])
  useEffect(() => {
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [again])
  return { ...(shown?.of === account && shown), again }
}

type Props<T> = {
  title: string
  back: string
  asked: Partial<Shown<T>> & { again: () => void }
  /** It is somebody's own: who has no account hears what it takes. */
  isOwn?: boolean
  /** `late` stands above the rest: that this could not be asked for anew, and a way to try again. */
  children: (data: T, late: ReactNode) => ReactNode
}

/** The page once there is an answer; before that, and instead of it, a sentence. */
export function WithTold<T>({ title, back, asked: { told, late, again }, isOwn = true, children }: Props<T>) {
  const t = useTranslations('feed')
  const s = useTranslations('share')
  const [, navigate] = useLocation()
  const { identity } = useDeviceAccount()
  const isGuest = isOwn && identity?.kind === 'guest'
  if (!isGuest && told && told !== 'offline' && 'data' in told) {
    return children(
      told.data,
      late && (
        <div role="status" className="my-2 flex items-center gap-2 rounded-2 bg-surface py-1 pr-1 pl-4">
          <p className="min-w-0 flex-1 break-words">{late === 'offline' ? t('offline') : late.refusal}</p>
          <Button tone="quiet" onClick={again}>
            {s('again')}
          </Button>
        </div>
      ),
    )
  }
  const isOffline = told === 'offline'
  const refusal = told && told !== 'offline' && 'refusal' in told ? told.refusal : ''
  return (
    // The way back finds its place once what gives the page its height is there.
    <Page title={title} back={back} ready={told !== undefined}>
      {isGuest ? (
        <EmptyState
          title={t('guest')}
          text={t('guestText')}
          action={<Button onClick={() => navigate(address.signIn)}>{s('signIn')}</Button>}
        />
      ) : told ? (
        <EmptyState
          title={isOffline ? t('offline') : s('nothing')}
          text={isOffline ? t('offlineText') : refusal}
          action={<Button onClick={again}>{s('again')}</Button>}
        />
      ) : (
        <p role="status" className="py-6 text-ink-2">
          {t('asking')}
        </p>
      )}
    </Page>
  )
}
