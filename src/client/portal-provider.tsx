'use client'
/** What every portal page stands in: tRPC over HTTP and the query cache, filled by the server's prefetch. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { portalLink } from './telling-fetch.ts'
import { trpc } from './trpc.ts'

export function PortalProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(
    () =>
      new QueryClient({
        defaultOptions: { queries: { staleTime: 15_000, retry: 1, refetchOnWindowFocus: true } },
      }),
  )
  const [trpcClient] = useState(() => trpc.createClient({ links: [portalLink('/api/trpc')] }))
  return (
    <trpc.Provider client={trpcClient} queryClient={queryClient}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </trpc.Provider>
  )
}
