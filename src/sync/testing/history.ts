/** Runs one history: phones of two athletes and a coach, a server that crashes and is restored, and the checks between. */
import type { LoggedMutation, Phone } from '../client/api.ts'
import type { OnFlush } from '../server/access.ts'
import { createEngine } from '../server/engine.ts'
import { pushSteps } from '../server/steps.ts'
import { openAccount } from './account.ts'
import type { Backend } from './backend.ts'
import { checkAtRest, checkStep } from './checks.ts'
import type { Command, Kind } from './commands.ts'
import {
  CRASH,
  copyDisk,
  createTestPhone,
  openPhone,
  type PhoneWorld,
  phonesSharingAnId,
  startPhone,
  type TestPhone,
  weather,
} from './phones.ts'
import { type Broken, type Issued, newHistory } from './record.ts'
import { Violation } from './violation.ts'
import * as world from './world.ts'
import { mutationOf, putsMark, TODAY } from './writes.ts'

const START_MS = TODAY * 86_400_000
const MAX_PHONES = 6
const ROUNDS = 18

export async function runHistory(backend: Backend, commands: readonly Command[], broken: Broken = {}): Promise<void> {
  let nowMs = START_MS
  let nextMid = 1
  let isCrashing = false
  let bug: unknown
  let restore: (() => Promise<void>) | undefined
  const history = newHistory(backend)
  const { coach } = history
  const [a, b] = history.spaces.map(({ id }) => id) as [string, string]
  const onFlush: OnFlush = (_space, _changes, actor) => {
    if (isCrashing) {
      isCrashing = false
      throw new Error(CRASH)
    }
    if (actor === coach && history.grant !== 'yes') history.trespasses.push(`at ${nowMs}`)
    return []
  }
  const server = createEngine({
    store: backend.store,
    collections: world.testCollections,
    mutations: world.serverMutations,
    mayPush: async (who, space) => (who.id === coach && space === a ? history.grant : 'no'),
    shared: async (who, space) => (who.id === coach && space === a ? ['log'] : []),
    now: () => nowMs,
    onFlush,
    steps: {
      ...broken.steps,
      stamp(wire, ...rest) {
        const stamp = pushSteps.stamp(wire, ...rest)
        history.stamps.set(wire.mid, stamp)
        return stamp
      },
    },
    pullSteps: broken.pullSteps,
  })
  const outside: PhoneWorld = {
    server,
    now: () => nowMs,
    crashNext: () => {
      isCrashing = true
    },
    report: (error) => {
      bug ??= error
    },
    breakPhone: broken.breakPhone,
    create: broken.create,
  }
  const account = openAccount(history, { now: () => nowMs, onFlush, steps: broken.asideSteps })
  for (const [space, actor] of [
    [a, a],
    [a, a],
    [a, coach],
    [b, b],
  ] as const) {
    history.phones.push(await createTestPhone(outside, { index: history.phones.length, space, actor }))
  }

  for (const command of commands) {
    nowMs += 10
    await run(command)
    isCrashing = false
    if (bug && !broken.isMutant) throw bug
    await checkStep(history)
  }
  await settle()
  await checkAtRest(history)

  async function run(command: Command): Promise<void> {
    if (command.do === 'rest') return
    if (command.do === 'backup') {
      const restoreServer = await backend.backup(history.spaces.map(({ id }) => id))
      const { applied, dismissed } = history.settled
      const then = { applied: new Set(applied), dismissed: new Set(dismissed) }
      restore = async () => {
        await restoreServer()
        history.settled.applied = new Set(then.applied)
        history.settled.dismissed = new Set(then.dismissed)
      }
      return
    }
    if (command.do === 'restore') {
      await restore?.()
      return
    }
    if (command.do === 'revoke' || command.do === 'grant') {
      history.grant = command.do === 'grant' ? 'yes' : 'ended'
      return
    }
    if (command.do === 'together') {
      await Promise.all(
        command.phones.map((index, i) => {
          const { phone } = pick(index)
          const isPuller = i > 0 && i === command.phones.length - 1
          return weather(outside, () => (isPuller ? phone.steps.pull(2) : phone.steps.push()))
        }),
      )
      return
    }
    if (command.do === 'race') {
      const racers = history.phones.filter(({ space }) => space === a).slice(0, 2)
      for (const [i, racer] of racers.entries()) await write(racer, 'editMark', command.target, command.value + i)
      await Promise.all(racers.map(({ phone }) => weather(outside, () => phone.steps.push())))
      return
    }
    const self = pick(command.phone)
    switch (command.do) {
      case 'write':
        return write(self, command.kind, command.target, command.value)
      case 'push':
        self.fault = command.fault
        await weather(outside, () => self.phone.steps.push())
        break
      case 'pull':
        self.fault = command.fault
        await weather(outside, () => pullPages(self.phone))
        break
      case 'boot':
        self.fault = command.fault
        await weather(outside, () => self.phone.steps.boot())
        break
      case 'sync':
        await weather(outside, () => self.phone.sync())
        break
      case 'tabs': {
        const tab = await startPhone(outside, self)
        await Promise.all([self.phone, tab].map((phone) => weather(outside, () => phone.sync())))
        await tab.stop()
        break
      }
      case 'reload':
        await reload(self)
        break
      case 'kill':
        self.dying = command.before ? 'commit' : 'committed'
        if (command.during === 'write') await write(self, 'putMark', 0, 1)
        else await weather(outside, () => (command.during === 'push' ? self.phone.steps.push() : pullPages(self.phone)))
        self.dying = undefined
        await reload(self)
        break
      case 'clone':
        if (history.phones.length < MAX_PHONES) await clone(self)
        break
      case 'apply':
      case 'dismiss': {
        isCrashing = command.beside === 'crash'
        const beside = command.beside === 'sync' ? weather(outside, () => self.phone.sync()) : undefined
        await Promise.all([account.settle(command.do, self.actor, command.target, command.beside), beside])
        break
      }
      case 'skew':
        self.skewMs = command.ms
    }
    self.fault = undefined
  }

  function pick(index: number): TestPhone {
    return history.phones[index % history.phones.length] as TestPhone
  }

  async function pullPages(phone: Phone): Promise<void> {
    for (let pages = 0; pages < 3; pages++) if ((await phone.steps.pull(2)) !== 'more') return
  }

  async function reload(self: TestPhone): Promise<void> {
    await self.phone.stop()
    await openPhone(outside, self)
  }

  async function clone(self: TestPhone): Promise<void> {
    self.isCloned = true
    const twin = await createTestPhone(outside, {
      index: history.phones.length,
      space: self.space,
      actor: self.actor,
      disk: copyDisk(self.disk),
      rescue: [...self.rescue],
    })
    twin.isCloned = true
    twin.skewMs = self.skewMs
    history.phones.push(twin)
  }

  async function write(self: TestPhone, kind: Kind, target: number, value: number): Promise<void> {
    const prefix = history.spaces.find(({ id }) => id === self.space)?.prefix ?? ''
    const number = nextMid++
    const marks = history.issued.filter((one) => one.space === self.space && putsMark(one))
    const known = marks[target % Math.max(1, marks.length)]?.id ?? `${prefix}:none`
    const session = `${prefix}:s${target % 3}`
    const { mutation, args, id, v } = mutationOf(kind, { fresh: `${prefix}:m${number}`, known, session, value })
    const logged: LoggedMutation = {
      mid: `018f0000-0000-7000-8000-${number.toString(16).padStart(9, '0')}000`,
      name: mutation.name,
      v,
      args,
      at: nowMs + self.skewMs,
    }
    // Recorded first: a phone that dies may have saved it.
    const issued: Issued = {
      ...logged,
      kind,
      id,
      space: self.space,
      actor: self.actor,
      phone: self.index,
      wasShown: false,
    }
    history.issued.push(issued)
    await weather(outside, () => self.phone.adopt([logged]))
    const row = self.disk.tables.get('row_test_mark')?.get(id) as { data?: { id?: string } } | undefined
    issued.wasShown = row?.data?.id !== undefined
  }

  /** Everybody is online and the weather is fine: in a few rounds nothing is left to do. */
  async function settle(): Promise<void> {
    for (const self of history.phones) {
      self.fault = undefined
      await write(self, 'putMark', 0, 1)
    }
    let earliest = 2
    for (let round = 0; round < ROUNDS; round++) {
      for (const self of history.phones) {
        nowMs += 10
        await weather(outside, () => self.phone.sync())
        if (bug && !broken.isMutant) throw bug
        await checkStep(history)
      }
      if (round < earliest || !history.phones.every(({ disk }) => !disk.tables.get('outbox')?.size)) continue
      // A clone is found out by the first seq that both used. Refused and forgotten ones may have kept them apart so far.
      const twins = round < ROUNDS - 3 ? phonesSharingAnId(history.phones) : []
      if (twins.length === 0) return
      for (const self of twins) await write(self, 'putMark', 0, 1)
      earliest = round + 3
    }
    const stuck = history.phones.filter(({ disk }) => disk.tables.get('outbox')?.size).map(({ index }) => index)
    throw new Violation(4, `phones ${stuck.join()} still have mutations to send${bug ? ` (${String(bug)})` : ''}`)
  }
}
