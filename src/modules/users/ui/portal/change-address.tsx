'use client'
/** Another address for the account: the letter to it brings the proof, by its code here or by its link. */
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../../client/trpc.ts'
import { Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { normalEmail } from '../../model.ts'
import { OwnPassword } from './own-password.tsx'

type Asked = { email: string; ask: string }

const fieldsOf = (event: FormEvent<HTMLFormElement>) => {
  event.preventDefault()
  return Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
}

export function ChangeAddress({ email }: { email: string }) {
  const t = useTranslations('account.address')
  const [isOpen, setOpen] = useState(false)
  const [asked, setAsked] = useState<Asked | null>(null)
  if (asked && normalEmail(asked.email) === email) return <Notice tone="good">{t('changed', { email })}</Notice>
  if (asked) return <CodeOfLetter asked={asked} onStop={() => setAsked(null)} />
  if (isOpen) return <AskLetter email={email} onAsked={setAsked} onStop={() => setOpen(false)} />
  return (
    <div className="grid gap-3 text-sm">
      <p className="break-words text-ink-2">{t('text', { email })}</p>
      <div>
        <Button size="compact" onClick={() => setOpen(true)}>
          {t('open')}
        </Button>
      </div>
    </div>
  )
}

function AskLetter(props: { email: string; onAsked: (asked: Asked) => void; onStop: () => void }) {
  const t = useTranslations('account.address')
  const a = useTranslations('account')
  const ask = trpc.users.askAddressChange.useMutation()

  async function send(event: FormEvent<HTMLFormElement>) {
    const { email = '', password } = fieldsOf(event)
    await ask.mutateAsync({ email, password: password || undefined }).then(
      (answer) => props.onAsked({ email, ask: answer.ask }),
      () => {},
    )
  }

  return (
    <form method="post" onSubmit={(event) => void send(event)} className="grid max-w-sm gap-4">
      {ask.error && (
        <Notice tone="bad" urgent>
          {ask.error.message}
        </Notice>
      )}
      <p className="text-ink-2 text-sm">{t('why')}</p>
      <TextField compact label={t('new')} name="email" type="email" autoComplete="email" required autoFocus />
      <OwnPassword email={props.email} label={t('password')} hint={t('passwordHint')} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="primary" size="compact" busy={ask.isPending}>
          {a('sendLetter')}
        </Button>
        <Button size="compact" onClick={props.onStop}>
          {a('cancel')}
        </Button>
      </div>
    </form>
  )
}

function CodeOfLetter({ asked, onStop }: { asked: Asked; onStop: () => void }) {
  const t = useTranslations('account.address')
  const a = useTranslations('account')
  const utils = trpc.useUtils()
  const change = trpc.users.changeAddress.useMutation({ onSuccess: () => utils.users.me.invalidate() })

  function send(event: FormEvent<HTMLFormElement>) {
    const { code = '' } = fieldsOf(event)
    change.mutate({ ask: asked.ask, code })
  }

  return (
    <form method="post" onSubmit={send} className="grid max-w-sm gap-4">
      <p role="status" className="break-words text-ink-2 text-sm">
        {t('sent', { email: asked.email })}
      </p>
      {change.error && (
        <Notice tone="bad" urgent>
          {change.error.message}
        </Notice>
      )}
      <TextField
        compact
        label={a('code')}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        autoFocus
        maxLength={7}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="primary" size="compact" busy={change.isPending}>
          {t('button')}
        </Button>
        <Button size="compact" onClick={onStop}>
          {t('again')}
        </Button>
      </div>
    </form>
  )
}
