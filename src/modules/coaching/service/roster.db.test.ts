import { beforeAll, describe, expect, test } from 'vitest'
import type { TestDatabase } from '../../../test/database.ts'
import { newPerson, openServices, type Person } from '../../../test/people.ts'
import { listAthletes } from './relations.ts'

const MANY = 10_000
let db: TestDatabase
let coach: Person

beforeAll(async () => {
  db = await openServices()
  coach = await newPerson('Cora')
  await db.admin`
    with many as (
      insert into person (id, name, created_at)
      select gen_random_uuid(), 'Athlete ' || lpad(n::text, 5, '0'), 0 from generate_series(1, ${MANY}) n returning id
    ), relations as (
      insert into relation (athlete_id, id, coach_id, role, state, started_at)
      select id, gen_random_uuid(), ${coach.userId}, 'head', 'active', 0 from many returning athlete_id, id
    )
    insert into consent_grant (athlete_id, id, relation_id, coach_id, domain, level, started_at, text_version)
    select athlete_id, gen_random_uuid(), id, ${coach.userId}, 'training', 'read', 0, 1 from relations`
  // People whom nobody coaches: a roster must not pay for them.
  await db.admin`
    insert into person (id, name, created_at)
    select gen_random_uuid(), 'Stranger ' || n, 0 from generate_series(1, ${MANY}) n`
  await db.admin`analyze`
})

describe('a roster of ten thousand', () => {
  test('is walked page by page without a gap or a repetition', async () => {
    const names: string[] = []
    let after: { name: string; id: string } | null = null
    let pages = 0
    do {
      const page = await listAthletes(coach, { search: '', after, limit: 200 })
      if (!after) expect(page.total).toBe(MANY)
      names.push(...page.athletes.map(({ name }) => name))
      after = page.next
      pages += 1
    } while (after && pages < 100)
    expect(names).toHaveLength(MANY)
    expect(names).toEqual([...new Set(names)].sort())
  })

  test('finds a name by the letters of any keyboard, word by word', async () => {
    const other = await newPerson('Cem')
    const relation = async (name: string) => {
      const { userId } = await newPerson(name)
      await db.admin`
        insert into relation (athlete_id, id, coach_id, role, state, started_at)
        values (${userId}, gen_random_uuid(), ${other.userId}, 'head', 'active', 0)`
    }
    await relation('Elif Yıldız')
    await relation('Łukasz Øster')
    const find = async (search: string) =>
      (await listAthletes(other, { search, after: null, limit: 50 })).athletes.map(({ name }) => name)
    expect(await find('yildiz')).toEqual(['Elif Yıldız'])
    expect(await find('YILDIZ eli')).toEqual(['Elif Yıldız'])
    expect(await find('oster lukasz')).toEqual(['Łukasz Øster'])
    expect(await find(' ')).toHaveLength(2)
  })

  test('finds by a part of the name, and a percent sign is only a percent sign', async () => {
    const found = await listAthletes(coach, { search: 'LETE 0424', after: null, limit: 50 })
    expect(found.athletes.map(({ name }) => name)).toHaveLength(11)
    expect(found.athletes[0]).toMatchObject({ name: 'Athlete 00424', shares: [{ domain: 'training', level: 'read' }] })
    expect((await listAthletes(coach, { search: '%', after: null, limit: 50 })).athletes).toEqual([])
    expect((await listAthletes(coach, { search: 'Stranger', after: null, limit: 50 })).athletes).toEqual([])
  })
})
