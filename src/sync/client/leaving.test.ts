/** The page leaves the screen, maybe for good, while the disk has not answered: what was tapped is in the rescue. */
import { expect, it } from 'vitest'
import type { LoggedMutation, Signals } from './api.ts'
import { createDisk, createMemoryStore } from './memory-store.ts'
import { begin, createStoryRescue, note, storyPhone, texts } from './story-phone.ts'
import { writeNote } from './story-world.ts'

/** A screen that is left and come back to by the test. */
function createScreen() {
  const listeners: (() => void)[] = []
  let isVisible = true
  const signals: Signals = {
    online: () => true,
    visible: () => isVisible,
    subscribe(listener) {
      listeners.push(listener)
      return () => {}
    },
  }
  const turn = (visible: boolean) => {
    isVisible = visible
    for (const tell of [...listeners]) tell()
  }
  return { signals, leave: () => turn(false), comeBack: () => turn(true) }
}

/** A phone whose disk answers when it is told to. */
async function openSlow() {
  const [rescue, screen, disk, answered] = [
    createStoryRescue(),
    createScreen(),
    createDisk(),
    Promise.withResolvers<void>(),
  ]
  const { server, transport } = await begin()
  const phone = storyPhone({ transport, store: createMemoryStore(disk), rescue, signals: screen.signals })
  await phone.start()
  disk.tail = answered.promise
  const rescued = () => rescue.held.map(({ args }) => (args as { text: string }).text)
  return { ...{ rescue, rescued, screen, server, transport, phone }, answer: () => answered.resolve() }
}

it('the next start has what was under way, once, whether or not the disk answered all the same', async () => {
  const { rescue, rescued, screen, server, transport, phone, answer } = await openSlow()
  const saving = phone.mutate(writeNote, note('n', 'heavy'))
  expect(rescued()).toEqual([])
  screen.leave()
  expect(rescued()).toEqual(['heavy'])

  // Closed: the disk that it wrote to is another's now.
  const again = storyPhone({ transport, rescue })
  await again.start()
  expect(await texts(again)).toEqual(['heavy'])
  await again.sync()
  // Not closed: the disk answers after all, and it is known by its id.
  answer()
  await saving
  await phone.sync()
  expect(server.effects()).toBe(1)
  expect(rescue.held).toEqual([])
})

it('so has it what is saved because the page leaves, or while it is away', async () => {
  const { rescued, screen, phone, answer } = await openSlow()
  // The screen's own listener is later than the phone's.
  const saving: Promise<unknown>[] = []
  screen.signals.subscribe(() => {
    if (!screen.signals.visible()) saving.push(phone.mutate(writeNote, note('typed', 'typed')))
  })
  screen.leave()
  saving.push(phone.mutate(writeNote, note('away', 'away')))
  expect(rescued()).toEqual(['typed', 'away'])
  screen.comeBack()
  answer()
  await Promise.all(saving)
  expect(rescued()).toEqual([])
})

it('what another run or another tab has rescued stays where it is until it is saved', async () => {
  const { rescue, rescued, screen, phone, answer } = await openSlow()
  const theirs: LoggedMutation = {
    mid: '018f0000-0000-7000-8000-0000000000aa',
    name: 'notes.write',
    v: 2,
    args: note('theirs', 'theirs'),
    at: 1_800_000_000_000,
  }
  const unknown = { ...theirs, mid: '018f0000-0000-7000-8000-0000000000ab', name: 'notes.sing' }
  rescue.held = [theirs, unknown]
  const saving = phone.mutate(writeNote, note('mine', 'mine'))
  screen.leave()
  expect(rescued()).toEqual(['theirs', 'theirs', 'mine'])
  answer()
  await saving
  expect(rescue.held).toEqual([theirs, unknown])
  screen.comeBack()
  await phone.sync()
  expect(await texts(phone)).toEqual(['mine', 'theirs'])
  expect(rescue.held).toEqual([unknown])
})
