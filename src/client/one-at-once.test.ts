import { createTRPCClient, type TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import { expect, test } from 'vitest'
import { oneAtOnce } from './one-at-once.ts'
import type { AppRouter } from './trpc.ts'

const newIdOf = (sent: unknown[]) => `id ${sent.length}`

function clientOf(sent: unknown[]) {
  const server: TRPCLink<AppRouter> =
    () =>
    ({ op }) =>
      observable((observer) => {
        sent.push(op.input)
        const data = newIdOf(sent)
        setTimeout(() => {
          observer.next({ result: { type: 'data', data } })
          observer.complete()
        })
      })
  return createTRPCClient<AppRouter>({ links: [oneAtOnce(), server] })
}

test('two clicks within a frame are one order, a third after its answer is another', async () => {
  const sent: unknown[] = []
  const client = clientOf(sent)
  const add = () => client.gyms.addLocation.mutate({ gymId: 'g', name: 'Dock' })
  expect(await Promise.all([add(), add()])).toEqual(['id 1', 'id 1'])
  expect(await add()).toBe('id 2')
})

test('on, off and on again are three orders', async () => {
  const sent: unknown[] = []
  const client = clientOf(sent)
  const set = (name: string) => client.gyms.addLocation.mutate({ gymId: 'g', name })
  await Promise.all([set('on'), set('off'), set('on')])
  expect(sent).toHaveLength(3)
})
