'use client'
/** Creating an account: a name, an address, a password, and one is in. */
import { useTranslations } from 'use-intl'
import { nextPage, signUp } from '../../../../client/account.ts'
import { Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { MAX_PASSWORD, MIN_PASSWORD } from '../../model.ts'
import { DoorFrame, DoorProblem, useDoor } from './door-frame.tsx'

export function SignUpForm() {
  const t = useTranslations('account')
  const door = useDoor(
    ({ name = '', email = '', password = '' }) => signUp({ name, email, password }),
    () => location.assign(nextPage(location.search, '/train')),
  )
  return (
    <DoorFrame title={t('signUpTitle')} other={{ ask: t('toSignIn'), link: t('toSignInLink'), href: '/sign-in' }}>
      <form method="post" onSubmit={door.submit} className="grid gap-4">
        <DoorProblem door={door} />
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
        <Button type="submit" tone="primary" wide disabled={!door.ready} busy={door.busy}>
          {t('signUpButton')}
        </Button>
        <p className="text-ink-2 text-sm">{t('promise')}</p>
      </form>
    </DoorFrame>
  )
}
