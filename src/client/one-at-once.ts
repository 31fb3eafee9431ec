/**
 * The same order given again before the first was answered, as by two clicks within a frame, is that one order: a busy
 * button comes too late for the second. Only the latest order is shared, so that on, off and on again stay three.
 */
import type { OperationResultEnvelope, TRPCClientError, TRPCLink } from '@trpc/client'
import { observable, observableToPromise } from '@trpc/server/observable'
import type { AppRouter } from './trpc.ts'

type Answer = OperationResultEnvelope<unknown, TRPCClientError<AppRouter>>

export function oneAtOnce(): TRPCLink<AppRouter> {
  return () => {
    let latest: { key: string; answer: Promise<Answer> } | null = null
    return ({ op, next }) => {
      if (op.type !== 'mutation') return next(op)
      return observable((observer) => {
        const key = JSON.stringify([op.path, op.input])
        const order = latest?.key === key ? latest : { key, answer: observableToPromise(next(op)) }
        latest = order
        const end = () => {
          if (latest === order) latest = null
        }
        order.answer.then(
          (value) => {
            end()
            observer.next(value)
            observer.complete()
          },
          (error) => {
            end()
            observer.error(error)
          },
        )
      })
    }
  }
}
