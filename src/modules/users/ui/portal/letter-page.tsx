'use client'
/** A letter's link, opened. Looking does nothing: mail programs look too. Where the letter was asked for it goes on by itself. */
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { AccountProblem } from '../../../../client/account.ts'
import { askedBefore, enterByLetter } from '../../../../client/letters.ts'
import { trpc } from '../../../../client/trpc.ts'
import { Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { useInBrowser } from '../../../../ui/use-in-browser.ts'
import { MAX_PASSWORD, MIN_PASSWORD } from '../../model.ts'
import { AddressLetter } from './address-letter.tsx'
import { Problem } from './letter-steps.tsx'
import { Done, Told } from './told.tsx'

export function LetterPage({ token }: { token: string }) {
  const t = useTranslations('letter')
  const ready = useInBrowser(() => true, false)
  const ask = useInBrowser(() => askedBefore()?.ask ?? '', '')
  const preview = trpc.users.previewLetter.useQuery(
    { token, ask: ask || undefined },
    { enabled: ready, retry: false, refetchOnWindowFocus: false, staleTime: Number.POSITIVE_INFINITY },
  )
  if (preview.error) {
    return (
      <Told title={t('brokenTitle')}>
        <Notice tone="bad" urgent>
          {preview.error.message}
        </Notice>
        <p className="mt-6">
          <a href="/sign-in" className="font-semibold text-accent-text underline underline-offset-2">
            {t('toSignIn')}
          </a>
        </p>
      </Told>
    )
  }
  if (preview.isPending) return <p className="text-ink-2">{t('opening')}</p>
  const letter = preview.data
  if (letter.kind === 'verify') return <Verify token={token} email={letter.email} />
  if (letter.kind === 'address') return <AddressLetter token={token} email={letter.email} name={letter.name} />
  return <Enter token={token} ask={ask} kind={letter.kind} letter={letter} />
}

type Letter = { email: string; name: string; isHere: boolean }

function Enter(props: { token: string; ask: string; kind: 'sign-up' | 'sign-in' | 'reset'; letter: Letter }) {
  const { token, ask, kind, letter } = props
  const t = useTranslations('letter')
  const a = useTranslations('account')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<AccountProblem | null>(null)
  const goesOn = letter.isHere && kind !== 'reset'
  const needsPassword = kind === 'reset' || (kind === 'sign-up' && !letter.isHere)

  async function enter(password?: string) {
    setBusy(true)
    setProblem(null)
    const next = (letter.isHere && askedBefore()?.next) || '/train'
    const result = await enterByLetter({ token, ask: ask || undefined, password })
    if (result.ok) return location.assign(next)
    setBusy(false)
    setProblem(result.why)
  }
  const goOn = useRef(enter)
  goOn.current = enter
  useEffect(() => {
    if (goesOn) void goOn.current()
  }, [goesOn])

  if (goesOn && !problem) return <p className="text-ink-2">{t('signingIn')}</p>
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { password } = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
    void enter(password)
  }
  const { email, name } = letter
  return (
    <Told title={t(`${kind}.title`, { name })}>
      <p className="mb-6 break-words text-ink-2">{t(`${kind}.text`, { email, name })}</p>
      <form method="post" onSubmit={send} className="grid gap-4">
        <Problem problem={problem} />
        {needsPassword && (
          <>
            <input type="text" name="username" autoComplete="username" defaultValue={email} hidden readOnly />
            <TextField
              label={a('newPassword')}
              name="password"
              type="password"
              autoComplete="new-password"
              required
              autoFocus
              minLength={MIN_PASSWORD}
              maxLength={MAX_PASSWORD}
              hint={a('passwordHint', { min: MIN_PASSWORD })}
            />
          </>
        )}
        <Button type="submit" tone="primary" wide busy={busy}>
          {t(`${kind}.button`)}
        </Button>
      </form>
      {!letter.isHere && <p className="mt-6 text-ink-2 text-sm">{t('elsewhere')}</p>}
    </Told>
  )
}

function Verify({ token, email }: { token: string; email: string }) {
  const t = useTranslations('letter')
  const verify = trpc.users.verifyAddress.useMutation()
  if (verify.data) {
    return <Done title={t('verifiedTitle')} text={t('verified', { email })} />
  }
  return (
    <Told title={t('verifyTitle')}>
      <p className="mb-6 break-words text-ink-2">{t('verify', { email })}</p>
      {verify.error && (
        <div className="mb-4">
          <Notice tone="bad" urgent>
            {verify.error.message}
          </Notice>
        </div>
      )}
      <Button tone="primary" busy={verify.isPending} onClick={() => verify.mutate({ token })}>
        {t('verifyButton')}
      </Button>
    </Told>
  )
}
