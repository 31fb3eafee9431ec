'use client'
/** One's own account: password, devices, and who sees what. */
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { SharingList } from '../../modules/coaching/ui/portal/sharing-list.tsx'
import { MembershipList } from '../../modules/gyms/ui/portal/membership-list.tsx'
import { AccountHead } from '../../modules/users/ui/portal/account-head.tsx'
import { ChangeAddress } from '../../modules/users/ui/portal/change-address.tsx'
import { ChangePasswordForm, FirstPassword } from '../../modules/users/ui/portal/change-password-form.tsx'
import { DeleteAccount } from '../../modules/users/ui/portal/delete-account.tsx'
import { DeviceList } from '../../modules/users/ui/portal/device-list.tsx'
import { GoogleLink } from '../../modules/users/ui/portal/google-link.tsx'
import { LeavingNotice } from '../../modules/users/ui/portal/leaving-notice.tsx'
import { PasskeyList } from '../../modules/users/ui/portal/passkey-list.tsx'
import { SetAsideList } from '../../modules/users/ui/portal/set-aside-list.tsx'
import { TokenList } from '../../modules/users/ui/portal/token-list.tsx'
import { YourData } from '../../modules/users/ui/portal/your-data.tsx'
import { HomeLink } from './home-link.tsx'
import { PhotoPart } from './photo-part.tsx'

export function AccountPage() {
  const t = useTranslations()
  return (
    <main className="mx-auto w-full max-w-2xl px-5 pt-6 pb-16">
      <nav className="mb-4 flex items-center justify-between gap-4">
        <HomeLink />
        <span className="flex flex-wrap justify-end gap-x-5">
          <Side href="/train">{t('portal.myLog')}</Side>
          <Side href="/coach">{t('portal.myAthletes')}</Side>
          <Side href="/gym">{t('portal.myGym')}</Side>
        </span>
      </nav>
      <AccountHead notice={<LeavingNotice />}>
        {(me) => (
          <div className="grid gap-10">
            <Part title={t('account.photoTitle')}>
              <PhotoPart personId={me.id} name={me.name} />
            </Part>
            <Part title={t('invite.sharingTitle')}>
              <SharingList />
            </Part>
            <MembershipList around={(list) => <Part title={t('join.gymsTitle')}>{list}</Part>} />
            <SetAsideList around={(list) => <Part title={t('account.setAsideTitle')}>{list}</Part>} />
            <Part title={t('account.devicesTitle')}>
              <DeviceList />
            </Part>
            <Part title={t('account.address.title')}>
              <ChangeAddress email={me.email} />
            </Part>
            <Part title={t('account.passkeysTitle')}>
              <PasskeyList />
            </Part>
            <Part id="tokens" title={t('account.tokens.title')}>
              <TokenList />
            </Part>
            <GoogleLink email={me.email} around={(part) => <Part title={t('account.googleTitle')}>{part}</Part>} />
            <Part title={t(me.hasPassword ? 'account.changePasswordTitle' : 'account.firstPasswordTitle')}>
              {me.hasPassword ? <ChangePasswordForm email={me.email} /> : <FirstPassword email={me.email} />}
            </Part>
            <Part title={t('account.data.title')}>
              <YourData />
            </Part>
            <Part id="delete" title={t('account.leave.title')}>
              <DeleteAccount email={me.email} />
            </Part>
          </div>
        )}
      </AccountHead>
    </main>
  )
}

/** One of the three sides of an account. */
function Side({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className="inline-flex min-h-12 items-center text-ink-2 text-sm hover:text-ink">
      {children}
    </a>
  )
}

function Part({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  return (
    <section id={id} className="scroll-mt-6">
      <h2 className="mb-3 border-line border-b pb-2 font-semibold">{title}</h2>
      {children}
    </section>
  )
}
