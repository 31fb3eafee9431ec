/**
 * One connection of the pool, for one transaction. postgres.js 3.4.9 does not tell who holds a connection that it was
 * closed between two statements: the next statement would never be answered, end the process with an uncaught error, or
 * land in somebody else's transaction once the connection is open again. Here it fails, and so does all that waits.
 */
import type { ReservedSql, Sql } from 'postgres'
import { appError } from '../shared/errors.ts'
import { once } from './process.ts'

/** The parts of postgres.js' query and connection that it hands to its own `begin` in the same way. */
type Query = Promise<unknown> & {
  handler: ((query: Query) => unknown) & { debug?: unknown }
  options: Record<string, unknown>
  reject: (error: unknown) => void
}
type Connection = {
  onclose?: ((error: unknown) => void) | null
  /** Of the pool: those that are open, busy, closed, … */
  queue: { remove(connection: Connection): Connection | null }
  connect(first: Query): void
}

/** A request for a connection that dies in the moment it opens is lost in postgres.js: nobody waits longer than this. */
const WAIT_MS = 5_000
/**
 * The server ends a statement after 15 seconds; one that is hung or cut off from us can't. No transaction of a request
 * takes this long.
 */
const HELD_MS = 60_000

/** The server ended the session: shut down, crashed, or left idle for too long. */
const SESSION_ENDED = /^57P0[125]$/
const codeOf = (error: unknown) => (error as { code?: string } | null)?.code ?? ''

/**
 * postgres.js keeps the error with which a connection died in the middle of a statement, and gives it to whoever has it
 * opened again; a reservation that fails so would take the connection out of the pool for ever. So the one that died is
 * opened anew here, for a query of nobody's, before anybody can ask for it, and again as often as that dies too.
 */
function openAnew(sql: Sql, connection: Connection): void {
  const { queue: closed } = connection
  // The pool opens it itself in this moment when somebody waits already.
  queueMicrotask(() => {
    if (connection.queue !== closed || closed.remove(connection) === null) return
    connection.onclose = () => openAnew(sql, connection)
    const isOpen = () => {
      connection.onclose = null
    }
    const first = sql.unsafe('select 1') as unknown as Query
    first.handler = Object.assign((own: Query) => connection.connect(own), { debug: first.handler.debug })
    // Its old error means that it is open: with any other one it is closed, and begins anew.
    first.then(isOpen, (error: unknown) => SESSION_ENDED.test(codeOf(error)) && isOpen())
  })
}

async function takeConnection(sql: Sql): Promise<ReservedSql> {
  const taken = sql.reserve().catch((error: unknown) => {
    // Who waited while a connection died may be given its old error: it is open now.
    if (SESSION_ENDED.test(codeOf(error))) return sql.reserve()
    throw error
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(appError('unavailable', 'The database is busy: try again in a moment.')), WAIT_MS)
  })
  try {
    return await Promise.race([taken, tooLate])
  } catch (error) {
    taken.then(
      (late) => late.release(),
      () => {},
    )
    throw error
  } finally {
    clearTimeout(timer)
  }
}

/**
 * At every connect postgres.js asks for the types of arrays, and nobody can catch the answer's failure when the database
 * goes away in that moment: it would end the process. Every other unhandled rejection still does.
 */
export function surviveLostConnects(): void {
  once('reserve.rejections', () =>
    process.on('unhandledRejection', (error) => {
      const { query } = (error ?? {}) as { query?: unknown }
      if (typeof query === 'string' && query.includes('pg_catalog.pg_type')) return
      throw error
    }),
  )
}

export async function reserve(sql: Sql, heldMs = HELD_MS): Promise<ReservedSql> {
  const raw = await takeConnection(sql)
  const sent: Query[] = []
  let connection: Connection | undefined
  let closedBy: { error: unknown } | undefined

  function watch(opened: Connection): boolean {
    connection = opened
    opened.onclose = (error) => {
      closedBy = { error }
      for (const query of sent) query.reject(error)
      openAnew(sql, opened)
    }
    return true
  }

  /** Whoever waits is told; the connection goes back once the other end has answered after all, with nothing left open. */
  function giveUp() {
    if (closedBy) return
    const error = appError('unavailable', 'The database does not answer: try again in a moment.')
    closedBy = { error }
    for (const query of sent) query.reject(error)
    raw.unsafe('rollback').then(
      () => raw.release(),
      () => {},
    )
  }
  const limited = sql.options.connection.statement_timeout !== 0
  const limit = limited ? setTimeout(giveUp, heldMs) : undefined

  function guarded<T>(made: T): T {
    if (!(made instanceof Promise)) return made
    const query = made as unknown as Query
    const send = query.handler
    query.handler = Object.assign(
      (own: Query) => {
        if (closedBy) return own.reject(closedBy.error)
        sent.push(own)
        return send(own)
      },
      { debug: send.debug },
    )
    if (!connection) query.options = { ...query.options, onexecute: watch }
    return made
  }

  return new Proxy(raw, {
    apply: (target, self, args) => guarded(Reflect.apply(target as never, self, args)),
    get(target, name) {
      if (name === 'unsafe') return (...args: Parameters<typeof raw.unsafe>) => guarded(target.unsafe(...args))
      if (name === 'release') {
        return () => {
          clearTimeout(limit)
          // A closed connection has gone back to the pool by itself; giving it back twice would break it.
          if (closedBy) return
          if (connection) connection.onclose = null
          target.release()
        }
      }
      return Reflect.get(target, name)
    },
  })
}
