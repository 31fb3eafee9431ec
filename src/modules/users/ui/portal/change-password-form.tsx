'use client'
/** A new password; it signs every other device out. */
import type { FormEvent } from 'react'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../../client/trpc.ts'
import { Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { MAX_PASSWORD, MIN_PASSWORD } from '../../model.ts'

/** For an account that is opened by a passkey, a letter or Google only: a letter leads to a first password. */
export function FirstPassword({ email }: { email: string }) {
  const t = useTranslations('account')
  const ask = trpc.users.askLetter.useMutation()
  return (
    <div className="grid gap-3">
      {ask.error && (
        <Notice tone="bad" urgent>
          {ask.error.message}
        </Notice>
      )}
      <p role={ask.data ? 'status' : undefined} className="break-words text-ink-2 text-sm">
        {t(ask.data ? 'firstPasswordSent' : 'firstPasswordWhy', { email })}
      </p>
      <div>
        <Button size="compact" busy={ask.isPending} onClick={() => ask.mutate({ kind: 'reset', email })}>
          {t('sendLetter')}
        </Button>
      </div>
    </div>
  )
}

export function ChangePasswordForm({ email }: { email: string }) {
  const t = useTranslations('account')
  const utils = trpc.useUtils()
  const change = trpc.users.changePassword.useMutation({ onSuccess: () => utils.users.sessions.invalidate() })

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const { current = '', next = '' } = Object.fromEntries(new FormData(form)) as Record<string, string>
    await change.mutateAsync({ current, next }).then(
      () => form.reset(),
      () => {},
    )
  }

  return (
    <form method="post" onSubmit={(event) => void send(event)} className="grid max-w-sm gap-4">
      {change.error && (
        <Notice tone="bad" urgent>
          {change.error.message}
        </Notice>
      )}
      {change.data && <Notice tone="good">{t('passwordChanged', { count: change.data.signedOut })}</Notice>}
      {/* Tells password managers whose password changes. */}
      <input type="text" name="username" autoComplete="username" defaultValue={email} hidden readOnly />
      <TextField
        compact
        label={t('currentPassword')}
        name="current"
        type="password"
        autoComplete="current-password"
        required
        maxLength={MAX_PASSWORD}
      />
      <TextField
        compact
        label={t('newPassword')}
        name="next"
        type="password"
        autoComplete="new-password"
        required
        minLength={MIN_PASSWORD}
        maxLength={MAX_PASSWORD}
        hint={`${t('passwordHint', { min: MIN_PASSWORD })} ${t('changePasswordHint')}`}
      />
      <div>
        <Button type="submit" tone="primary" size="compact" busy={change.isPending}>
          {t('changePasswordButton')}
        </Button>
      </div>
    </form>
  )
}
