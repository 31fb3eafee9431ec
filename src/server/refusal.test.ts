import { TRPCError } from '@trpc/server'
import { expect, test } from 'vitest'
import { appError } from '../shared/errors.ts'
import { retryAfterS, toRefusal } from './refusal.ts'

const withCode = (code: string, name = 'PostgresError') => Object.assign(new Error('details'), { name, code })

test.each([
  ['a statement that took too long', withCode('57014'), 'SERVICE_UNAVAILABLE'],
  ['a database that shuts down', withCode('57P01'), 'SERVICE_UNAVAILABLE'],
  ['a database with too many connections', withCode('53300'), 'SERVICE_UNAVAILABLE'],
  ['a full disk', withCode('53100'), 'SERVICE_UNAVAILABLE'],
  ['a deadlock', withCode('40P01'), 'SERVICE_UNAVAILABLE'],
  ['a transaction that stood idle', withCode('25P03'), 'SERVICE_UNAVAILABLE'],
  ['a connection that was cut', withCode('CONNECTION_CLOSED', 'Error'), 'SERVICE_UNAVAILABLE'],
  ['a connection that was never made', withCode('CONNECT_TIMEOUT', 'Error'), 'SERVICE_UNAVAILABLE'],
  ['nobody at the address', withCode('ECONNREFUSED', 'Error'), 'SERVICE_UNAVAILABLE'],
  ['no connection left in the pool', appError('unavailable', 'Busy.'), 'SERVICE_UNAVAILABLE'],
  [
    'the same, wrapped by tRPC',
    new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: withCode('57014') }),
    'SERVICE_UNAVAILABLE',
  ],
  ['a limit', appError('rate_limited', 'Too many.'), 'TOO_MANY_REQUESTS'],
  ['a NUL in a text', withCode('22021'), 'BAD_REQUEST'],
  ['a mistake in our SQL', withCode('42601'), null],
  ['a row that row-level security refuses', withCode('42501'), null],
  ['a key that is there twice', withCode('23505'), null],
  ['any bug of ours', new TypeError('x is undefined'), null],
  ['nothing', null, null],
])('%s', (_, error, code) => expect(toRefusal(error)?.code ?? null).toBe(code))

test('who comes too often is told when to come again; others that had bad luck, soon', () => {
  const again = (error: unknown) => {
    const refusal = toRefusal(error)
    return refusal && retryAfterS(refusal)
  }
  expect(again(appError('rate_limited', 'Too many.', { retryAfterS: 840 }))).toBe(840)
  expect(again(withCode('57014'))).toBe(2)
  expect(again(appError('not_found', 'No such.'))).toBeNull()
})
