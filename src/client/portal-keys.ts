/** The portals' query keys, written the same by the server's prefetch and by the browser. */

export const ROSTER_PAGE = 200

export const rosterKey = (today: number) => ['roster', today] as const
export const rosterSearchKey = (today: number, search: string) => ['roster-search', today, search] as const

/** Everything known of one athlete: what is dropped when they stop sharing. */
export const athleteKey = (athleteId: string) => ['athlete', athleteId] as const
export const athletePageKey = (athleteId: string, today: number, lifts: readonly string[]) =>
  [...athleteKey(athleteId), 'page', today, lifts.join(' ')] as const
export const athleteWorkoutsKey = (athleteId: string) => [...athleteKey(athleteId), 'workouts'] as const
export const athleteBodyKey = (athleteId: string) => [...athleteKey(athleteId), 'body'] as const
export const athletePicturesKey = (athleteId: string, size: number, ids: readonly string[]) =>
  [...athleteKey(athleteId), 'pictures', size, ids.join(' ')] as const

const SLUG = /^[\w-]{1,80}$/

/** `?lifts=` as exercise ids, at most six; anything else in it is dropped. */
export function liftsOfParam(param: string | null | undefined): string[] {
  const ids = (param ?? '').split(',').filter((id) => SLUG.test(id))
  return [...new Set(ids)].slice(0, 6)
}
