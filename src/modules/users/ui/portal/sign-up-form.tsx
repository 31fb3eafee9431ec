'use client'
/** Creating an account: a name, an address, a password, and the code of a letter to that address. */
import type { FormEvent } from 'react'
import { useTranslations } from 'use-intl'
import { nextPage } from '../../../../client/account.ts'
import { useLetter } from '../../../../client/use-letter.ts'
import { Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { useInBrowser } from '../../../../ui/use-in-browser.ts'
import { MAX_PASSWORD, MIN_PASSWORD } from '../../model.ts'
import { DoorFrame } from './door-frame.tsx'
import { GoogleButton } from './google-button.tsx'
import { CodeForm, Problem } from './letter-steps.tsx'

const goesTo = () => nextPage(location.search, '/train')

export function SignUpForm() {
  const t = useTranslations('account')
  const ready = useInBrowser(() => true, false)
  const letter = useLetter(goesTo, (_, next) => location.assign(next))
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const fields = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
    const { name = '', email = '', password = '' } = fields
    void letter.ask({ kind: 'sign-up', name, email, password })
  }
  const other = { ask: t('toSignIn'), link: t('toSignInLink'), href: '/sign-in' }
  if (letter.asked) {
    return (
      <DoorFrame title={t('letterTitle')} other={other}>
        <CodeForm letter={letter} />
      </DoorFrame>
    )
  }
  return (
    <DoorFrame title={t('signUpTitle')} other={other}>
      <form method="post" onSubmit={send} className="grid gap-4">
        <Problem problem={letter.problem} />
        <TextField
          label={t('name')}
          name="name"
          autoComplete="name"
          required
          maxLength={120}
          hint={t('nameHint')}
          autoFocus
        />
        <TextField label={t('email')} name="email" type="email" autoComplete="username" required />
        <TextField
          label={t('password')}
          name="password"
          type="password"
          autoComplete="new-password"
          required
          minLength={MIN_PASSWORD}
          maxLength={MAX_PASSWORD}
          hint={t('passwordHint', { min: MIN_PASSWORD })}
        />
        <Button type="submit" tone="primary" wide disabled={!ready} busy={letter.busy}>
          {t('signUpButton')}
        </Button>
        <GoogleButton next={goesTo} />
        <p className="text-ink-2 text-sm">{t('promise')}</p>
      </form>
    </DoorFrame>
  )
}
