/** tRPC in the portals' browser code: typed by the router, by type only. */
import { createTRPCReact } from '@trpc/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../wiring/router.ts'

export type { AppRouter }

export const trpc = createTRPCReact<AppRouter>()

/** What each procedure answers with. */
export type Answers = inferRouterOutputs<AppRouter>
