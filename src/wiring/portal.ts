/** What server-rendered portal pages ask: who is there, which day it is for them, and the same procedures as browsers. */
import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { canInGym, type GymAction } from '../modules/gyms/rules/access.ts'
import { viewOfParams } from '../modules/gyms/rules/roster.ts'
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

/** Where somebody who just signed in works: with their athletes, in their gym, or on their own log. */
export async function homePath(): Promise<string> {
  const portal = await openPortal()
  if (!portal) return '/sign-in'
  if (portal.isLeaving) return '/account'
  const { caller } = portal
  const [athletes, gyms] = await Promise.all([
    caller.coaching.athletes({ search: '', after: null, limit: 1 }),
    caller.gyms.mine(),
  ])
  if (athletes.athletes.length > 0) return '/coach'
  return gyms.length > 0 ? '/gym' : '/train'
}

export type GymPage = {
  me: Awaited<ReturnType<PortalCaller['users']['me']>>
  home: Awaited<ReturnType<PortalCaller['gyms']['home']>>
  gyms: { id: string; name: string }[]
  locale: string
}

/** An id that can't be one is told like one that isn't there. */
function isGone(error: unknown): boolean {
  const { code } = error as { code?: string }
  return code === 'NOT_FOUND' || code === 'BAD_REQUEST'
}

/** Null when nobody is signed in, or when they don't work in this gym. Once a request. */
export const openGymPage = cache(async (gymId: string): Promise<GymPage | null> => {
  const portal = await openPortal()
  if (!portal) return null
  const { caller, locale } = portal
  const [me, home, gyms] = await Promise.all([
    caller.users.me(),
    caller.gyms.home({ gymId }).catch((error: unknown) => {
      if (isGone(error)) return null
      throw error
    }),
    caller.gyms.mine(),
  ])
  return home && { me, home, gyms: gyms.map(({ id, name }) => ({ id, name })), locale }
})

/** A page that this role may not open is not there, like a gym that is none of theirs. */
export async function requireGymPage(gymId: string, action: GymAction): Promise<void> {
  await requirePortal(`/gym/${gymId}`)
  const gym = await openGymPage(gymId)
  if (!gym || !canInGym(gym.home.role, action)) notFound()
}

/** Fills the first screen; the browser fetches the rest. */
const FIRST_ROWS = 60

/** The first rows of the roster as its address asks for them. */
export async function rosterStartOf(gymId: string, query: Record<string, string | string[] | undefined>) {
  const { caller } = await requirePortal(`/gym/${gymId}`)
  const view = viewOfParams({ get: (key) => (typeof query[key] === 'string' ? query[key] : null) })
  return { view, start: await caller.gyms.rosterStart({ gymId, view, limit: FIRST_ROWS }) }
}
