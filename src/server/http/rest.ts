/**
 * A small REST interface out of a list of addresses, each with its schemas: checks what comes in, says in a sentence what is
 * wrong, and is the source of the OpenAPI document (openapi.ts). Knows no business.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import * as z from 'zod/mini'
import type { Actor } from '../../shared/actor.ts'
import { appError, isAppError } from '../../shared/errors.ts'
import { inputSentence } from '../../shared/input-error.ts'
import { log, safeError } from '../log.ts'
import { retryAfterS, toRefusal } from '../refusal.ts'
import { readText } from './body.ts'
import { sendJson } from './probes.ts'

/** What a token opens: `write` reads as well. */
export type RestScope = 'read' | 'write'
export type RestHolder = { actor: Actor; tokenId: string; name: string; scope: RestScope }

type Shape = z.ZodMiniType
export type RestCall = {
  holder: RestHolder
  params: Record<string, string>
  query: Record<string, unknown>
  body: unknown
  /** Headers that the address asks for, by their names in lower case. */
  headers: Record<string, string>
}
export type RestAnswer = { status?: number; body: unknown }
export type RestAddress = {
  method: 'GET' | 'POST'
  /** Below `/api/v1`, with `{names}` of parameters. */
  path: string
  /** Names it among all: what generators of clients call it. */
  id: string
  summary: string
  description: string
  scope: RestScope
  params?: Record<string, { schema: Shape; description: string }>
  query?: Record<string, { schema: Shape; description: string }>
  /** Required where it is named. */
  headers?: Record<string, { schema: Shape; description: string }>
  body?: Shape
  returns: Shape
  /** What else it may answer with, besides 200: 201, 404, 409, 410. */
  also?: Record<number, string>
  run(call: RestCall): Promise<RestAnswer>
}

const PREFIX = '/api/v1'
const MAX_BODY = 1024 * 1024
const STATUS_CODES: Record<number, string> = { 404: 'not_found', 405: 'wrong_method', 415: 'wrong_type' }

/** Answers every request below `/api/v1`. */
export async function answerRest(
  req: IncomingMessage,
  res: ServerResponse,
  options: { addresses: readonly RestAddress[]; findHolder: (token: string) => Promise<RestHolder> },
): Promise<void> {
  let given: unknown
  try {
    const url = new URL(req.url ?? '/', 'http://localhost')
    const found = findAddress(options.addresses, url.pathname, req.method ?? 'GET')
    if ('status' in found) {
      if (found.allow) res.setHeader('allow', found.allow)
      return refuse(res, found.status, STATUS_CODES[found.status] ?? 'bad_input', found.message)
    }
    const { address, params } = found
    const holder = await options.findHolder(bearerOf(req))
    if (address.scope === 'write' && holder.scope !== 'write') {
      throw appError('forbidden', `The token “${holder.name}” may only read: make one that may also write.`)
    }
    const query = readQuery(address, url.searchParams)
    const headers = readHeaders(address, req)
    let body: unknown
    if (address.body) {
      if (!/^application\/json\b/i.test(req.headers['content-type'] ?? '')) {
        return refuse(res, 415, 'wrong_type', 'The request has to be JSON: send it as application/json.')
      }
      given = parse(await readText(req, MAX_BODY))
      body = checked(address.body, given)
    }
    const answer = await address.run({ holder, params, query, body, headers })
    sendJson(res, answer.status ?? 200, answer.body)
  } catch (error) {
    const refusal = toRefusal(error, given)
    if (!refusal) {
      log().error(safeError(error), 'a call of the API failed')
      const message = 'Something went wrong on our side. Nothing was changed; try again in a moment.'
      return refuse(res, 500, 'internal', message)
    }
    const again = retryAfterS(refusal)
    if (again !== null) res.setHeader('retry-after', again)
    const { cause } = refusal
    const code = isAppError(cause) ? cause.code : refusal.code === 'SERVICE_UNAVAILABLE' ? 'unavailable' : 'bad_input'
    if (code === 'unauthenticated') res.setHeader('www-authenticate', 'Bearer')
    refuse(res, getHTTPStatusCodeFromError(refusal), code, refusal.message)
  }
}

function refuse(res: ServerResponse, status: number, code: string, message: string): void {
  sendJson(res, status, { error: { code, message } })
}

type Found =
  | { address: RestAddress; params: Record<string, string> }
  | { status: 404 | 405; message: string; allow?: string }

function findAddress(addresses: readonly RestAddress[], pathname: string, method: string): Found {
  const path = pathname.slice(PREFIX.length).replace(/(?<=.)\/$/, '')
  const here = addresses.flatMap((address) => {
    const params = paramsOf(address.path, path)
    return params ? [{ address, params }] : []
  })
  const found = here.find(({ address }) => address.method === method)
  if (found) {
    for (const [name, { schema }] of Object.entries(found.address.params ?? {})) {
      checked(z.object({ [name]: schema }), { [name]: found.params[name] })
    }
    return found
  }
  if (here.length === 0) {
    return { status: 404, message: 'There is no such address. All there are stand under /developers.' }
  }
  const allow = here.map(({ address }) => address.method).join(', ')
  return { status: 405, message: `This address takes ${allow} only.`, allow }
}

/** Null when the path is another one. */
function paramsOf(template: string, path: string): Record<string, string> | null {
  const [wanted, given] = [template.split('/'), path.split('/')]
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [at, part] of wanted.entries()) {
    const held = given[at] ?? ''
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    if (!name) {
      if (part !== held) return null
      continue
    }
    try {
      params[name] = decodeURIComponent(held)
    } catch {
      return null
    }
  }
  return params
}

/** From the header alone: an address is kept in logs and histories. */
function bearerOf({ headers }: IncomingMessage): string {
  const token = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1]
  if (token) return token
  throw appError('unauthenticated', 'The token is missing: send it in the header “Authorization: Bearer …”.')
}

function readQuery({ query: wanted = {} }: RestAddress, given: URLSearchParams): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const name of new Set(given.keys())) {
    const all = given.getAll(name)
    if (all.length > 1) throw appError('bad_input', `“${name.slice(0, 40)}” stands in the address ${all.length} times.`)
    const [value = ''] = all
    const type = wanted[name] && (z.toJSONSchema(wanted[name].schema, { io: 'input' }) as { type?: string }).type
    values[name] =
      type === 'integer' && /^-?\d{1,15}$/.test(value) ? Number(value) : type === 'boolean' ? asYes(value) : value
  }
  const shape = Object.fromEntries(Object.entries(wanted).map(([name, { schema }]) => [name, z.optional(schema)]))
  return checked(z.strictObject(shape), values) as Record<string, unknown>
}

const asYes = (value: string) => (value === 'true' ? true : value === 'false' ? false : value)

function readHeaders({ headers: wanted = {} }: RestAddress, { headers }: IncomingMessage): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, { schema }] of Object.entries(wanted)) {
    const held = headers[name.toLowerCase()]
    values[name.toLowerCase()] = checked(schema, held, `The header ${name}`) as string
  }
  return values
}

function checked(schema: Shape, value: unknown, field?: string): unknown {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  if (field) {
    throw appError('bad_input', value === undefined ? `${field} is missing.` : `${field} is not one that can be taken.`)
  }
  throw appError('bad_input', inputSentence(result.error.issues, value))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw appError('bad_input', 'The request’s body is no JSON: send it again.')
  }
}
