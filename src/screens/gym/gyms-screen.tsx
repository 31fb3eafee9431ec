'use client'
/** Where an owner begins: the gyms they work in, and a new one. */
import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import type { Answers } from '../../client/trpc.ts'
import { CreateGymForm } from '../../modules/gyms/ui/portal/create-gym-form.tsx'
import { HomeLink } from '../public/home-link.tsx'
import { PublicFrame } from '../public/public-frame.tsx'
import { gymPath } from './gym-context.tsx'

type Props = { gyms: Answers['gyms']['mine']; name: string; locale: string }

export function GymsScreen(props: Props) {
  return (
    <PublicFrame>
      <Screen {...props} />
    </PublicFrame>
  )
}

function Screen({ gyms, name }: Props) {
  const t = useTranslations('gym')
  const account = useTranslations('portal')
  const router = useRouter()
  return (
    <main className="mx-auto w-full max-w-lg px-5 pt-6 pb-16 text-sm">
      <nav className="mb-6 flex items-center justify-between gap-4">
        <HomeLink />
        <a href="/account" className="inline-flex min-h-12 items-center text-ink-2 hover:text-ink">
          {account('account')}
        </a>
      </nav>
      {gyms.length > 0 && (
        <section className="mb-10">
          <h1 className="mb-3 font-bold text-xl tracking-tight">{t('create.yours')}</h1>
          <ul className="divide-y divide-line border-line border-y">
            {gyms.map((gym) => (
              <li key={gym.id}>
                <a href={gymPath(gym.id)} className="flex min-h-12 items-center gap-3 px-1 hover:bg-raised">
                  <span className="min-w-0 flex-1 truncate font-medium">{gym.name}</span>
                  <span className="text-ink-2">{t(`role.${gym.role}`)}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        {gyms.length > 0 ? (
          <h2 className="mb-1 font-bold text-lg tracking-tight">{t('create.another')}</h2>
        ) : (
          <h1 className="mb-1 font-bold text-2xl tracking-tight">{t('create.title', { name })}</h1>
        )}
        <p className="mb-5 text-ink-2">{t('create.text')}</p>
        <CreateGymForm onCreated={(gymId) => router.push(gymPath(gymId))} />
      </section>
    </main>
  )
}
