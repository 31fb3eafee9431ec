/**
 * What is worked out of rows and kept, and which rows changed since: a cache beside the log. Apart from the engine, so that
 * no phone loads it before a set can be logged.
 */
import type { Derived, PhoneStore, StoreTx, Touched } from './store.ts'

export type DerivedStore = {
  /** Those of the keys that are there. */
  get(keys: readonly string[]): Promise<Derived[]>
  /** What changed since it was last forgotten, and whose turn it is to keep something. */
  look(): Promise<Look>
  /** Calls back now and after every change of a row. */
  live(onTouched: () => void): () => void
  /**
   * Keeps these and forgets what was `seen`, in one transaction; what was touched again meanwhile stays noted. Returns
   * the next turn; null, and nothing is kept, when another tab kept something since the look.
   */
  keep(records: readonly Derived[], seen: readonly Touched[], turn: number): Promise<number | null>
}
export type Look = { touched: Touched[]; turn: number }

const TURN = 'turn'
const turnIn = async (tx: StoreTx) => Number((await tx.get('derived', TURN))?.value ?? 0)

export function derivedIn(store: PhoneStore): DerivedStore {
  const both = ['derived', 'touched'] as const
  return {
    get: (keys) => store.read(['derived'], async (tx) => (await tx.getMany('derived', keys)).filter((one) => !!one)),
    look: () => store.read(both, async (tx) => ({ touched: await tx.all('touched'), turn: await turnIn(tx) })),
    live: (onTouched) =>
      store.live(
        (tx) => tx.all('touched'),
        onTouched,
        () => {},
      ),
    keep: (records, seen, turn) =>
      store.write(both, async (tx) => {
        if ((await turnIn(tx)) !== turn) return null
        const marks = new Map((await tx.all('touched')).map(({ key, mark }) => [key, mark]))
        await tx.put('derived', [...records, { key: TURN, value: turn + 1 }])
        await tx.remove(
          'touched',
          seen.filter(({ key, mark }) => marks.get(key) === mark).map(({ key }) => key),
        )
        return turn + 1
      }),
  }
}
