/** No answer at all is said in words: the browser's own, such as “Failed to fetch”, tell nobody what to do. */
import { TRPCClientError, type TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import type { AppRouter } from './trpc.ts'

/** What the server said itself has `data`, and stays as it is; what has none stays without, so that forms can tell. */
export function plainErrors(noSignal: string): TRPCLink<AppRouter> {
  return () =>
    ({ op, next }) =>
      observable((observer) =>
        next(op).subscribe({
          next: (value) => observer.next(value),
          complete: () => observer.complete(),
          error: (error) => observer.error(error.data ? error : new TRPCClientError(noSignal, { cause: error })),
        }),
      )
}
