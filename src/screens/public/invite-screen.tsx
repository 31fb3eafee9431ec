'use client'
import { InvitePage } from '../../modules/coaching/ui/portal/invite-page.tsx'
import { HomeLink } from './home-link.tsx'

export function InviteScreen({ token }: { token: string }) {
  return (
    <main className="mx-auto w-full max-w-lg px-5 pt-6 pb-16">
      <div className="mb-4">
        <HomeLink />
      </div>
      <InvitePage token={token} />
    </main>
  )
}
