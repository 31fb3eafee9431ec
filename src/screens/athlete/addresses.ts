/** The addresses of the athlete's app, below /train. */
import { isoDate } from '../../shared/local-day.ts'

export const address = {
  today: '/',
  cardio: '/cardio',
  workout: (id: string) => `/workout/${id}`,
  history: '/history',
  past: (id: string) => `/history/${id}`,
  editPast: (id: string) => `/history/${id}/edit`,
  exercises: '/exercises',
  exercise: (id: string) => `/exercises/${id}`,
  progress: '/progress',
  muscle: (group: string) => `/progress/muscle/${group}`,
  /** By any of its days. */
  week: (day: number) => `/progress/week/${isoDate(day)}`,
  year: (year: number) => `/progress/year/${year}`,
  routines: '/routines',
  routine: (id: string) => `/routines/${id}`,
  editRoutine: (id: string) => `/routines/${id}/edit`,
  /** Whose it is stands in it: another's copy under the same token would be another link. */
  shared: (athleteId: string, token: string) => `/shared/${athleteId}/${token}`,
  programs: '/programs',
  program: (id: string) => `/programs/${id}`,
  you: '/you',
  imports: '/you/import',
  install: '/you/install',
  data: '/you/data',
  phoneData: '/you/phone',
  places: '/you/places',
  place: (id: string) => `/you/places/${id}`,
  timeline: '/you/timeline',
  guide: '/you/guide',
  news: '/you/news',
  signIn: '/sign-in',
} as const

/** Goes with the address of signing in, in the history: who logged something here first makes an account. */
export const NEWCOMER = { isNew: true } as const
