'use client'
import { InvitePage } from '../../modules/coaching/ui/portal/invite-page.tsx'

export function InviteScreen({ token }: { token: string }) {
  return (
    <main className="mx-auto w-full max-w-lg px-5 py-16">
      <InvitePage token={token} />
    </main>
  )
}
