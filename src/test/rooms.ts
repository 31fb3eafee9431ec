/**
 * The house as data: which room a file is in, and which rooms it may import from. docs/architecture.md draws the same
 * rooms, and architecture.test.ts asserts both.
 */

/** Modules in one line: an impure file may use only modules to its left. */
export const MODULE_LINE = [
  'users',
  'media',
  'notifications',
  'gyms',
  'coaching',
  'exercises',
  'programs',
  'workouts',
  'feed',
  'analytics',
] as const

/** `own` = the same module; `earlier` = a module to the left; `any` = every module, since the file is pure. */
type Reach = 'own' | 'earlier' | 'any'
type Room = {
  /** Matches the path below src/, with the module's name in the group `module` where there is one. */
  files: RegExp
  /** Rooms it may import, and for rooms of modules how far. */
  may: Partial<Record<RoomName, Reach | true>>
  /** Packages it may import, as prefixes; `*` = any. */
  packages: string[]
  /** No clock, no randomness, no network, no browser: what it needs comes in. */
  pure?: true
  /** May hold SQL. */
  sql?: true
  /** Shows and saves without the network. */
  offline?: true
}

export type RoomName =
  | 'shared'
  | 'messages'
  | 'model'
  | 'rules'
  | 'data'
  | 'mutators'
  | 'schema'
  | 'queries'
  | 'service'
  | 'router'
  | 'jobs'
  | 'mail'
  | 'uiAthlete'
  | 'uiPortal'
  | 'syncContract'
  | 'syncClient'
  | 'syncServer'
  | 'server'
  | 'client'
  | 'sw'
  | 'kit'
  | 'screens'
  | 'wiringServer'
  | 'wiringPhone'
  | 'demo'
  | 'app'
  | 'test'

const module = '^modules/(?<module>[a-z]+)/'
const anyPure = { model: 'any', rules: 'any' } as const

export const ROOMS: Record<RoomName, Room> = {
  shared: { files: /^shared\/[\w-]+\.ts$/, may: { shared: true }, packages: ['uuid', 'zod'] },
  messages: {
    files:
      /^messages\/[\w-]+\/(athlete|athlete-elsewhere|athlete-programs|legal|athlete-today|portal|exercises|ready)\.json$|^messages\/[\w-]+\.ts$/,
    may: { messages: true },
    packages: ['use-intl'],
  },
  model: {
    files: new RegExp(`${module}model(/[\\w-]+)?\\.ts$`),
    may: { shared: true, model: 'any', syncContract: true },
    packages: ['zod'],
    pure: true,
  },
  rules: {
    files: new RegExp(`${module}rules/[\\w/-]+\\.ts$`),
    may: { shared: true, ...anyPure },
    packages: ['fractional-indexing'],
    pure: true,
  },
  data: {
    files: new RegExp(`${module}data/[\\w-]+\\.(ts|json)$`),
    may: { ...anyPure, data: 'own' },
    packages: [],
    pure: true,
  },
  mutators: {
    files: new RegExp(`${module}mutators(/[\\w-]+)?\\.ts$`),
    may: { shared: true, ...anyPure, mutators: 'own', syncContract: true },
    packages: ['zod'],
    pure: true,
  },
  schema: {
    files: new RegExp(
      `${module}schema(/[\\w-]+)?\\.ts$|^server/schema\\.ts$|^sync/server/schema\\.ts$|^server/schema-[\\w-]+\\.ts$`,
    ),
    may: { shared: true, model: 'any', schema: 'earlier' },
    packages: ['drizzle-orm'],
    sql: true,
  },
  queries: {
    files: new RegExp(`${module}queries(/[\\w-]+)?\\.ts$`),
    may: { shared: true, ...anyPure, schema: 'own', queries: 'own', server: true },
    packages: ['postgres', 'drizzle-orm'],
    sql: true,
  },
  service: {
    files: new RegExp(`${module}service(/[\\w-]+)?\\.ts$`),
    may: {
      shared: true,
      ...anyPure,
      data: 'any',
      queries: 'own',
      service: 'earlier',
      mail: 'own',
      mutators: 'own',
      syncServer: true,
      syncContract: true,
      server: true,
    },
    packages: ['@node-rs/argon2', '@simplewebauthn', 'node:'],
  },
  router: {
    files: new RegExp(`${module}(router|http)\\.ts$`),
    may: { shared: true, model: 'any', service: 'own', server: true },
    packages: ['zod', 'node:'],
  },
  jobs: {
    files: new RegExp(`${module}jobs\\.ts$`),
    may: { shared: true, ...anyPure, service: 'own', server: true },
    packages: [],
  },
  /** Letters: data in, a subject and its text out. */
  mail: {
    files: new RegExp(`${module}mail/[\\w-]+\\.ts$`),
    may: { shared: true, ...anyPure, server: true },
    packages: [],
    pure: true,
  },
  uiAthlete: {
    files: new RegExp(`${module}ui/(athlete|offline)/[\\w/-]+(\\.worker)?\\.(tsx?|css)$`),
    may: {
      shared: true,
      ...anyPure,
      data: 'any',
      mutators: 'earlier',
      syncClient: true,
      syncContract: true,
      kit: true,
      client: true,
      uiAthlete: 'own',
    },
    packages: ['react', 'use-intl', 'wouter', 'lucide-react', '@base-ui', 'dexie', '@tanstack/react-virtual', 'qr'],
    offline: true,
  },
  uiPortal: {
    files: new RegExp(`${module}ui/portal/[\\w/-]+\\.(tsx?|css)$`),
    may: { shared: true, ...anyPure, data: 'any', kit: true, client: true, uiPortal: 'own' },
    packages: [
      ...['react', 'use-intl', 'next', 'next-auth', 'lucide-react', '@base-ui', 'recharts', '@tanstack', '@trpc'],
      'qr',
    ],
  },
  syncContract: { files: /^sync\/[\w-]+\.ts$/, may: { shared: true, syncContract: true }, packages: ['zod'] },
  syncClient: {
    files: /^sync\/client\/[\w/-]+\.tsx?$/,
    may: { shared: true, syncContract: true, syncClient: true },
    packages: ['dexie', 'react', 'zod'],
  },
  syncServer: {
    files: /^sync\/server\/(?!schema\.ts)[\w/-]+\.ts$/,
    may: { shared: true, syncContract: true, syncServer: true, schema: 'any', server: true },
    packages: ['postgres', 'drizzle-orm', 'zod', 'node:'],
    sql: true,
  },
  server: {
    files: /^server\/(?!schema)[\w/-]+\.ts$/,
    may: { shared: true, server: true, schema: 'any' },
    packages: ['*'],
    sql: true,
  },
  client: {
    files: /^client\/[\w/-]+\.tsx?$/,
    may: { shared: true, client: true, syncClient: true, syncContract: true, model: 'any', kit: true },
    packages: ['@simplewebauthn', 'react', '@trpc', '@tanstack', 'workbox-window', 'dexie', 'next', 'use-intl'],
  },
  sw: { files: /^sw\/[\w-]+\.ts$/, may: { sw: true }, packages: ['workbox', 'esbuild', 'node:'] },
  kit: {
    files: /^ui\/[\w/-]+\.(tsx?|css)$/,
    may: { shared: true, kit: true },
    packages: [
      'react',
      'use-intl',
      'lucide-react',
      '@base-ui',
      '@fontsource-variable',
      'tailwindcss',
      '@tanstack/react-virtual',
      'recharts',
    ],
  },
  screens: {
    files: /^screens\/[\w/-]+\.(tsx?|css)$/,
    may: {
      shared: true,
      ...anyPure,
      data: 'any',
      mutators: 'any',
      uiAthlete: 'any',
      uiPortal: 'any',
      kit: true,
      client: true,
      syncClient: true,
      syncContract: true,
      messages: true,
      wiringPhone: true,
    },
    packages: ['client-zip', 'react', 'use-intl', 'wouter', 'lucide-react', 'next', '@base-ui', '@tanstack', '@trpc'],
  },
  wiringPhone: {
    files: /^wiring\/sync-phone\.ts$/,
    may: { shared: true, model: 'any', mutators: 'any', syncContract: true, syncClient: true, client: true },
    packages: [],
  },
  wiringServer: {
    files: /^wiring\/(?!sync-phone)[\w-]+\.tsx?$/,
    may: {
      shared: true,
      ...anyPure,
      data: 'any',
      mutators: 'any',
      schema: 'any',
      service: 'any',
      router: 'any',
      jobs: 'any',
      syncContract: true,
      syncServer: true,
      server: true,
      wiringServer: true,
      demo: true,
      messages: true,
    },
    packages: ['*'],
    sql: true,
  },
  demo: {
    files: /^demo\/[\w/-]+\.ts$/,
    may: {
      shared: true,
      ...anyPure,
      data: 'any',
      mutators: 'any',
      service: 'any',
      syncContract: true,
      syncServer: true,
      server: true,
      demo: true,
    },
    packages: ['node:'],
    sql: true,
  },
  app: {
    files: /^app\/[\w()[\]./-]+\.(tsx?|css)$/,
    may: { screens: true, wiringServer: true, kit: true, client: true, messages: true, shared: true },
    packages: ['next', 'react', 'next-auth', 'use-intl', '@trpc', '@tanstack'],
  },
  test: {
    files: /\.test\.tsx?$|^test\/[\w.-]+\.ts$|^sync\/testing\/[\w-]+\.ts$|\/fixtures(-[\w-]+)?\.ts$/,
    may: {},
    packages: ['*'],
  },
}

/** The one hole: the browser's tRPC client knows the router's type, and by type only. */
export const TYPE_HOLES = [{ from: /^client\/trpc\.tsx?$/, to: 'wiring/router.ts' }] as const
