/** tRPC in the portals' browser code: typed by the router, by type only. */
import { createTRPCReact } from '@trpc/react-query'
import type { AppRouter } from '../wiring/router.ts'

export const trpc = createTRPCReact<AppRouter>()
