/** For rows that stand by themselves: made or changed as a whole, taken away, brought back. */
import * as z from 'zod/mini'
import { type Collection, defineMutation, type Row } from '../../../sync/mutation.ts'

/** `workouts.add…`, `workouts.remove…` and `workouts.restore…`. */
export function rowMutations<R extends Row>(
  noun: string,
  from: Collection<R>,
  shape: z.core.$ZodShape & { id: z.ZodMiniType<string> },
  isLog = true,
) {
  // Version 1 knew of the body nothing but the seventeen.
  const common = {
    v: 2,
    isLog,
    upcasters: { 1: asItWas },
    reads: ({ id }: Row) => [{ from: from as unknown as Collection, id }],
  }
  const target = z.strictObject({ id: shape.id }) as unknown as z.ZodMiniType<Row>
  return [
    defineMutation({
      ...common,
      name: `workouts.add${noun}`,
      args: z.strictObject(shape) as unknown as z.ZodMiniType<R>,
      run: (tx, row: R) => tx.put(from, row),
    }),
    defineMutation({
      ...common,
      name: `workouts.remove${noun}`,
      args: target,
      run: (tx, { id }: Row) => tx.delete(from as unknown as Collection, id),
    }),
    defineMutation({
      ...common,
      name: `workouts.restore${noun}`,
      args: target,
      run: (tx, { id }: Row) => tx.restore(from as unknown as Collection, id),
    }),
  ] as const
}

const asItWas = (args: object) => args
