/** What is new in the app, in the athlete's terms; each has its words under `news.items`. Newest first; the last two updates. */

export const NEWS = [
  { date: '2026-11-30', ids: ['friends', 'language', 'floors', 'files'] },
  { date: '2026-11-29', ids: ['pause', 'kinds', 'recovery', 'week', 'link', 'forgotten'] },
] as const

type Kept = Pick<Storage, 'getItem' | 'setItem'>
const KEY = 'train-news'
const newest = NEWS[0].date

/** Whether something came since this browser was told last. Who has just come is told nothing: all of it is new. */
export function hasNews(storage: Kept = localStorage): boolean {
  try {
    const told = storage.getItem(KEY)
    if (told === null) storage.setItem(KEY, newest)
    return told !== null && told < newest
  } catch {
    // A browser that keeps nothing would tell of it at every visit.
    return false
  }
}

export function tellNoMore(storage: Kept = localStorage): void {
  try {
    storage.setItem(KEY, newest)
  } catch {
    // Told nothing there, either: see `hasNews`.
  }
}
