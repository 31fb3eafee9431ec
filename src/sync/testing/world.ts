/**
 * A small world for the engine's tests: sessions with marks in them, and mutations of every kind that sync must bear,
 * the ones that fail among them.
 */
import * as z from 'zod/mini'
import { appError } from '../../shared/errors.ts'
import { type Collection, defineCollection, defineMutation, type Mutation, type Read, type Tx } from '../mutation.ts'

const id = z.string().check(z.minLength(1), z.maxLength(80))

export const sessions = defineCollection(
  'test_session',
  z.object({ id, title: z.string(), day: z.int(), target: z.nullable(z.int()) }),
  { indexes: ['day'], dated: 'day', coachFields: ['target'], domain: 'log' },
)
export const marks = defineCollection(
  'test_mark',
  z.object({
    id,
    sessionId: id,
    reps: z.int(),
    load: z.nullable(z.int()),
    /** How often the mutation that made it has taken effect: 1, whatever the network did. */
    times: z.int(),
    labels: z.array(z.string()),
  }),
  { indexes: ['sessionId'], parent: { collection: 'test_session', by: 'sessionId' }, domain: 'log' },
)
export const settings = defineCollection('test_setting', z.object({ id, value: z.string() }), {
  indexes: [],
  domain: 'log',
})

const ofSession = (sessionId: string): Read[] => [
  { from: sessions, id: sessionId },
  { from: marks, where: 'sessionId', is: sessionId },
]

export const putSession = defineMutation({
  name: 'test.putSession',
  v: 1,
  args: z.object({ id, title: z.string(), day: z.int() }),
  reads: (args) => [{ from: sessions, id: args.id }],
  run: (tx, args) => tx.put(sessions, { ...args, target: null }),
})

export const renameSession = defineMutation({
  name: 'test.renameSession',
  v: 1,
  args: z.object({ id, title: z.string() }),
  reads: (args) => [{ from: sessions, id: args.id }],
  run: (tx, { id: of, title }) => tx.patch(sessions, of, { title }),
})

export const setTarget = defineMutation({
  name: 'test.setTarget',
  v: 1,
  args: z.object({ id, target: z.nullable(z.int()) }),
  reads: (args) => [{ from: sessions, id: args.id }],
  run: (tx, { id: of, target }) => tx.patch(sessions, of, { target }),
})

/** Version 1 called the repetitions `amount` and knew no load. */
export const putMark = defineMutation({
  name: 'test.putMark',
  v: 2,
  args: z.object({ id, sessionId: id, reps: z.int(), load: z.nullable(z.int()) }),
  upcasters: {
    1: ({ amount, ...rest }: { id: string; sessionId: string; amount: number }) => ({
      ...rest,
      reps: amount,
      load: null,
    }),
  },
  reads: (args) => [{ from: marks, id: args.id }],
  run: (tx, args) => tx.put(marks, { ...args, times: (tx.get(marks, args.id)?.times ?? 0) + 1, labels: ['made'] }),
})

/** Puts a mark without looking whether it is there: its own values, whatever came before. */
export const placeMark = defineMutation({
  name: 'test.placeMark',
  v: 1,
  args: z.object({ id, sessionId: id, load: z.int() }),
  reads: (args) => [{ from: marks, id: args.id }],
  run: (tx, args) => tx.put(marks, { ...args, reps: args.load, times: 1, labels: [] }),
})

export const editMark = defineMutation({
  name: 'test.editMark',
  v: 1,
  args: z.object({ id, reps: z.optional(z.int()), load: z.optional(z.nullable(z.int())) }),
  reads: (args) => [{ from: marks, id: args.id }],
  run: (tx, { id: of, ...fields }) => tx.patch(marks, of, fields),
})

export const removeMark = defineMutation({
  name: 'test.removeMark',
  v: 1,
  args: z.object({ id }),
  reads: (args) => [{ from: marks, id: args.id }],
  run: (tx, args) => tx.delete(marks, args.id),
})

export const restoreMark = defineMutation({
  name: 'test.restoreMark',
  v: 1,
  args: z.object({ id }),
  reads: (args) => [{ from: marks, id: args.id }],
  run: (tx, args) => tx.restore(marks, args.id),
})

/** Reads children of a range of parents, and writes what it finds. */
export const labelDay = defineMutation({
  name: 'test.labelDay',
  v: 1,
  args: z.object({ day: z.int(), label: z.string() }),
  reads: ({ day }) => {
    const of: Read = { from: sessions, where: 'day', is: day }
    return [of, { from: marks, where: 'sessionId', of }]
  },
  run(tx, { day, label }) {
    for (const session of tx.find(sessions, 'day', day)) {
      for (const mark of tx.find(marks, 'sessionId', session.id)) tx.patch(marks, mark.id, { labels: [label] })
    }
  },
})

/** Writes first and refuses then: nothing of it may stay. */
export const failLate = defineMutation({
  name: 'test.failLate',
  v: 1,
  args: z.object({ id, sessionId: id, how: z.enum(['rejected', 'bug']) }),
  isLog: false,
  reads: (args) => [{ from: marks, id: args.id }, ...ofSession(args.sessionId)],
  run(tx, args) {
    tx.put(marks, { id: args.id, sessionId: args.sessionId, reps: 1, load: null, times: 1, labels: [] })
    if (args.how === 'bug') throw new TypeError('The mutation is wrong.')
    throw appError('conflict', 'The session is closed: open it again.')
  },
})

/** A log that can't be applied: it is set aside with all it says. */
export const failLog = defineMutation({
  name: 'test.failLog',
  v: 1,
  args: z.object({ id, note: z.string() }),
  reads: (args) => [{ from: marks, id: args.id }],
  run() {
    throw appError('bad_input', 'The note has no place: move it.')
  },
})

export const putSetting = defineMutation({
  name: 'test.putSetting',
  v: 1,
  args: z.object({ id, value: z.string() }),
  reads: (args) => [{ from: settings, id: args.id }],
  run: (tx, args) => tx.put(settings, args),
})

/** A phone of a build that the server no longer knows. */
export const forgotten = defineMutation({
  name: 'test.forgotten',
  v: 1,
  args: z.object({ id }),
  reads: () => [],
  run: () => {},
})

/** Known to the phone and to a newer build of the server, which answers on the account page: pushes meet the older one. */
export const lateMark = defineMutation({
  name: 'test.lateMark',
  v: 1,
  args: putMark.args,
  byWriters: true,
  reads: putMark.reads,
  run: putMark.run,
})

export const testCollections = [sessions, marks, settings] as unknown as readonly Collection[]
export const serverMutations = [
  putSession,
  renameSession,
  setTarget,
  putMark,
  placeMark,
  editMark,
  removeMark,
  restoreMark,
  labelDay,
  failLate,
  failLog,
  putSetting,
].map((mutation) => ({ ...mutation, byWriters: true })) as unknown as readonly Mutation[]

/** Those of the build that puts into the log what was set aside. */
export const laterMutations = [...serverMutations, lateMark] as unknown as readonly Mutation[]

/** What the server refuses, the phone has shown: it could not know better. */
const hopeful = [failLate, failLog].map((mutation) => ({
  ...mutation,
  reads: ({ id: own }: { id: string }): Read[] => [{ from: marks, id: own }],
  run: (tx: Tx, { id: own }: { id: string }) =>
    tx.put(marks, { id: own, sessionId: 'none', reps: 0, load: null, times: 1, labels: ['hope'] }),
}))
const isHopeful = ({ name }: { name: string }) => hopeful.some((mutation) => mutation.name === name)
export const phoneMutations = [
  ...serverMutations.filter((mutation) => !isHopeful(mutation)),
  ...hopeful,
  forgotten,
  lateMark,
] as unknown as readonly Mutation[]
