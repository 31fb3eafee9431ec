/** The OpenAPI 3.1 document of a list of addresses: what a generator of clients reads, and what the page is made of. */
import * as z from 'zod/mini'
import type { RestAddress } from './rest.ts'

type Json = Record<string, unknown>

const schemaOf = (schema: z.ZodMiniType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  return rest
}

const ERROR = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: {
        code: { type: 'string', description: 'For programs; it stays the same.' },
        message: { type: 'string', description: 'A sentence for people: what happened, to what, and what to do.' },
      },
    },
  },
}

/** Answers that any address may give. */
const ALWAYS: Record<number, string> = {
  400: 'Something in the request can’t be; the message names it.',
  401: 'The token is missing, was taken back, or a part of it is missing.',
  429: 'Too many requests: the header `Retry-After` says how many seconds to wait.',
  503: 'The server is busy: the header `Retry-After` says how many seconds to wait.',
}

export function openApiOf(
  addresses: readonly RestAddress[],
  info: { title: string; version: string; description: string; server: string },
): Json {
  const paths: Record<string, Json> = {}
  for (const address of addresses) {
    paths[address.path] = { ...paths[address.path], [address.method.toLowerCase()]: operationOf(address) }
  }
  const { server, ...about } = info
  return {
    openapi: '3.1.0',
    info: about,
    servers: [{ url: `${server}/api/v1` }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'A personal access token.' } },
      schemas: { Error: ERROR },
    },
  }
}

function operationOf(address: RestAddress): Json {
  const refusals = {
    ...ALWAYS,
    ...(address.scope === 'write' && {
      403: 'The token may only read.',
      413: 'The request is too large.',
      415: 'It is no JSON.',
    }),
    ...address.also,
  }
  const responses: Json = { 200: answer('What was asked for.', schemaOf(address.returns, 'output')) }
  for (const [status, description] of Object.entries(refusals)) {
    const schema = Number(status) < 300 ? schemaOf(address.returns, 'output') : { $ref: '#/components/schemas/Error' }
    responses[status] = answer(description, schema)
  }
  return {
    operationId: address.id,
    summary: address.summary,
    description: address.description,
    parameters: [
      ...parametersOf(address.params, 'path', true),
      ...parametersOf(address.query, 'query', false),
      ...parametersOf(address.headers, 'header', true),
    ],
    ...(address.body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(address.body, 'input') } } },
    }),
    responses,
  }
}

const answer = (description: string, schema: Json) => ({ description, content: { 'application/json': { schema } } })

function parametersOf(all: RestAddress['query'] = {}, where: string, required: boolean): Json[] {
  return Object.entries(all).map(([name, { schema, description }]) => {
    return { name, in: where, required, description, schema: schemaOf(schema, 'input') }
  })
}
