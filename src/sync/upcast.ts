/** Finds a mutation by name and brings arguments of an older version up to the one that this build runs. */
import type { Mutation } from './mutation.ts'

export type Upcast =
  | { ok: true; mutation: Mutation; args: never }
  | { ok: false; isLog: boolean; code: 'unknown_mutation' | 'unknown_version' | 'bad_input'; message: string }

/** Says what a schema found wrong: `inputSentence` on the server; a phone, which tells nobody, carries no words for it. */
type Say = (issues: { path: PropertyKey[]; message: string }[], value: unknown) => string

export function upcast(
  mutations: ReadonlyMap<string, Mutation>,
  name: string,
  v: number,
  args: unknown,
  say: Say = () => '',
): Upcast {
  const mutation = mutations.get(name)
  // What it would have written is unknown too, so it is kept as if it were a log.
  if (!mutation) return { ok: false, isLog: true, code: 'unknown_mutation', message: `No mutation is called ${name}.` }
  const { isLog } = mutation
  let current = args
  try {
    for (let from = v; from < mutation.v; from++) {
      const step = mutation.upcasters[from]
      if (!step)
        return { ok: false, isLog, code: 'unknown_version', message: `${name} has no way up from version ${from}.` }
      current = step(current as never)
    }
  } catch {
    return { ok: false, isLog, code: 'bad_input', message: `The arguments of ${name} version ${v} can't be read.` }
  }
  if (v > mutation.v) {
    return { ok: false, isLog, code: 'unknown_version', message: `${name} version ${v} is newer than this server.` }
  }
  const parsed = mutation.args.safeParse(current)
  if (parsed.success) return { ok: true, mutation, args: parsed.data as never }
  return { ok: false, isLog, code: 'bad_input', message: say(parsed.error.issues, current) }
}
