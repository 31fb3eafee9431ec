import { describe, expect, it } from 'vitest'
import { isAppError } from '../../shared/errors.ts'
import { newId } from '../../shared/id.ts'
import { createMemoryServer } from '../testing/memory-server.ts'
import { createWriter, pullOf, pushOf } from '../testing/pushes.ts'
import { forgotten, putMark, serverMutations, testCollections } from '../testing/world.ts'
import { SCHEMA_V } from '../wire.ts'
import { createEngine, type EngineParts } from './engine.ts'

function begin(parts: Partial<EngineParts> = {}) {
  const { store } = createMemoryServer(testCollections)
  const athlete = newId()
  const server = createEngine({
    store,
    collections: testCollections,
    mutations: serverMutations,
    mayPush: async () => 'no',
    now: () => 5_000,
    ...parts,
  })
  return { server, athlete, phone: createWriter(athlete) }
}

const mark = (id: string) => ({ id, sessionId: 's', reps: 5, load: null })

describe('phones of other builds', () => {
  it('that are too old are told to update, and nothing of theirs is touched', async () => {
    const { server, athlete, phone } = begin({ minSchemaV: SCHEMA_V + 1 })
    const out = await server.push({ id: athlete }, pushOf(phone, phone.write(putMark, mark('m'))))
    expect(out).toMatchObject({ upgrade: 'hard', results: [] })
    expect((await server.pull({ id: athlete }, pullOf(phone))).version).toBe(0)
  })

  it('that are a little old sync and hear of the newer build', async () => {
    const { server, athlete, phone } = begin({ minSchemaV: 0 })
    const input = { ...pushOf(phone, phone.write(putMark, mark('m'))), schemaV: SCHEMA_V - 1 }
    expect(await server.push({ id: athlete }, input)).toMatchObject({
      upgrade: 'soft',
      results: [{ status: 'applied' }],
    })
  })

  it('that are newer than this server try again, while one that is not new is answered', async () => {
    const { server, athlete, phone } = begin()
    const input = pushOf(phone, phone.write(forgotten, { id: 'x' }))
    const newer = server.push({ id: athlete }, { ...input, schemaV: SCHEMA_V + 1 })
    await expect(newer).rejects.toSatisfy((error) => isAppError(error) && error.code === 'unavailable')
    expect((await server.push({ id: athlete }, input)).results).toMatchObject([{ code: 'unknown_mutation' }])
  })
})

describe('stamps', () => {
  it('come from the phone’s corrected clock, and from the push when it has none', async () => {
    const { server, athlete, phone } = begin()
    const { ms: _, ...uncorrected } = phone.write(putMark, mark('b'), 90)
    // The phone's clock says 100 when the server's says 5,000.
    const input = pushOf(
      phone,
      { ...phone.write(putMark, mark('a'), 80), ms: 1_000, seq: 1 },
      { ...uncorrected, seq: 2 },
    )
    await server.push({ id: athlete }, { ...input, clientNow: 100 })
    const { rows } = await server.pull({ id: athlete }, pullOf(phone))
    expect(rows.map(({ id, stamps }) => [id, stamps.row[0]])).toEqual([
      ['a', 1_000],
      ['b', 4_990],
    ])
  })
})

describe('a crash before the commit', () => {
  it('is not an answer: nothing is stored, and the same push succeeds later', async () => {
    let crashes = 1
    const { server, athlete, phone } = begin({
      onFlush() {
        if (crashes-- > 0) throw new Error('the database went away')
        return []
      },
    })
    const input = pushOf(phone, phone.write(putMark, mark('m')))
    await expect(server.push({ id: athlete }, input)).rejects.toThrow('went away')
    expect((await server.pull({ id: athlete }, pullOf(phone))).lastSeq).toBe(0)
    expect((await server.push({ id: athlete }, input)).results).toEqual([{ seq: 1, status: 'applied' }])
  })
})
