/** The addresses of the athlete's app, below /train. */
export const address = {
  today: '/',
  /** The workout under way: there is one. */
  workout: '/workout',
  history: '/history',
  past: (id: string) => `/history/${id}`,
  editPast: (id: string) => `/history/${id}/edit`,
  exercises: '/exercises',
  exercise: (id: string) => `/exercises/${id}`,
  progress: '/progress',
  you: '/you',
  sync: '/you/sync',
  imports: '/import',
  signIn: '/sign-in',
} as const
