'use client'
/** The steps by letter of the sign-in and sign-up pages: an address to send it to, and the code that stands in it. */
import type { FormEvent } from 'react'
import { useTranslations } from 'use-intl'
import type { AccountProblem } from '../../../../client/account.ts'
import type { LetterSteps } from '../../../../client/use-letter.ts'
import { Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { MAX_PASSWORD, MIN_PASSWORD } from '../../model.ts'

export const TEXT_LINK =
  'font-semibold text-accent-text underline underline-offset-2 min-h-8 text-sm pointer-coarse:min-h-12'

export function Problem({ problem }: { problem: AccountProblem | null }) {
  const t = useTranslations('account')
  return problem ? (
    <Notice tone="bad" urgent>
      {'key' in problem ? t(problem.key) : problem.said}
    </Notice>
  ) : null
}

/** Where a letter goes. The answer is the same for every address. */
export function AskLetterForm(props: {
  kind: 'sign-in' | 'reset'
  letter: LetterSteps
  email: string
  onEmail: (email: string) => void
  onBack: () => void
}) {
  const { kind, letter, email } = props
  const t = useTranslations('account')
  function send(event: FormEvent) {
    event.preventDefault()
    void letter.ask({ kind, email })
  }
  return (
    <form method="post" onSubmit={send} className="grid gap-4">
      <p className="text-ink-2">{t(kind === 'reset' ? 'resetWhy' : 'byLetterWhy')}</p>
      <Problem problem={letter.problem} />
      <TextField
        label={t('email')}
        name="email"
        type="email"
        autoComplete="username"
        required
        autoFocus
        value={email}
        onChange={(event) => props.onEmail(event.target.value)}
      />
      <Button type="submit" tone="primary" wide busy={letter.busy}>
        {t('sendLetter')}
      </Button>
      <div>
        <button type="button" className={TEXT_LINK} onClick={props.onBack}>
          {t('withPassword')}
        </button>
      </div>
    </form>
  )
}

/** The code, and for a reset the new password. Six digits are sent by themselves where nothing else is asked. */
export function CodeForm({ letter }: { letter: LetterSteps }) {
  const t = useTranslations('account')
  const { asked } = letter
  if (!asked) return null
  const isReset = asked.kind === 'reset'
  return (
    <form method="post" onSubmit={letter.submit} className="grid gap-4">
      <p role="status" className="break-words text-ink-2">
        {t(letter.sent > 1 ? 'letterSentAgain' : 'letterSent', { email: asked.email })}
      </p>
      <Problem problem={letter.problem} />
      <TextField
        label={t('code')}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        autoFocus
        maxLength={7}
        className="num text-lg tracking-[0.2em]"
        onChange={(event) => letter.typed(event.target.value)}
      />
      {isReset && (
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
      )}
      <Button type="submit" tone="primary" wide busy={letter.busy}>
        {t(isReset ? 'setPassword' : 'continue')}
      </Button>
      <p className="text-ink-2 text-sm">{t('letterLate')}</p>
      <div className="flex flex-wrap gap-x-5">
        {letter.again && (
          <button type="button" className={TEXT_LINK} disabled={letter.busy} onClick={() => void letter.again?.()}>
            {t('sendAgain')}
          </button>
        )}
        <button type="button" className={TEXT_LINK} onClick={letter.stop}>
          {t('otherAddress')}
        </button>
      </div>
    </form>
  )
}
