/** What can happen in a history, and fast-check's generator of it. Phones and targets are numbers, taken modulo. */
import fc from 'fast-check'

export type Fault =
  /** The request never arrives. */
  | 'request-lost'
  /** It takes effect, and nobody hears of it: a lost answer, or a server that dies after its commit. */
  | 'answer-lost'
  /** The server dies before its commit. */
  | 'crash'
  /** It arrives twice at the same moment. */
  | 'twice'
  | undefined

export type Kind =
  | 'putSession'
  | 'renameSession'
  | 'moveSession'
  | 'putMark'
  | 'oldPutMark'
  | 'editMark'
  | 'removeMark'
  | 'restoreMark'
  | 'labelDay'
  | 'setTarget'
  | 'failRejected'
  | 'failBug'
  | 'failLog'
  | 'forgotten'
  | 'lateMark'
  | 'putSetting'

export type Command =
  | { do: 'rest' }
  | { do: 'write'; phone: number; kind: Kind; target: number; value: number }
  | { do: 'push'; phone: number; fault: Fault }
  | { do: 'pull'; phone: number; fault: Fault }
  | { do: 'boot'; phone: number; fault: Fault }
  | { do: 'sync'; phone: number }
  /** Two phones push, and a third pulls, at the same moment. */
  | { do: 'together'; phones: number[] }
  /** Phones of one athlete change different fields of one row, and push at the same moment. */
  | { do: 'race'; target: number; value: number }
  /** A second tab of the same phone syncs at the same moment. */
  | { do: 'tabs'; phone: number }
  /** The app is closed and opened. */
  | { do: 'reload'; phone: number }
  /** The phone dies at its next transaction, before or after that is durable, and is opened again. */
  | { do: 'kill'; phone: number; before: boolean; during: 'write' | 'push' | 'pull' }
  /** A backup of the phone is brought up beside it. */
  | { do: 'clone'; phone: number }
  | { do: 'backup' }
  | { do: 'restore' }
  | { do: 'revoke' }
  | { do: 'grant' }
  | { do: 'skew'; phone: number; ms: number }
  /** On the account page the phone's person puts something that was set aside into the log after all, or dismisses it. */
  | { do: 'apply' | 'dismiss'; phone: number; target: number; beside: Beside }

/** What happens at the same moment: they ask twice, the server dies before its commit, their phone syncs. */
export type Beside = 'nothing' | 'twice' | 'crash' | 'sync'

const phone = fc.nat(7)
const fault: fc.Arbitrary<Fault> = fc.oneof(
  { weight: 5, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constantFrom('request-lost' as const, 'answer-lost' as const, 'crash' as const) },
  { weight: 1, arbitrary: fc.constant('twice' as const) },
)
const kind: fc.Arbitrary<Kind> = fc.oneof(
  { weight: 6, arbitrary: fc.constant('putMark' as const) },
  { weight: 6, arbitrary: fc.constant('editMark' as const) },
  { weight: 2, arbitrary: fc.constantFrom('removeMark' as const, 'restoreMark' as const) },
  { weight: 2, arbitrary: fc.constantFrom('putSession' as const, 'renameSession' as const, 'moveSession' as const) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('labelDay' as const, 'setTarget' as const, 'putSetting' as const, 'oldPutMark' as const),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('failRejected' as const, 'failBug' as const, 'failLog' as const, 'forgotten' as const),
  },
  { weight: 2, arbitrary: fc.constant('lateMark' as const) },
)

const command: fc.Arbitrary<Command> = fc.oneof(
  // First, so that whatever a failure does not need shrinks to it.
  { withCrossShrink: true },
  { weight: 1, arbitrary: fc.constant({ do: 'rest' as const }) },
  {
    weight: 14,
    arbitrary: fc.record({ do: fc.constant('write' as const), phone, kind, target: fc.nat(11), value: fc.nat(99) }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('push' as const), phone, fault }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('pull' as const), phone, fault }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('boot' as const), phone, fault }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('sync' as const), phone }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('together' as const),
      phones: fc.array(phone, { minLength: 2, maxLength: 4 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('race' as const), target: fc.nat(11), value: fc.nat(98) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('tabs' as const), phone }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reload' as const), phone }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('kill' as const),
      phone,
      before: fc.boolean(),
      during: fc.constantFrom('write' as const, 'push' as const, 'pull' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('clone' as const), phone }) },
  { weight: 1, arbitrary: fc.constantFrom({ do: 'backup' as const }, { do: 'restore' as const }) },
  { weight: 1, arbitrary: fc.constantFrom({ do: 'revoke' as const }, { do: 'grant' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('skew' as const), phone, ms: fc.integer({ min: -5_000, max: 5_000 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('apply' as const, 'apply' as const, 'dismiss' as const),
      phone,
      target: fc.nat(3),
      beside: fc.constantFrom<Beside>('nothing', 'nothing', 'nothing', 'twice', 'crash', 'sync'),
    }),
  },
)

export const history = fc.array(command, { minLength: 30, maxLength: 45, size: 'max' })
