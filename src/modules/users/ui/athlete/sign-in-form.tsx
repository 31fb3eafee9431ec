/** Signing in, or making an account, inside the athlete app. The log on the phone stays whatever happens here. */
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { type AccountProblem, signIn, signUp } from '../../../../client/account.ts'
import { Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { MAX_PASSWORD, MIN_PASSWORD } from '../../model.ts'

export function SignInForm(props: {
  isNew: boolean
  onNew: (isNew: boolean) => void
  onSignedIn: (userId: string) => void | Promise<void>
}) {
  const { isNew } = props
  const t = useTranslations('signIn')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<AccountProblem | null>(null)

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const fields = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
    const { name = '', email = '', password = '' } = fields
    setBusy(true)
    setProblem(null)
    const result = await (isNew ? signUp({ name, email, password }) : signIn({ email, password }))
    if (result.ok) await props.onSignedIn(result.userId)
    else setProblem(result.why)
    setBusy(false)
  }

  return (
    <form method="post" onSubmit={(event) => void send(event)} className="grid gap-5">
      <p className="text-base text-ink-2">{t('why')}</p>
      {problem && (
        <Notice tone="bad" urgent>
          {'key' in problem ? t(problem.key) : problem.said}
        </Notice>
      )}
      {isNew && <TextField label={t('name')} name="name" autoComplete="name" required maxLength={120} />}
      <TextField label={t('email')} name="email" type="email" autoComplete="username" inputMode="email" required />
      <TextField
        key={isNew ? 'new' : 'known'}
        label={t(isNew ? 'newPassword' : 'password')}
        name="password"
        type="password"
        autoComplete={isNew ? 'new-password' : 'current-password'}
        required
        minLength={isNew ? MIN_PASSWORD : undefined}
        maxLength={MAX_PASSWORD}
        hint={isNew ? t('passwordHint', { min: MIN_PASSWORD }) : undefined}
      />
      <Button type="submit" tone="primary" size="large" wide busy={busy}>
        {t(isNew ? 'signUpSubmit' : 'submit')}
      </Button>
      <Button
        tone="quiet"
        wide
        onClick={() => {
          props.onNew(!isNew)
          setProblem(null)
        }}
      >
        {t(isNew ? 'toSignIn' : 'toSignUp')}
      </Button>
    </form>
  )
}
