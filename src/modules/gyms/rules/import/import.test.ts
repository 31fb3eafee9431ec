import { describe, expect, test } from 'vitest'
import { dayFromCivil } from '../../../../shared/local-day.ts'
import { csvOf } from '../../../../ui/portal-csv.ts'
import { decodeText } from '../../../workouts/rules/import/file.ts'
import type { RosterRow } from '../roster.ts'
import { type Choices, decisionOf, matchRows, planOf } from './matches.ts'
import { type ReadRow, readRows } from './rows.ts'
import { type FileTable, guessColumns, readTable } from './table.ts'

const today = dayFromCivil(2026, 11, 29)
const locations = [{ id: 'dock', name: 'Dockside' }]
const reading = { locations, today }
const NONE: Choices = { all: {}, line: {} }

function tableOf(text: string): FileTable {
  const table = readTable(text)
  if ('fault' in table) throw new Error(table.fault)
  return table
}

const read = (text: string) => {
  const table = tableOf(text)
  return readRows(table, guessColumns(table, []), reading)
}

const CLEAN = 'Name,Email,Mobile,Joined\nAna Novak,Ana@Example.test,041 1,2024-03-05\nBen Kralj,,,\n'
const ANA = { name: 'Ana Novak', email: 'ana@example.test', phone: '041 1', startedOn: dayFromCivil(2024, 3, 5) }

test('a file that this app exported comes back as it was: the guard of a formula is taken off', () => {
  const rows = [
    ['Name', 'Phone'],
    ['=HYPERLINK("http://x","y")', '+44 7700 900001'],
    ["'=quoted", '-1'],
    ["Seán O'Neill", '@home'],
  ]
  expect(read(csvOf(rows)).map(({ name, phone }) => [name, phone])).toEqual(rows.slice(1))
})

describe('a file', () => {
  const utf16 = (text: string, big: boolean) => {
    const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
    return big ? bytes.swap16() : bytes
  }

  test.each([
    ['commas', CLEAN],
    ['semicolons', CLEAN.replaceAll(',', ';')],
    ['tabs', CLEAN.replaceAll(',', '\t')],
    ['Excel’s own first line', `sep=;\r\n${CLEAN.replaceAll(',', ';').replaceAll('\n', '\r\n')}`],
    ['a title above its head', `Members of Iron Hall\n\n${CLEAN}`],
    ['the byte-order mark', `\uFEFF${CLEAN}`],
  ])('with %s is read', (_what, text) => {
    expect(read(text)[0]).toMatchObject(ANA)
    expect(read(text)).toHaveLength(2)
  })

  test.each([
    ['UTF-8', Buffer.from('Name,Email\nŽiga Čeh,z@x.test\n')],
    ['UTF-8 with its mark', Buffer.from('\uFEFFName,Email\nŽiga Čeh,z@x.test\n')],
    ['UTF-16, little end first', utf16('Name,Email\nŽiga Čeh,z@x.test\n', false)],
    ['UTF-16, big end first', utf16('Name,Email\nŽiga Čeh,z@x.test\n', true)],
  ])('in %s keeps its letters', (_what, bytes) => {
    expect(read(decodeText(bytes))[0]?.name).toBe('Žiga Čeh')
  })

  test('in the old Windows code page keeps its letters', () => {
    const bytes = Buffer.concat([
      Buffer.from('Name;Email\nRen'),
      Buffer.from([0xe9]),
      Buffer.from('e M'),
      Buffer.from([0xfc]),
      Buffer.from('ller;r@x.test\n'),
    ])
    expect(read(decodeText(bytes))[0]?.name).toBe('Renée Müller')
  })

  test('that holds nothing, only titles or too much is none', () => {
    expect(readTable('')).toEqual({ fault: 'empty' })
    expect(readTable('Name,Email\n')).toEqual({ fault: 'onlyTitles' })
    expect(readTable(`Name,Email\n${'A,\n'.repeat(20_001)}`)).toEqual({ fault: 'tooMany' })
  })
})

describe('columns', () => {
  test('are known in several tongues, by product, and by what stands in them', () => {
    const guess = (head: string, row = 'a,b,c,d') => guessColumns(tableOf(`${head}\n${row}\n`), [])
    expect(guess('First Name,Last Name,E-mail Address,Member Since')).toEqual({
      'First Name': 'firstName',
      'Last Name': 'lastName',
      'E-mail Address': 'email',
      'Member Since': 'startedOn',
    })
    expect(guess('Vorname,Nachname,Telefon,Eintrittsdatum')).toMatchObject({
      Telefon: 'phone',
      Eintrittsdatum: 'startedOn',
    })
    expect(guess('Full Name,First Name,Notes,Home Location')).toEqual({
      'Full Name': 'name',
      'Home Location': 'location',
    })
    expect(guess('Kunde,Kontakt,x,y', 'Ana,ana@x.test,1,2')).toEqual({ Kontakt: 'email' })
  })

  test('are what they were said to be the last time', () => {
    const table = tableOf('Kunde,Kontakt\nAna,ana@x.test\n')
    expect(guessColumns(table, [{ Other: 'phone' }, { Kunde: 'name' }])).toEqual({ Kunde: 'name', Kontakt: 'email' })
  })

  test('without titles, or with one twice, can still be told apart', () => {
    expect(tableOf('Name,Email,,Email\nA,b,c,d,e\n').titles).toEqual(['Name', 'Email', '#3', 'Email #4', '#5'])
  })
})

describe('a row', () => {
  const one = (cells: string, head = 'First name,Last name,Email,Joined,Location') => read(`${head}\n${cells}\n`)[0]

  test('is made of first and last name, and finds its location without its accents', () => {
    expect(one('Ana,Novak,ana@x.test,05.03.2024,DOCKSIDE')).toMatchObject({
      name: 'Ana Novak',
      locationId: 'dock',
      troubles: [],
    })
  })

  test('comes in without the cells that can’t be read, and says which', () => {
    expect(one('Ana,Novak,ana at x,31.02.2024,Moon')).toMatchObject({
      email: null,
      startedOn: null,
      locationId: null,
      isOut: false,
      troubles: [
        { key: 'badEmail', was: 'ana at x' },
        { key: 'badDate', was: '31.02.2024' },
        { key: 'noLocation', was: 'Moon' },
      ],
    })
    expect(one('Ana,Novak,,1.1.2031,')?.troubles).toEqual([{ key: 'future', was: '1.1.2031' }])
    expect(one(`${'A'.repeat(130)},,,,`)).toMatchObject({ name: 'A'.repeat(120), troubles: [{ key: 'tooLong' }] })
  })

  test.each([
    ['ended', true],
    ['Cancelled', true],
    ['gekündigt', true],
    ['LEFT', true],
    ['Inactive ', true],
    ['active', false],
    ['on hold', false],
    ['', false],
  ])('of the status “%s” has left: %s', (status, isEnded) => {
    const rows = read(`Name,Status\nAna,${status}\n`)
    expect(rows[0]?.isEnded).toBe(isEnded)
    expect(planOf(matchRows(rows, []), NONE).rows[0]?.isEnded).toBe(isEnded)
  })

  test('without a name, or damaged, stays out', () => {
    expect(one(',,ana@x.test,,')).toMatchObject({ isOut: true, troubles: [{ key: 'noName' }] })
    expect(read('Name,Email\n"Ana,a@x.test\nBen,b@x.test\n').map(({ isOut, line }) => [line, isOut])).toEqual([
      [2, true],
      [3, false],
    ])
  })

  test('knows its line when a cell before it has several', () => {
    expect(
      read('Name,Email,Notes\n"Ana\nNovak",a@x.test,"x\ny\nz"\nBen,b@x.test,\n').map(({ line, name }) => [line, name]),
    ).toEqual([
      [2, 'Ana Novak'],
      [6, 'Ben'],
    ])
  })

  test.each([
    [['05/03/2024'], dayFromCivil(2024, 3, 5)],
    [['05/03/2024', '03/25/2024'], dayFromCivil(2024, 5, 3)],
    [['5.3.24'], dayFromCivil(2024, 3, 5)],
    [['5.3.99'], dayFromCivil(1999, 3, 5)],
    [['2024/3/5'], dayFromCivil(2024, 3, 5)],
    [['2024-03-05T10:00:00Z'], dayFromCivil(2024, 3, 5)],
    [['45356'], dayFromCivil(2024, 3, 5)],
  ])('with the dates %j joined on the right day', (dates, day) => {
    expect(read(`Name,Joined\n${dates.map((date) => `A,${date}`).join('\n')}\n`)[0]?.startedOn).toBe(day)
  })
})

describe('who is here already', () => {
  const here = (id: string, name: string, email: string | null, endedAt: number | null = null) =>
    ({ id, number: 1, name, email, endedAt }) as RosterRow
  const from = (line: number, name: string, email: string | null = null): ReadRow => {
    return {
      line,
      name,
      email,
      phone: null,
      startedOn: null,
      locationId: null,
      isEnded: false,
      troubles: [],
      isOut: false,
    }
  }
  const roster = [
    here('ana', 'Ana Novak', 'ana@x.test'),
    here('ben', 'Ben Kralj', null),
    here('old', 'Old Hand', 'o@x.test', 1),
  ]
  const decide = (...rows: ReadRow[]) =>
    matchRows(rows, roster).map((row) => `${row.match?.by ?? 'new'} ${decisionOf(row, NONE)}`)

  test('is found by address, by name, among those who left, and in the file itself', () => {
    expect(decide(from(2, 'Ana Novak', 'ana@x.test'))).toEqual(['email update'])
    expect(decide(from(2, 'BEN  KRALJ', 'ben@x.test'))).toEqual(['name update'])
    expect(decide(from(2, 'Old Hand', 'o@x.test'))).toEqual(['email update'])
    expect(decide(from(2, 'New', 'n@x.test'), from(3, 'new', 'n@x.test'))).toEqual(['new add', 'twin skip'])
  })

  test('two of one name with two addresses are two people, and so is a family with one address', () => {
    expect(decide(from(2, 'Ana Novak', 'other@x.test'))).toEqual(['name add'])
    expect(decide(from(2, 'Little Novak', 'ana@x.test'))).toEqual(['email add'])
  })

  test('choices hold for all of a kind, and for a line before that', () => {
    const rows = matchRows(
      [from(2, 'Ana Novak', 'ana@x.test'), from(3, 'Ben Kralj'), from(4, 'Cem'), from(5, 'Cem')],
      roster,
    )
    const choices: Choices = { all: { email: 'skip', twin: 'add' }, line: { 3: 'add' } }
    expect(rows.map((row) => decisionOf(row, choices))).toEqual(['skip', 'add', 'add', 'add'])
    expect(planOf(rows, choices)).toMatchObject({ added: 3, updated: 0, skipped: 1 })
  })

  test('a member is laid over once, whatever was chosen', () => {
    const rows = matchRows([from(2, 'Ana Novak', 'ana@x.test'), from(3, 'Ana N', 'ana@x.test')], roster)
    const plan = planOf(rows, { all: { email: 'update' }, line: {} })
    expect(plan.rows.map(({ memberId }) => memberId)).toEqual(['ana', null])
    expect(plan).toMatchObject({ added: 1, updated: 1 })
  })
})
