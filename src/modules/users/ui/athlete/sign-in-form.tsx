/**
 * Signing in, or making an account, inside the athlete app: with a password, a passkey or Google, or by a letter's code,
 * since a letter's link opens in the mail program's browser and not here. The log on the phone stays whatever happens.
 */
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { type AccountProblem, signIn } from '../../../../client/account.ts'
import type { GoogleDoor } from '../../../../client/use-google.ts'
import { type LetterSteps, useLetter } from '../../../../client/use-letter.ts'
import { usePasskey } from '../../../../client/use-passkey.ts'
import { Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { MAX_PASSWORD, MIN_PASSWORD } from '../../model.ts'

export type SignInWay = 'password' | 'sign-up' | 'sign-in' | 'reset'
type Props = {
  way: SignInWay
  onWay: (way: SignInWay) => void
  letter: LetterSteps
  google: GoogleDoor
  onSignedIn: (userId: string) => void | Promise<void>
}

/** The letter that this form may be waiting for; the screen's title follows it. */
export function useSignInLetter(onSignedIn: Props['onSignedIn']): LetterSteps {
  return useLetter(() => '/train', onSignedIn)
}

export function SignInForm(props: Props) {
  const { way, letter } = props
  const [email, setEmail] = useState('')
  if (letter.asked) return <CodeForm letter={letter} />
  if (way === 'sign-in' || way === 'reset') return <AskForm {...props} way={way} email={email} onEmail={setEmail} />
  return <DetailsForm {...props} isNew={way === 'sign-up'} email={email} onEmail={setEmail} />
}

type WithEmail = { email: string; onEmail: (email: string) => void }

function EmailField({ email, onEmail }: WithEmail) {
  const t = useTranslations('signIn')
  return (
    <TextField
      label={t('email')}
      name="email"
      type="email"
      autoComplete="username webauthn"
      inputMode="email"
      required
      value={email}
      onChange={(event) => onEmail(event.target.value)}
    />
  )
}

function Problem({ problem }: { problem: AccountProblem | GoogleDoor['problem'] }) {
  const t = useTranslations('signIn')
  return problem ? (
    <Notice tone="bad" urgent>
      {'key' in problem ? t(problem.key) : 'said' in problem ? problem.said : t(`elsewhere.${problem.refused}`)}
    </Notice>
  ) : null
}

function NewPassword() {
  const t = useTranslations('signIn')
  return (
    <TextField
      label={t('newPassword')}
      name="password"
      type="password"
      autoComplete="new-password"
      required
      minLength={MIN_PASSWORD}
      maxLength={MAX_PASSWORD}
      hint={t('passwordHint', { min: MIN_PASSWORD })}
    />
  )
}

function DetailsForm(props: Props & WithEmail & { isNew: boolean }) {
  const { isNew, letter, google } = props
  const t = useTranslations('signIn')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<AccountProblem | null>(null)
  const passkey = usePasskey(props.onSignedIn)

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const fields = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
    const { name = '', email = '', password = '' } = fields
    setProblem(null)
    if (isNew) return letter.ask({ kind: 'sign-up', name, email, password })
    setBusy(true)
    const result = await signIn({ email, password })
    if (result.ok) await props.onSignedIn(result.userId)
    else setProblem(result.why)
    setBusy(false)
  }

  return (
    <form method="post" onSubmit={(event) => void send(event)} className="grid gap-5">
      <p className="text-base text-ink-2">{t('why')}</p>
      <Problem problem={problem ?? letter.problem ?? passkey.problem ?? google.problem} />
      {isNew && <TextField label={t('name')} name="name" autoComplete="name" required maxLength={120} />}
      <EmailField {...props} />
      {isNew ? (
        <NewPassword />
      ) : (
        <TextField
          label={t('password')}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={MAX_PASSWORD}
        />
      )}
      <Button type="submit" tone="primary" size="large" wide busy={busy || letter.busy}>
        {t(isNew ? 'signUpSubmit' : 'submit')}
      </Button>
      {!isNew && passkey.works && (
        <Button size="large" wide busy={passkey.busy} onClick={() => void passkey.open()}>
          {t('byPasskey')}
        </Button>
      )}
      {google.works && (
        <Button size="large" wide busy={google.busy} onClick={() => void google.open()}>
          {t('byGoogle')}
        </Button>
      )}
      <div className="grid gap-1">
        {!isNew && (
          <>
            <Button tone="quiet" wide onClick={() => props.onWay('reset')}>
              {t('forgot')}
            </Button>
            <Button tone="quiet" wide onClick={() => props.onWay('sign-in')}>
              {t('byLetter')}
            </Button>
          </>
        )}
        <Button tone="quiet" wide onClick={() => props.onWay(isNew ? 'password' : 'sign-up')}>
          {t(isNew ? 'toSignIn' : 'toSignUp')}
        </Button>
      </div>
    </form>
  )
}

function AskForm(props: Omit<Props, 'way'> & WithEmail & { way: 'sign-in' | 'reset' }) {
  const { way: kind, letter, email } = props
  const t = useTranslations('signIn')
  function send(event: FormEvent) {
    event.preventDefault()
    void letter.ask({ kind, email })
  }
  return (
    <form method="post" onSubmit={send} className="grid gap-5">
      <p className="text-base text-ink-2">{t(kind === 'reset' ? 'resetWhy' : 'byLetterWhy')}</p>
      <Problem problem={letter.problem} />
      <EmailField {...props} />
      <Button type="submit" tone="primary" size="large" wide busy={letter.busy}>
        {t('sendLetter')}
      </Button>
      <Button tone="quiet" wide onClick={() => props.onWay('password')}>
        {t('withPassword')}
      </Button>
    </form>
  )
}

function CodeForm({ letter }: { letter: LetterSteps }) {
  const t = useTranslations('signIn')
  const isReset = letter.asked?.kind === 'reset'
  return (
    <form method="post" onSubmit={letter.submit} className="grid gap-5">
      <p role="status" className="break-words text-base text-ink-2">
        {t(letter.sent > 1 ? 'letterSentAgain' : 'letterSent', { email: letter.asked?.email ?? '' })}
      </p>
      <Problem problem={letter.problem} />
      <TextField
        label={t('code')}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        maxLength={7}
        className="num text-xl tracking-[0.2em]"
        onChange={(event) => letter.typed(event.target.value)}
      />
      {isReset && <NewPassword />}
      <Button type="submit" tone="primary" size="large" wide busy={letter.busy}>
        {t(isReset ? 'setPassword' : 'continue')}
      </Button>
      <p className="text-ink-2 text-sm">{t('letterLate')}</p>
      <div className="grid gap-1">
        {letter.again && (
          <Button tone="quiet" wide disabled={letter.busy} onClick={() => void letter.again?.()}>
            {t('sendAgain')}
          </Button>
        )}
        <Button tone="quiet" wide onClick={letter.stop}>
          {t('otherAddress')}
        </Button>
      </div>
    </form>
  )
}
