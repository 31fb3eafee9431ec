'use client'
import { JoinPage } from '../../modules/gyms/ui/portal/join-page.tsx'
import { HomeLink } from './home-link.tsx'

export function JoinScreen({ token }: { token: string }) {
  return (
    <main className="mx-auto w-full max-w-lg px-5 pt-6 pb-16">
      <div className="mb-4">
        <HomeLink />
      </div>
      <JoinPage token={token} />
    </main>
  )
}
