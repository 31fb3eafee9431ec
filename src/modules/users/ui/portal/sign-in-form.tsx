'use client'
/** Signing in to the portals: with the password, or by a letter. */
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { nextPage, signIn } from '../../../../client/account.ts'
import { type GoogleRefusal, refusalIn } from '../../../../client/google.ts'
import { useLetter } from '../../../../client/use-letter.ts'
import { usePasskey } from '../../../../client/use-passkey.ts'
import { Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { useInBrowser } from '../../../../ui/use-in-browser.ts'
import { DoorFrame, useDoor } from './door-frame.tsx'
import { GoogleButton } from './google-button.tsx'
import { AskLetterForm, CodeForm, Problem, TEXT_LINK } from './letter-steps.tsx'

const goesTo = () => nextPage(location.search, '/home')

export function SignInForm() {
  const t = useTranslations('account')
  const [way, setWay] = useState<'password' | 'sign-in' | 'reset'>('password')
  const [email, setEmail] = useState('')
  const letter = useLetter(goesTo, (_, next) => location.assign(next))
  const door = useDoor(
    (fields) => signIn({ email: fields.email ?? '', password: fields.password ?? '' }),
    () => location.assign(goesTo()),
  )
  const passkey = usePasskey(() => location.assign(goesTo()))
  const title = t(letter.asked ? 'letterTitle' : way === 'reset' ? 'resetTitle' : 'signInTitle')
  return (
    <DoorFrame title={title} other={{ ask: t('toSignUp'), link: t('toSignUpLink'), href: '/sign-up' }}>
      {letter.asked ? (
        <CodeForm letter={letter} />
      ) : way === 'password' ? (
        <form method="post" onSubmit={door.submit} className="grid gap-4">
          {!door.problem && !passkey.problem && <ComeBack />}
          <Problem problem={door.problem ?? passkey.problem} />
          <TextField
            label={t('email')}
            name="email"
            type="email"
            autoComplete="username webauthn"
            required
            autoFocus
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
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
          {passkey.works && (
            <Button wide busy={passkey.busy} onClick={() => void passkey.open()}>
              {t('byPasskey')}
            </Button>
          )}
          <GoogleButton next={goesTo} />
          <div className="flex flex-wrap justify-between gap-x-5">
            <button type="button" className={TEXT_LINK} onClick={() => setWay('reset')}>
              {t('forgot')}
            </button>
            <button type="button" className={TEXT_LINK} onClick={() => setWay('sign-in')}>
              {t('byLetter')}
            </button>
          </div>
        </form>
      ) : (
        <AskLetterForm kind={way} letter={letter} email={email} onEmail={setEmail} onBack={() => setWay('password')} />
      )}
    </DoorFrame>
  )
}

function ComeBack() {
  const t = useTranslations('account')
  const refusal = useInBrowser<GoogleRefusal | ''>(() => refusalIn(location.search) ?? '', '')
  if (!refusal) return null
  return (
    <Notice tone="bad" urgent>
      {t(`elsewhere.${refusal}`)}
    </Notice>
  )
}
