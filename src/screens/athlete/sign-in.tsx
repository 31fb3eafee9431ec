'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { useDeviceAccount } from '../../client/account-provider.tsx'
import { useGoogle } from '../../client/use-google.ts'
import { SignInForm, type SignInWay, useSignInLetter } from '../../modules/users/ui/athlete/sign-in-form.tsx'
import { showToast } from '../../ui/toast.tsx'
import { address, type NEWCOMER } from './addresses.ts'
import { Page } from './page.tsx'

export function SignInScreen() {
  const t = useTranslations('signIn')
  const y = useTranslations('you')
  const { account } = useDeviceAccount()
  const [, navigate] = useLocation()
  const [way, setWay] = useState<SignInWay>(() => (isNewcomer() ? 'sign-up' : 'password'))
  async function onSignedIn(userId: string) {
    const { claimed } = (await account?.signedIn({ userId, name: await findName() })) ?? { claimed: 0 }
    showToast({ tone: 'good', text: claimed > 0 ? y('signedInClaimed') : y('signedIn') })
    navigate(address.today, { replace: true })
  }
  const letter = useSignInLetter(onSignedIn)
  const google = useGoogle(onSignedIn)
  const title = way === 'reset' ? t('resetTitle') : t(way === 'sign-up' ? 'titleNew' : 'title')
  return (
    <Page title={letter.asked ? t('letterTitle') : title} back={address.you}>
      <div className="pt-4">
        {google.isBack ? (
          <p role="status" className="text-base text-ink-2">
            {t('signingIn')}
          </p>
        ) : (
          <SignInForm way={way} onWay={setWay} letter={letter} google={google} onSignedIn={onSignedIn} />
        )}
      </div>
    </Page>
  )
}

const isNewcomer = () => (window.history.state as Partial<typeof NEWCOMER> | null)?.isNew === true

/** For "signed in as"; signing in does not fail for want of it. */
async function findName(): Promise<string> {
  try {
    const answer = await fetch('/api/trpc/users.me', { cache: 'no-store', signal: AbortSignal.timeout(20_000) })
    const body = (await answer.json()) as { result?: { data?: { name?: string; email?: string } } }
    const { name, email } = body.result?.data ?? {}
    return name || email || ''
  } catch {
    return ''
  }
}
