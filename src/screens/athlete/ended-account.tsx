'use client'
/**
 * Signed out on the server, and why: the session ended, or the account is about to be deleted, or it is gone. The log on
 * this phone stays in any case until the person says otherwise.
 */
import { useEffect, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { useDeviceAccount } from '../../client/account-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { showMoment } from '../../ui/show-day.ts'
import { showToast } from '../../ui/toast.tsx'
import { address } from './addresses.ts'
import { forgetBeside } from './forget-beside.ts'

type State = { is: 'here' | 'nobody' | 'erased' } | { is: 'leaving'; dueAt: number }

async function ask(account: string, procedure: string, method = 'GET'): Promise<unknown> {
  const answer = await fetch(`/api/trpc/privacy.${procedure}`, {
    method,
    headers: { 'content-type': 'application/json', 'x-spotter-account': account },
    cache: 'no-store',
    signal: AbortSignal.timeout(20_000),
    ...(method === 'POST' && { body: 'null' }),
  })
  const { result } = (await answer.json()) as { result?: { data?: unknown } }
  if (!answer.ok) throw new Error(`privacy.${procedure} was answered with ${answer.status}.`)
  return result?.data
}

/** Shown while the phone is signed out on the server. */
export function EndedAccount() {
  const t = useTranslations('you.ended')
  const y = useTranslations('you')
  const locale = useLocale()
  const [, navigate] = useLocation()
  const { account, identity, phone } = useDeviceAccount()
  const [state, setState] = useState<State | null>(null)
  const [isAsking, setAsking] = useState(false)
  const space = identity?.space ?? ''
  useEffect(() => {
    let isOver = false
    ask(space, 'state').then(
      (found) => {
        if (!isOver) setState(found as State)
      },
      () => {},
    )
    return () => {
      isOver = true
    }
  }, [space])

  async function keep() {
    try {
      await ask(space, 'keepAccount', 'POST')
      setState({ is: 'here' })
      phone?.resume()
      showToast({ tone: 'good', text: t('kept') })
    } catch {
      showToast({ tone: 'bad', text: y('out.noSignal') })
    }
  }

  async function remove() {
    setAsking(false)
    await account?.signedOut(true)
    await forgetBeside(space, { isGone: true })
    showToast({ text: t('removed') })
  }

  if (state?.is === 'erased') {
    return (
      <>
        <Notice
          tone="warn"
          actions={
            <>
              <Button onClick={() => navigate(address.data)}>{t('save')}</Button>
              <Button tone="danger-quiet" onClick={() => setAsking(true)}>
                {t('remove')}
              </Button>
            </>
          }
        >
          <p className="font-semibold">{t('erased')}</p>
          <p className="mt-0.5 text-ink-2 text-sm">{t('erasedText')}</p>
        </Notice>
        <Dialog
          open={isAsking}
          onClose={() => setAsking(false)}
          title={t('removeTitle')}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{t('stay')}</Button>
              <Button tone="danger" onClick={() => void remove()}>
                {t('remove')}
              </Button>
            </>
          }
        >
          {t('removeText')}
        </Dialog>
      </>
    )
  }
  if (state?.is === 'leaving') {
    return (
      <Notice
        tone="warn"
        actions={
          <Button tone="primary" onClick={() => void keep()}>
            {t('keep')}
          </Button>
        }
      >
        <p className="font-semibold">{t('leaving', { when: showMoment(state.dueAt, locale) })}</p>
        <p className="mt-0.5 text-ink-2 text-sm">{t('leavingText')}</p>
      </Notice>
    )
  }
  return (
    <Notice
      tone="warn"
      actions={
        <Button tone="primary" onClick={() => navigate(address.signIn)}>
          {y('account.signInAgain')}
        </Button>
      }
    >
      {y('account.expired')}
    </Notice>
  )
}
