import { describe, expect, it } from 'vitest'
import { derivedId } from '../../shared/id.ts'
import { MAX_ASIDE } from '../wire.ts'
import { UNDO_MS } from './dismissed.ts'
import { createMemoryStore } from './memory-store.ts'
import { begin, book, createStoryTransport, note, storyPhone, texts } from './story-phone.ts'
import { clock, openBook, SPACE, writeNote } from './story-world.ts'
import { TransportError } from './transport.ts'

describe('a note from the thumb to the server', () => {
  it('is durable here first, then queued, then on the server, and leaves the outbox with the pull', async () => {
    const { phone, server, transport } = await begin()
    await phone.mutate(openBook, book)
    await phone.mutate(writeNote, note('n', 'heavy'))
    expect(phone.rowState('n')).toBe('phone')
    expect(phone.status.get().pending).toBe(2)

    transport.next.push('lost')
    expect(await phone.sync()).toBe('waiting')
    expect(phone.rowState('n')).toBe('queued')

    expect(await phone.sync()).toBe('done')
    expect(phone.rowState('n')).toBe('server')
    expect(phone.status.get()).toMatchObject({ pending: 0, here: 'all' })
    expect(server.texts()).toEqual(['heavy'])
    expect(await phone.unsynced()).toEqual([])
  })

  it('takes effect once although the answer to the push was lost and the app was closed', async () => {
    const { phone, server, transport, disk } = await begin()
    await phone.mutate(writeNote, note('n', 'heavy'))
    transport.next.push('unanswered')
    await phone.sync()
    await phone.stop()

    const again = storyPhone({ transport, store: createMemoryStore(disk) })
    await again.start()
    expect(await texts(again)).toEqual(['heavy'])
    expect(await again.sync()).toBe('done')
    expect(server.effects()).toBe(1)
  })

  it('is not said to be on the server by an app that has not read its outbox yet', async () => {
    const { phone, transport, disk } = await begin()
    await phone.mutate(writeNote, note('n', 'heavy'))
    await phone.stop()

    const again = storyPhone({ transport, store: createMemoryStore(disk) })
    expect([again.rowState('n'), again.rowState('another')]).toEqual(['phone', 'phone'])
    await again.start()
    expect([again.rowState('n'), again.rowState('another')]).toEqual(['phone', 'server'])
  })

  it('waits as queued while there is no signal, and sends nothing', async () => {
    const { phone, transport } = await begin({
      signals: { online: () => false, visible: () => true, subscribe: () => () => {} },
    })
    await phone.mutate(writeNote, note('n', 'heavy'))
    expect(await phone.sync()).toBe('waiting')
    expect(phone.rowState('n')).toBe('queued')
    expect(transport.calls).toEqual([])
  })

  it('refuses bad arguments with a sentence and keeps nothing', async () => {
    const { phone } = await begin()
    await expect(phone.mutate(writeNote, { id: 'n', bookId: 'b' } as never)).rejects.toMatchObject({
      code: 'bad_input',
    })
    await expect(phone.mutate(writeNote, note('n', 'never'))).rejects.toThrow('never say never')
    expect(await phone.unsynced()).toEqual([])
    expect(phone.rowState('n')).toBe('server')
  })
})

describe('pulling', () => {
  it('never trims on a page that is not the last', async () => {
    const { phone, server } = await begin()
    await phone.sync()
    await phone.mutate(writeNote, note('mine', 'mine'))
    for (let i = 1; i <= 5; i++) server.write(i, `theirs-${i}`, `theirs ${i}`)
    await phone.steps.push()
    expect(await phone.steps.pull(2)).toBe('more')
    expect((await phone.unsynced()).length).toBe(1)
    expect(await texts(phone)).toEqual(['mine'])
    expect(await phone.steps.pull(2)).toBe('more')
    expect(await phone.steps.pull(2)).toBe('applied')
    expect(await phone.unsynced()).toEqual([])
    expect((await texts(phone)).length).toBe(6)
  })

  it('starts a staged pull anew after a reload, and loses no row', async () => {
    const { phone, server, transport, disk } = await begin()
    await phone.sync()
    for (let i = 1; i <= 5; i++) server.write(i, `theirs-${i}`, `theirs ${i}`)
    await phone.steps.pull(2)
    await phone.stop()
    const again = storyPhone({ transport, store: createMemoryStore(disk) })
    await again.start()
    await again.sync()
    expect((await texts(again)).length).toBe(5)
  })

  it('shows a later edit from elsewhere at once, although an own earlier one is still queued', async () => {
    const { phone, server } = await begin()
    await phone.mutate(writeNote, note('n', 'first'))
    await phone.sync()
    await phone.mutate(writeNote, note('n', 'mine'))
    server.write(1, 'n', 'theirs, later')
    await phone.steps.pull()
    expect(await texts(phone)).toEqual(['theirs, later'])
    await phone.sync()
    expect(server.texts()).toEqual(['theirs, later'])
  })

  it('is fetched when it is told while an answer that lacks it is on its way', async () => {
    const { phone, server, transport } = await begin()
    const other = storyPhone({ transport: createStoryTransport(server) })
    await other.start()
    await phone.sync()
    const { pull } = transport
    let told: Promise<unknown> | undefined
    transport.pull = async (input) => {
      const answer = await pull(input)
      transport.pull = pull
      await other.mutate(writeNote, note('n', 'from elsewhere'))
      await other.sync()
      told = phone.sync()
      return answer
    }
    await phone.sync()
    await told
    expect(await texts(phone)).toEqual(['from elsewhere'])
  })

  it('keeps an own write on the screen while rows of others arrive under it', async () => {
    const { phone, server, transport } = await begin()
    await phone.mutate(writeNote, note('n', 'first'))
    await phone.sync()
    await phone.mutate(writeNote, note('n', 'second'))
    server.write(1, 'other', 'theirs')
    await phone.steps.pull()
    expect(await texts(phone)).toEqual(['second', 'theirs'])
    expect(phone.rowState('n')).toBe('phone')
    transport.next.push('lost')
    await phone.sync()
    expect(await texts(phone)).toEqual(['second', 'theirs'])
  })
})

describe('what the server refuses', () => {
  it('goes to attention with its words and never blocks what comes after it', async () => {
    const { phone, server } = await begin()
    await phone.mutate(writeNote, note('n', 'kept'))
    await phone.sync()
    server.refuse.add('poison')
    const poison = phone.mutate(writeNote, note('n', 'poison'))
    await poison
    await phone.mutate(writeNote, note('m', 'after'))
    expect(await texts(phone)).toEqual(['after', 'poison'])
    await phone.steps.push()
    expect(await texts(phone)).toEqual(['after', 'kept'])
    expect(await phone.sync()).toBe('done')
    expect(server.texts()).toEqual(['after', 'kept'])
    expect(await texts(phone)).toEqual(['after', 'kept'])
    expect(phone.rowState('n')).toBe('attention')
    expect(phone.status.get().attention).toBe(1)
    const [dead] = await phone.attention()
    expect(dead).toMatchObject({ message: 'This note was not taken.', args: note('n', 'poison'), rows: ['n'] })
    const undo = await phone.dismiss(dead?.mid ?? '')
    expect(phone.rowState('n')).toBe('server')
    await undo()
    expect(await phone.attention()).toEqual([dead])
  })

  it('needs no attention once it was settled elsewhere; what was applied is sent again after a restore', async () => {
    const { phone, server } = await begin()
    for (const text of ['applied', 'dismissed', 'open']) server.aside.add(text)
    await phone.mutate(writeNote, note('a', 'applied'))
    await phone.mutate(writeNote, note('d', 'dismissed'))
    await phone.mutate(writeNote, note('o', 'open'))
    await phone.sync()
    const texts = async () => (await phone.attention()).map(({ args }) => (args as { text: string }).text).sort()
    expect(await texts()).toEqual(['applied', 'dismissed', 'open'])
    for (const { mid, args } of await phone.attention()) {
      const { text } = args as { text: string }
      if (text === 'applied' || text === 'dismissed') server.settled.set(mid, text)
    }
    const backup = server.snapshot()
    await phone.sync()
    expect(await texts()).toEqual(['open'])
    expect(phone.status.get().attention).toBe(1)

    server.aside.clear()
    server.restore({ ...backup, devices: new Map() })
    expect(await phone.sync()).toBe('done')
    expect(server.texts()).toEqual(['applied', 'open'])
    expect(await texts()).toEqual([])
  })

  it('tells the server what was dismissed here, once it can’t be undone any more', async () => {
    const { phone, server, transport } = await begin()
    server.aside.add('aside')
    for (const id of ['a', 'b']) await phone.mutate(writeNote, note(id, 'aside'))
    await phone.sync()
    const [first, second] = (await phone.attention()).map(({ mid }) => mid) as [string, string]
    const undo = await phone.dismiss(first)
    await phone.dismiss(second)
    await phone.sync()
    expect([...server.settled.keys()]).toEqual([])
    await undo()
    clock.pass(UNDO_MS)
    const { dismiss } = transport
    transport.dismiss = () => Promise.reject(new TransportError('network', 'lost on the way'))
    expect(await phone.sync()).toBe('waiting')
    transport.dismiss = dismiss
    expect(await phone.sync()).toBe('done')
    expect([...server.settled]).toEqual([[second, 'dismissed']])
    await phone.sync()
    expect(transport.calls.filter((name) => name === 'dismiss')).toHaveLength(1)

    // Held open for longer than that, the offer still holds.
    const late = await phone.dismiss(first)
    clock.pass(UNDO_MS)
    await phone.sync()
    expect(server.settled.get(first)).toBe('dismissed')
    await late()
    await phone.sync()
    expect(await phone.attention()).toMatchObject([{ mid: first, status: 'rejected' }])
  })

  it('asks about all that was set aside, a thousand at a time', async () => {
    const { phone, server, disk } = await begin()
    const mids = Array.from({ length: 2 * MAX_ASIDE + 1 }, (_, i) => derivedId(SPACE, i))
    const refused = { status: 'quarantined' as const, code: 'bug', message: 'This note was set aside.' }
    const one = { seq: 0, name: 'notes.write', v: 2, args: note('n', 'aside'), at: 1, ms: 1, keys: [], ...refused }
    await createMemoryStore(disk).write(['dead'], (tx) =>
      tx.put(
        'dead',
        mids.map((mid) => ({ ...one, mid })),
      ),
    )
    const last = mids.at(-1) ?? ''
    server.settled.set(last, 'dismissed')
    expect(await phone.sync()).toBe('done')
    expect((await phone.attention()).map(({ mid }) => mid)).toEqual(mids.slice(0, -1))
    // And from the first again.
    server.settled.set(mids[0] ?? '', 'dismissed')
    expect(await phone.sync()).toBe('done')
    expect(await phone.attention()).toHaveLength(mids.length - 2)
  })

  it('pauses when signed out, keeps everything and goes on when signed in again', async () => {
    const { phone, server, transport } = await begin()
    await phone.mutate(writeNote, note('n', 'heavy'))
    transport.next.push('unauthenticated')
    expect(await phone.sync()).toBe('paused')
    expect(phone.status.get().paused).toBe('signed-out')
    await phone.mutate(writeNote, note('m', 'light'))
    expect(await phone.sync()).toBe('paused')
    expect((await phone.unsynced()).length).toBe(2)
    phone.resume()
    expect(await phone.sync()).toBe('done')
    expect(server.texts()).toEqual(['heavy', 'light'])
  })
})

describe('two tabs', () => {
  it('write and sync on one store without losing or doubling', async () => {
    const { phone, server, transport, disk } = await begin()
    const other = storyPhone({ transport, store: createMemoryStore(disk) })
    await other.start()
    await Promise.all([phone.mutate(writeNote, note('a', 'left')), other.mutate(writeNote, note('b', 'right'))])
    expect(await texts(other)).toEqual(['left', 'right'])
    await Promise.all([phone.sync(), other.sync()])
    await phone.sync()
    await other.sync()
    expect(server.effects()).toBe(2)
    expect(await phone.unsynced()).toEqual([])
    expect(other.rowState('a')).toBe('server')
    expect(other.rowState('b')).toBe('server')
  })
})

it('a guest logs and nothing leaves the phone', async () => {
  const { phone, transport } = await begin({ guest: true, space: SPACE })
  await phone.mutate(writeNote, note('n', 'heavy'))
  expect(await phone.sync()).toBe('paused')
  expect(transport.calls).toEqual([])
  expect((await phone.unsynced()).length).toBe(1)
})
