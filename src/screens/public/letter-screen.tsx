'use client'
import { LetterPage } from '../../modules/users/ui/portal/letter-page.tsx'
import { HomeLink } from './home-link.tsx'

export function LetterScreen({ token }: { token: string }) {
  return (
    <main className="mx-auto w-full max-w-sm px-5 pt-6 pb-16">
      <div className="mb-4">
        <HomeLink />
      </div>
      <LetterPage token={token} />
    </main>
  )
}
