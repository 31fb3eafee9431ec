import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { faultsOf, readFolder, readHouse, SRC } from './house.ts'
import { ROOMS, type RoomName } from './rooms.ts'

const house = readHouse()

/** One bad file laid into a house where every file exists: what the fence says of it. */
function faultOf(path: string, text: string): string[] {
  return faultsOf([{ path, text }], () => true)
}

describe('the house', () => {
  test('every file is in a room and imports only what its room may', () => {
    expect(faultsOf(house)).toEqual([])
  })

  test('files stay small, scripts, stories and benches too: past 300 lines they are split by noun', () => {
    const beside = ['scripts', 'e2e', 'bench'].flatMap((folder) => readFolder(join(SRC, '..', folder)))
    expect(beside.length).toBeGreaterThan(30)
    const long = [...house, ...beside].filter(
      ({ path, text }) => /\.(tsx?|mjs)$/.test(path) && !path.includes('/data/') && text.split('\n').length > 301,
    )
    expect(long.map(({ path }) => path)).toEqual([])
  })
})

describe('the fence bites', () => {
  test.each([
    ['a rule with a clock', 'modules/workouts/rules/x.ts', 'export const now = () => Date.now()'],
    ['a rule with React', 'modules/workouts/rules/x.ts', "import { useState } from 'react'"],
    ['a rule that uses its service', 'modules/workouts/rules/x.ts', "import { a } from '../service.ts'"],
    ['a mutator with randomness', 'modules/workouts/mutators.ts', 'export const id = () => Math.random()'],
    ['a mutator that asks the network', 'modules/workouts/mutators.ts', "export const a = () => fetch('/x')"],
    ['a model with drizzle', 'modules/workouts/model.ts', "import { pgTable } from 'drizzle-orm/pg-core'"],
    [
      'UI with a schema, even as a type',
      'modules/workouts/ui/portal/x.tsx',
      "import type { A } from '../../schema.ts'",
    ],
    ['a query that asks a service', 'modules/workouts/queries.ts', "import { a } from './service.ts'"],
    ['a query on another module', 'modules/workouts/queries.ts', "import { a } from '../users/queries.ts'"],
    ['a service of a module to the right', 'modules/users/service.ts', "import { a } from '../workouts/service.ts'"],
    [
      'a service with another module’s queries',
      'modules/workouts/service.ts',
      "import { a } from '../users/queries.ts'",
    ],
    ['a service that speaks tRPC', 'modules/workouts/service.ts', "import { TRPCError } from '@trpc/server'"],
    ['a router past its service', 'modules/workouts/router.ts', "import { a } from './queries.ts'"],
    ['SQL outside queries', 'modules/workouts/service.ts', 'export const a = (tx) => tx`select 1`'],
    [
      'SQL with a type outside queries',
      'modules/workouts/service.ts',
      'const a = (tx) => tx<{ id: string }[]>`select 1`',
    ],
    ['SQL by another name outside queries', 'modules/workouts/service.ts', 'export const a = (db) => db`select 1`'],
    ['unsafe SQL outside queries', 'modules/workouts/service.ts', "export const a = (tx) => tx.unsafe('select 1')"],
    ['SQL in a job', 'modules/analytics/jobs.ts', 'export const a = (tx) => tx`select 1`'],
    ['a rule with a clock turned into a number', 'modules/workouts/rules/x.ts', 'export const now = () => +new Date()'],
    [
      'a rule with a clock turned into a number, in short',
      'modules/workouts/rules/x.ts',
      'export const now = +new Date',
    ],
    ['a rule with a clock as text', 'modules/workouts/rules/x.ts', 'export const now = () => Date()'],
    ['a rule with a clock under another name', 'modules/workouts/rules/x.ts', 'const { now } = Date\nexport { now }'],
    ['a model with a clock', 'modules/workouts/model.ts', 'export const at = Date.now()'],
    ['a rule with the other clock', 'modules/workouts/rules/x.ts', 'export const now = () => Temporal.Now.instant()'],
    [
      'athlete UI that waits for the network',
      'modules/workouts/ui/athlete/x.tsx',
      "export const a = () => fetch('/x')",
    ],
    [
      'athlete UI with the mutators of a module to the right',
      'modules/exercises/ui/athlete/x.tsx',
      "import { a } from '../../../workouts/mutators.ts'",
    ],
    ['a job past its service', 'modules/analytics/jobs.ts', "import { a } from './queries.ts'"],
    ['a job of another module', 'modules/analytics/jobs.ts', "import { a } from '../workouts/service.ts'"],
    ['a demo that writes past the services', 'demo/load.ts', "import { a } from '../modules/workouts/queries.ts'"],
    ['a demo with a screen', 'demo/load.ts', "import { a } from '../screens/athlete/today.tsx'"],
    ['a service worker with the phone’s store', 'sw/sw.ts', "import { a } from '../sync/client/store.ts'"],
    ['a service worker with Dexie', 'sw/sw.ts', "import { Dexie } from 'dexie'"],
    ['shipped data that asks a service', 'modules/exercises/data/x.ts', "import { a } from '../service.ts'"],
    ['shipped data with a package', 'modules/exercises/data/x.ts', "import { z } from 'zod/mini'"],
    ['messages with a module', 'messages/phone.ts', "import { a } from '../modules/workouts/model.ts'"],
    ['messages with React', 'messages/phone.ts', "import { useState } from 'react'"],
    ['the phone’s wiring with a service', 'wiring/sync-phone.ts', "import { a } from '../modules/workouts/service.ts'"],
    ['the phone’s wiring with the server', 'wiring/sync-phone.ts', "import { a } from '../server/db.ts'"],
    ['athlete UI with portal UI', 'modules/workouts/ui/athlete/x.tsx', "import { a } from '../portal/y.tsx'"],
    [
      'athlete UI of another module',
      'modules/workouts/ui/athlete/x.tsx',
      "import { a } from '../../../exercises/ui/athlete/y.tsx'",
    ],
    ['athlete UI with next/link', 'modules/workouts/ui/athlete/x.tsx', "import Link from 'next/link'"],
    ['athlete UI with recharts', 'modules/workouts/ui/athlete/x.tsx', "import { Line } from 'recharts'"],
    [
      'portal UI with the phone’s store',
      'modules/workouts/ui/portal/x.tsx',
      "import { a } from '../../../../sync/client/store.ts'",
    ],
    ['sync that knows a module', 'sync/server/push.ts', "import { a } from '../../modules/workouts/service.ts'"],
    ['the server that knows a module', 'server/db.ts', "import { a } from '../modules/users/service.ts'"],
    ['the kit that knows an athlete', 'ui/button.tsx', "import { a } from '../modules/workouts/model.ts'"],
    ['the kit with the phone', 'ui/button.tsx', "import { a } from '../sync/client/api.ts'"],
    ['a screen with a service', 'screens/coach/x.tsx', "import { a } from '../../modules/users/service.ts'"],
    ['a route with a query', 'app/page.tsx', "import { a } from '../modules/users/queries.ts'"],
    ['the browser with the router’s code', 'client/trpc.ts', "import { appRouter } from '../wiring/router.ts'"],
    ['a file in no room', 'modules/workouts/stuff.ts', ''],
    ['a junk drawer', 'shared/utils.ts', ''],
    [
      'a lazily loaded screen across the fence',
      'modules/workouts/ui/athlete/x.tsx',
      "const a = () => import('../../service.ts')",
    ],
    ['a re-export across the fence', 'modules/workouts/rules/x.ts', "export { a } from '../queries.ts'"],
  ])('%s is refused', (_name, path, text) => {
    expect(faultOf(path, text)).not.toEqual([])
  })

  test.each(Object.keys(ROOMS) as RoomName[])('without its row, the room %s is missed', (name) => {
    const { [name]: _gone, ...rooms } = ROOMS
    expect(faultsOf(house, undefined, rooms)).not.toEqual([])
  })

  test('the type hole is for types only', () => {
    expect(faultOf('client/trpc.ts', "import type { AppRouter } from '../wiring/router.ts'")).toEqual([])
  })

  test('a circle of files is found', () => {
    const circle = [
      { path: 'shared/a.ts', text: "import { b } from './b.ts'" },
      { path: 'shared/b.ts', text: "import { a } from './a.ts'" },
    ]
    expect(faultsOf(circle, () => true)).toEqual([expect.stringContaining('cycle')])
  })

  test('an import that resolves to nothing is found', () => {
    expect(faultsOf([{ path: 'shared/a.ts', text: "import './gone.ts'" }], () => false)).toHaveLength(1)
  })
})
