/** What server-rendered portal pages ask: who is there, which day it is for them, and the same procedures as browsers. */
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { ADDRESS_HEADER } from '../server/http/client-address.ts'
import { createCallerFactory } from '../server/trpc.ts'
import { newId } from '../shared/id.ts'
import { dayOf, isZone } from '../shared/local-day.ts'
import { englishLocale } from '../shared/locale.ts'
import { principalFromCookies } from './principal.ts'
import { appRouter } from './router.ts'

const createCaller = createCallerFactory(appRouter)
type PortalCaller = ReturnType<typeof createCaller>

/** The browser writes its zone here, so that the first page knows which day it is for its reader. */
const ZONE_COOKIE = 'spotter.zone'

export type Portal = { caller: PortalCaller; today: number; locale: string; isLeaving: boolean }

/** Null when nobody is signed in. Once a request, however many parts of the page ask. */
export const openPortal = cache(async (): Promise<Portal | null> => {
  const [sent, jar] = await Promise.all([headers(), cookies()])
  const actor = await principalFromCookies(sent.get('cookie'))
  if (!actor) return null
  const caller = createCaller({
    actor,
    requestId: newId(),
    ip: sent.get(ADDRESS_HEADER) ?? 'unknown',
    userAgent: sent.get('user-agent') ?? '',
  })
  const zone = jar.get(ZONE_COOKIE)?.value ?? ''
  const today = dayOf(Date.now(), isZone(zone) ? zone : 'UTC')
  const isLeaving = actor.leavingAt !== undefined
  return { caller, today, isLeaving, locale: englishLocale(sent.get('accept-language')?.split(/[,;]/)[0]?.trim()) }
})

/** Sends whoever isn't signed in to the sign-in page and back, and whoever leaves to where they can stay. */
export async function requirePortal(path: string): Promise<Portal> {
  const portal = (await openPortal()) ?? redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  return portal.isLeaving ? redirect('/account') : portal
}
