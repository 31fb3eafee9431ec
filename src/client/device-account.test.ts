import { beforeEach, describe, expect, it } from 'vitest'
import { createDisk, createMemoryStore, type Disk } from '../sync/client/memory-store.ts'
import { createStoryRescue, createStoryTransport, storyPhone } from '../sync/client/story-phone.ts'
import { createStoryServer, type StoryServer } from '../sync/client/story-server.ts'
import { notes, SPACE, writeNote } from '../sync/client/story-world.ts'
import { createDeviceAccount, type DeviceAccount } from './device-account.ts'
import { type DeviceRecord, type Memory, nobodys } from './device-memory.ts'

const OTHER = '018f0000-0000-7000-8000-00000000b0b0'
const note = (id: string, text: string) => ({ id, bookId: 'b', text })

/** One browser: what survives a reload, and a server for each account. */
let disks: Map<string, Disk>
let record: DeviceRecord
let servers: Map<string, StoryServer>
let cookie: { userId: string; name: string } | null
/** What every answer of the server waits for. */
let network: Promise<void> | undefined
let breakNextWrite: (database: string) => boolean

beforeEach(() => {
  disks = new Map()
  record = nobodys('d')
  servers = new Map([
    [SPACE, createStoryServer()],
    [OTHER, createStoryServer()],
  ])
  breakNextWrite = () => false
  cookie = null
  network = undefined
})

const memory: Memory = {
  read: async () => record,
  change: async (make) => {
    record = { ...record, ...make(record) }
    return record
  },
}

let ids = 0
async function openApp(): Promise<DeviceAccount> {
  const account = createDeviceAccount({
    memory,
    newId: () => `018f0000-0000-7000-8000-00000000${String(++ids).padStart(4, '0')}`,
    now: () => 0,
    whoIsSignedIn: async () => {
      await network
      return cookie
    },
    patience: async () => {
      if (network === undefined) await new Promise(() => {})
    },
    deleteDatabase: async (name) => disks.delete(name),
    openPhone(identity, database) {
      const disk = disks.get(database) ?? createDisk()
      disks.set(database, disk)
      const store = createMemoryStore(disk, (point) => {
        if (point === 'commit' && breakNextWrite(database)) throw new Error('The app was closed.')
      })
      const server = servers.get(identity.space) ?? createStoryServer()
      return storyPhone({
        space: identity.space,
        actor: identity.space,
        guest: identity.kind === 'guest',
        store,
        transport: createStoryTransport(server),
        rescue: createStoryRescue(),
      })
    },
  })
  await account.start()
  return account
}

function phoneOf(account: DeviceAccount) {
  const { phone } = account.get()
  if (!phone) throw new Error('The log is not open.')
  return phone
}

async function texts(account: DeviceAccount): Promise<string[]> {
  const found = await phoneOf(account).read((rows) => rows.find(notes, 'bookId', 'b'))
  return found.map(({ text }) => text).sort()
}

describe('the log of this device', () => {
  it('is a guest’s until somebody signs in, who then has it, on the server too, once', async () => {
    const app = await openApp()
    expect(app.get().identity?.kind).toBe('guest')
    await phoneOf(app).mutate(writeNote, note('n', 'before the account'))
    expect(await app.signedIn({ userId: SPACE, name: 'Ada' })).toEqual({ claimed: 1 })
    expect(await texts(app)).toEqual(['before the account'])
    await phoneOf(app).sync()
    expect(servers.get(SPACE)?.texts()).toEqual(['before the account'])
    expect(disks.has('train-guest')).toBe(false)

    await app.signedOut()
    await app.signedIn({ userId: OTHER, name: 'Bo' })
    expect(await texts(app)).toEqual([])
    await phoneOf(app).sync()
    expect(servers.get(OTHER)?.texts()).toEqual([])
    expect(servers.get(SPACE)?.effects()).toBe(1)
  })

  it('is claimed to the end after the app died in the middle, and by nobody else', async () => {
    const app = await openApp()
    for (const n of [1, 2, 3]) await phoneOf(app).mutate(writeNote, note(`n${n}`, `word ${n}`))
    let writes = 0
    breakNextWrite = (database) => database !== 'train-guest' && ++writes === 3
    await expect(app.signedIn({ userId: SPACE, name: 'Ada' })).rejects.toThrow()
    breakNextWrite = () => false

    const again = await openApp()
    expect(again.get().identity).toMatchObject({ kind: 'account', space: SPACE })
    expect(await texts(again)).toEqual(['word 1', 'word 2', 'word 3'])
    await phoneOf(again).sync()
    expect(servers.get(SPACE)?.effects()).toBe(3)
    expect(record).toMatchObject({ claimant: null, guestSpace: null })
  })

  it('stays with its account: another one neither sees it nor sends it, and it waits', async () => {
    const app = await openApp()
    await app.signedIn({ userId: SPACE, name: 'Ada' })
    await phoneOf(app).mutate(writeNote, note('n', 'Ada’s'))
    expect(await app.unsynced()).toBe(1)
    await app.signedOut()
    await app.signedIn({ userId: OTHER, name: 'Bo' })
    expect(await texts(app)).toEqual([])
    await phoneOf(app).sync()
    expect(servers.get(OTHER)?.texts()).toEqual([])

    await app.signedOut()
    await app.signedIn({ userId: SPACE, name: 'Ada' })
    expect(await texts(app)).toEqual(['Ada’s'])
    await phoneOf(app).sync()
    expect(servers.get(SPACE)?.texts()).toEqual(['Ada’s'])
  })

  it('leaves the device at sign-out when the server has all of it', async () => {
    const app = await openApp()
    await app.signedIn({ userId: SPACE, name: 'Ada' })
    await phoneOf(app).mutate(writeNote, note('n', 'sent'))
    expect(await app.syncFirst()).toBe(0)
    await app.signedOut()
    expect(disks.has(`train-${SPACE}`)).toBe(false)
    expect(app.get().identity?.kind).toBe('guest')
  })

  it('goes on after signing in again when the session had ended', async () => {
    const app = await openApp()
    await app.signedIn({ userId: SPACE, name: 'Ada' })
    await phoneOf(app).mutate(writeNote, note('n', 'kept'))
    const phone = phoneOf(app)
    await app.signedIn({ userId: SPACE, name: 'Ada Lovelace' })
    expect(phoneOf(app)).toBe(phone)
    expect(app.get().identity).toMatchObject({ name: 'Ada Lovelace' })
    expect(await app.unsynced()).toBe(1)
  })

  it('can be taken out as a file with everything the server lacks', async () => {
    const app = await openApp()
    await phoneOf(app).mutate(writeNote, note('n', 'mine'))
    const file = JSON.parse(await app.exportUnsynced()) as { log: { name: string; args: unknown }[] }
    expect(file.log).toMatchObject([{ name: 'notes.write', args: note('n', 'mine') }])
  })

  it('of a guest on a device that had an account is mixed into nobody’s: whoever signs in is asked, once', async () => {
    const app = await openApp()
    await app.signedIn({ userId: SPACE, name: 'Ada' })
    await app.signedOut()
    await phoneOf(app).mutate(writeNote, note('n', 'a guest’s'))

    expect(await app.signedIn({ userId: SPACE, name: 'Ada' })).toEqual({ claimed: 0 })
    expect(app.get().unclaimed).toHaveLength(1)
    expect(await texts(app)).toEqual([])
    await app.refuseGuest()
    expect(app.get().unclaimed).toBeNull()
    // Nor at the next start.
    await app.stop()
    const again = await openApp()
    expect(again.get()).toMatchObject({ identity: { space: SPACE }, unclaimed: null })
    await phoneOf(again).sync()
    expect(servers.get(SPACE)?.texts()).toEqual([])

    // Nobody signed in: there it is. Then it is somebody else's.
    await again.signedOut()
    expect(await texts(again)).toEqual(['a guest’s'])
    await again.signedIn({ userId: OTHER, name: 'Bo' })
    expect(again.get().unclaimed).toHaveLength(1)
    expect(await again.claimGuest()).toBe(1)
    expect(await again.claimGuest()).toBe(0)
    expect(again.get().unclaimed).toBeNull()
    expect(await texts(again)).toEqual(['a guest’s'])
    await phoneOf(again).sync()
    expect(servers.get(OTHER)?.effects()).toBe(1)
    expect(disks.has('train-guest')).toBe(false)
  })

  it('is asked about again at the next start while nobody has answered', async () => {
    const app = await openApp()
    await app.signedIn({ userId: SPACE, name: 'Ada' })
    await app.signedOut()
    await phoneOf(app).mutate(writeNote, note('n', 'a guest’s'))
    await app.signedIn({ userId: OTHER, name: 'Bo' })
    await app.stop()
    const again = await openApp()
    expect(again.get().unclaimed).toHaveLength(1)
    expect(await again.claimGuest()).toBe(1)
  })

  it('follows whoever signed in on another page of the site', async () => {
    const guest = await openApp()
    await phoneOf(guest).mutate(writeNote, note('n', 'before'))
    await guest.stop()
    cookie = { userId: SPACE, name: 'Ada' }
    const app = await openApp()
    const changed = new Promise<void>((resolve) =>
      app.subscribe(() => app.get().identity?.kind === 'account' && resolve()),
    )
    await changed
    expect(await app.syncFirst()).toBe(0)
    expect(servers.get(SPACE)?.texts()).toEqual(['before'])
  })

  it('is claimed once, and told as claimed, when the form that went elsewhere asks after the cookie was followed', async () => {
    const guest = await openApp()
    await phoneOf(guest).mutate(writeNote, note('n', 'before'))
    await guest.stop()
    cookie = { userId: SPACE, name: 'Ada' }
    for (const isFollowed of [true, false]) {
      const app = await openApp()
      const followed = new Promise<void>((resolve) =>
        app.subscribe(() => app.get().identity?.kind === 'account' && resolve()),
      )
      if (isFollowed) await followed
      expect(await app.signedIn(cookie)).toEqual({ claimed: isFollowed ? 1 : 0 })
      expect(await app.signedIn(cookie)).toEqual({ claimed: 0 })
      expect(await app.syncFirst()).toBe(0)
      await app.stop()
    }
    expect(servers.get(SPACE)?.texts()).toEqual(['before'])
  })

  it('is nobody else’s for a blink on a new device: the first opening asks first, and waits no longer than it may', async () => {
    cookie = { userId: SPACE, name: 'Ada' }
    expect((await openApp()).get().identity).toMatchObject({ kind: 'account', space: SPACE })

    record = nobodys('d')
    let answer = () => {}
    network = new Promise((resolve) => {
      answer = resolve
    })
    const slow = await openApp()
    expect(slow.get().identity?.kind).toBe('guest')
    await phoneOf(slow).mutate(writeNote, note('n', 'before the answer'))
    const followed = new Promise<void>((resolve) =>
      slow.subscribe(() => slow.get().identity?.kind === 'account' && resolve()),
    )
    answer()
    await followed
    expect(await slow.syncFirst()).toBe(0)
    expect(servers.get(SPACE)?.texts()).toEqual(['before the answer'])
  })

  it('is remembered without any network at the next start', async () => {
    const app = await openApp()
    await app.signedIn({ userId: SPACE, name: 'Ada' })
    await phoneOf(app).mutate(writeNote, note('n', 'mine'))
    await app.stop()
    expect(await texts(await openApp())).toEqual(['mine'])
  })
})
