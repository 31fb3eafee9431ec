/** A sync while the person goes on: what they write meanwhile, and a session that ends in the middle of it. */
import { expect, it } from 'vitest'
import { createMemoryStore } from './memory-store.ts'
import { begin, note, storyPhone, texts } from './story-phone.ts'
import { writeNote } from './story-world.ts'

it('what is not sent is sent by the next app when the session ends in the middle of a sync, and that is no error', async () => {
  const reported: unknown[] = []
  const { phone, server, transport, disk } = await begin({ report: (error) => reported.push(error) })
  await phone.mutate(writeNote, note('n', 'heavy'))
  const { push } = transport
  const [asked, answered] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  transport.push = async (input) => {
    asked.resolve()
    await answered.promise
    return push(input)
  }
  const syncing = phone.sync()
  await asked.promise
  // The answer comes when the store is closed already.
  await phone.stop()
  answered.resolve()
  expect(await syncing).toBe('waiting')
  expect(reported).toEqual([])

  transport.push = push
  const again = storyPhone({ transport, store: createMemoryStore(disk) })
  await again.start()
  expect(await again.sync()).toBe('done')
  expect(server.texts()).toEqual(['heavy'])
  expect(server.effects()).toBe(1)
})

it('what waits to be sent lies over what the server has', async () => {
  const { phone, server } = await begin()
  await phone.sync()
  server.write(1, 'n', 'theirs')
  await phone.steps.pull()
  server.write(2, 'n', 'theirs again')
  await phone.mutate(writeNote, note('n', 'mine'))
  await phone.steps.pull()
  expect(await texts(phone)).toEqual(['mine'])
  await phone.sync()
  expect([await texts(phone), server.texts()]).toEqual([['mine'], ['mine']])
})

it('what is written during a pull is left to the next sync, which a thumb from set to set would make endless', async () => {
  const { phone, transport } = await begin()
  await phone.sync()
  await phone.mutate(writeNote, note('n1', 'one'))
  const { pull } = transport
  let pulls = 0
  transport.pull = async (input) => {
    await phone.mutate(writeNote, note(`p${++pulls}`, 'meanwhile'))
    return pull(input)
  }
  expect(await phone.sync()).toBe('done')
  expect([pulls, (await phone.unsynced()).map(({ args }) => (args as { id: string }).id)]).toEqual([1, ['p1']])
  transport.pull = pull
  await phone.sync()
  expect(await phone.unsynced()).toEqual([])
})
