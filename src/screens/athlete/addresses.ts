/** The addresses of the athlete's app, below /train. */
export const address = {
  today: '/',
  workout: (id: string) => `/workout/${id}`,
  history: '/history',
  past: (id: string) => `/history/${id}`,
  editPast: (id: string) => `/history/${id}/edit`,
  exercises: '/exercises',
  exercise: (id: string) => `/exercises/${id}`,
  progress: '/progress',
  programs: '/programs',
  program: (id: string) => `/programs/${id}`,
  you: '/you',
  imports: '/you/import',
  install: '/you/install',
  data: '/you/data',
  signIn: '/sign-in',
} as const
