'use client'
/** Signing in to the portals. */
import { useTranslations } from 'use-intl'
import { nextPage, signIn } from '../../../../client/account.ts'
import { Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { DoorFrame, DoorProblem, useDoor } from './door-frame.tsx'

export function SignInForm() {
  const t = useTranslations('account')
  const door = useDoor(
    (fields) => signIn({ email: fields.email ?? '', password: fields.password ?? '' }),
    () => location.assign(nextPage(location.search, '/train')),
  )
  return (
    <DoorFrame title={t('signInTitle')} other={{ ask: t('toSignUp'), link: t('toSignUpLink'), href: '/sign-up' }}>
      <form method="post" onSubmit={door.submit} className="grid gap-4">
        <DoorProblem door={door} />
        <TextField label={t('email')} name="email" type="email" autoComplete="username" required autoFocus />
        <TextField
          label={t('password')}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={200}
        />
        <Button type="submit" tone="primary" wide disabled={!door.ready} busy={door.busy}>
          {t('signInButton')}
        </Button>
      </form>
    </DoorFrame>
  )
}
