import { beforeAll, expect, it } from 'vitest'
import { foldLetters } from '../shared/fold-letters.ts'
import { folded } from '../shared/folded-sql.ts'
import { openDatabase, type TestDatabase } from '../test/database.ts'
import { reserve } from './reserve.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await openDatabase()
})

it('a column is folded in SQL exactly as a name is folded in the browser: Latin, Greek, Cyrillic, Hebrew, Arabic, Kana', async () => {
  const letters: string[] = []
  for (const [from, to] of [
    [0x20, 0x6ff],
    [0x1e00, 0x1fff],
    [0x3040, 0x30ff],
    [0xac00, 0xac40],
  ] as const)
    for (let code = from; code <= to; code++) {
      const letter = String.fromCodePoint(code)
      if (/\p{Assigned}/u.test(letter)) letters.push(letter, `a${letter}b`)
    }
  const tx = await reserve(db.app)
  try {
    const rows = await tx<{ letter: string; folded: string }[]>`
      select letter, ${tx.unsafe(folded('letter'))} as folded from unnest(${letters}::text[]) letter`
    expect(rows.filter((row) => row.folded !== foldLetters(row.letter))).toEqual([])
    expect(rows).toHaveLength(letters.length)
  } finally {
    tx.release()
  }
})
