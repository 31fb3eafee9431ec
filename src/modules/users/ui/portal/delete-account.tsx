'use client'
/** The way out: what goes, what stays and why, before anything is asked; and seven days to come back. */
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { trpc } from '../../../../client/trpc.ts'
import { Button } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { OwnPassword } from './own-password.tsx'

const GOES = ['log', 'account', 'sharing', 'queue'] as const
const STAYS = ['audit', 'gym', 'phone'] as const

export function DeleteAccount({ email }: { email: string }) {
  const t = useTranslations('account.leave')
  const format = useFormatter()
  const gyms = trpc.gyms.mine.useQuery()
  const ask = trpc.privacy.askDeletion.useMutation()
  const [isOpen, setOpen] = useState(false)
  const top = useRef<HTMLDivElement>(null)
  // The address that the phone links to; the page is not there yet when the browser looks for its place.
  useEffect(() => {
    if (location.hash !== '#delete') return
    setOpen(true)
    top.current?.scrollIntoView({ block: 'center' })
  }, [])
  const owned = gyms.data?.filter(({ role }) => role === 'owner') ?? []

  if (ask.data) {
    const day = format.dateTime(ask.data.dueAt, { dateStyle: 'long' })
    return (
      <Notice tone="warn" urgent>
        <p className="font-semibold">{t('asked', { day })}</p>
        <p className="mt-1">{t('askedText')}</p>
      </Notice>
    )
  }

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { password = '' } = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
    await ask.mutateAsync(password ? { password } : {}).catch(() => {})
  }

  return (
    <div ref={top} className="grid gap-4 text-sm">
      <p className="text-ink-2">{t('text')}</p>
      {!isOpen ? (
        <div>
          <Button tone="danger-quiet" size="compact" className="-ml-3" onClick={() => setOpen(true)}>
            {t('open')}
          </Button>
        </div>
      ) : (
        <form method="post" onSubmit={(event) => void send(event)} className="grid gap-4">
          <div>
            <h3 className="font-semibold">{t('goesTitle')}</h3>
            <ul className="mt-1 grid list-disc gap-1 pl-5 text-ink-2">
              {GOES.map((key) => (
                <li key={key}>{t(`goes.${key}`)}</li>
              ))}
            </ul>
          </div>
          <div>
            <h3 className="font-semibold">{t('staysTitle')}</h3>
            <ul className="mt-1 grid list-disc gap-1 pl-5 text-ink-2">
              {STAYS.map((key) => (
                <li key={key}>{t(`stays.${key}`)}</li>
              ))}
            </ul>
          </div>
          {owned.length > 0 && (
            <Notice tone="warn">
              {t('owner', { n: owned.length, names: owned.map(({ name }) => name).join(', ') })}
            </Notice>
          )}
          <p className="text-ink-2">{t('firstSave')}</p>
          {ask.error && (
            <Notice tone="bad" urgent>
              {ask.error.message}
            </Notice>
          )}
          <div className="max-w-sm">
            <OwnPassword email={email} label={t('password')} hint={t('passwordHint')} />
          </div>
          <div className="flex flex-wrap gap-2">
            <Button size="compact" onClick={() => setOpen(false)} type="button">
              {t('stay')}
            </Button>
            <Button type="submit" tone="danger" size="compact" busy={ask.isPending}>
              {t('button')}
            </Button>
          </div>
        </form>
      )}
    </div>
  )
}
