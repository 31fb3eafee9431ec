'use client'
/** What every portal page stands in: tRPC over HTTP and the query cache, filled by the server's prefetch. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { oneAtOnce } from './one-at-once.ts'
import { plainErrors } from './plain-errors.ts'
import { portalLink } from './telling-fetch.ts'
import { trpc } from './trpc.ts'

export function PortalProvider({ children }: { children: ReactNode }) {
  const t = useTranslations('account')
  const [queryClient] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: { staleTime: 15_000, retry: 1, refetchOnWindowFocus: true },
          // Not kept for later: without a network an order fails at once and says so, rather than being done in silence
          // when the network is back, at another time than it was given.
          mutations: { networkMode: 'always' },
        },
      }),
  )
  const [trpcClient] = useState(() =>
    trpc.createClient({ links: [oneAtOnce(), plainErrors(t('noSignal')), portalLink('/api/trpc')] }),
  )
  return (
    <trpc.Provider client={trpcClient} queryClient={queryClient}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </trpc.Provider>
  )
}
