/** A file of members as a table: its titles, its rows, and what its columns seem to be. Nothing is dropped in silence. */
import { foldLetters } from '../../../../shared/fold-letters.ts'
import { csvRows, sniffDelimiter } from '../../../workouts/rules/import/csv.ts'
import { type ColumnMap, IMPORT_LIMIT, MEMBER_FIELDS } from '../../model.ts'

export type MemberField = (typeof MEMBER_FIELDS)[number]

export type FileRow = {
  /** Line of the file on which the row begins, from 1. */
  line: number
  cells: string[]
  /** A quote was opened and never closed. */
  isDamaged: boolean
}
export type FileTable = { titles: string[]; rows: FileRow[] }

/** Why a file is none; the page has the words. */
export type FileFault = 'empty' | 'onlyTitles' | 'tooMany'

/** Titles in the languages and products that files come from, folded, without signs. */
const KNOWN: Record<MemberField, readonly string[]> = {
  name: [
    'name',
    'fullname',
    'membername',
    'member',
    'client',
    'clientname',
    'displayname',
    'nom',
    'nombre',
    'imeinpriimek',
  ],
  firstName: ['firstname', 'first', 'givenname', 'forename', 'vorname', 'prenom', 'ime'],
  lastName: [
    'lastname',
    'last',
    'surname',
    'familyname',
    'nachname',
    'nomdefamille',
    'apellido',
    'apellidos',
    'priimek',
  ],
  email: ['email', 'emailaddress', 'mail', 'primaryemail', 'courriel', 'correo', 'correoelectronico', 'eposta'],
  phone: [
    'phone',
    'phonenumber',
    'mobile',
    'mobilephone',
    'cell',
    'cellphone',
    'telephone',
    'tel',
    'telefon',
    'handy',
    'telefono',
    'homephone',
  ],
  startedOn: [
    'joined',
    'joindate',
    'joinedon',
    'membersince',
    'startdate',
    'start',
    'signupdate',
    'creationdate',
    'created',
    'since',
    'eintritt',
    'eintrittsdatum',
    'fechadealta',
    'dateadded',
  ],
  location: ['location', 'homelocation', 'site', 'branch', 'club', 'homeclub', 'standort', 'lokacija', 'gym'],
  state: ['status', 'state', 'memberstatus', 'membershipstatus', 'estado', 'statut', 'mitgliedsstatus'],
}

const bare = (title: string) => foldLetters(title).replace(/[^\p{L}\p{N}]/gu, '')

function fieldOfTitle(title: string): MemberField | null {
  const text = bare(title)
  return MEMBER_FIELDS.find((field) => KNOWN[field].includes(text)) ?? null
}

const knownIn = (cells: readonly string[]) => cells.filter((cell) => fieldOfTitle(cell) !== null).length

/** The first row with two known titles is the head, or else the first; what stands above it is no member. */
export function readTable(text: string): FileTable | { fault: FileFault } {
  const delimiter = sniffDelimiter(text, knownIn)
  const all: FileRow[] = []
  for (const { line, cells, damaged } of csvRows(withoutSign(text), delimiter)) {
    if (cells.every((cell) => cell.trim() === '')) continue
    all.push({ line, cells, isDamaged: damaged })
    if (all.length > IMPORT_LIMIT + 20) return { fault: 'tooMany' }
  }
  const found = all.slice(0, 10).findIndex(({ cells }) => knownIn(cells) >= 2)
  const head = all[Math.max(0, found)]
  if (!head) return { fault: 'empty' }
  const rows = all.slice(Math.max(0, found) + 1)
  if (rows.length === 0) return { fault: 'onlyTitles' }
  if (rows.length > IMPORT_LIMIT) return { fault: 'tooMany' }
  return { titles: uniqueTitles(head.cells, Math.max(...rows.map(({ cells }) => cells.length))), rows }
}

/** Excel's own first line, which only names the delimiter. Its line is kept, so that line numbers stay right. */
const withoutSign = (text: string) => text.replace(/^(\uFEFF?)sep=.(?=\r?\n)/i, '$1')

/** Columns are named by their titles: one that has none, or one that is there twice, gets its place. */
function uniqueTitles(cells: readonly string[], width: number): string[] {
  const taken = new Set<string>()
  return Array.from({ length: Math.max(cells.length, width) }, (_, at) => {
    const given = cells[at]?.trim().slice(0, 180) || `#${at + 1}`
    const title = taken.has(given) ? `${given} #${at + 1}` : given
    taken.add(title)
    return title
  })
}

const LOOKS_LIKE_MAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/

/**
 * What each column is: as it was the last time a file had this title, else by its title, else by what stands in it. A
 * field is given out once, to the column that has it most surely.
 */
export function guessColumns({ titles, rows }: FileTable, remembered: readonly ColumnMap[]): ColumnMap {
  const map: ColumnMap = {}
  const taken = new Set<MemberField>()
  const give = (title: string, field: MemberField | null | undefined) => {
    if (!field || taken.has(field) || map[title]) return
    map[title] = field
    taken.add(field)
  }
  const last = remembered.find((one) => Object.keys(one).some((title) => titles.includes(title)))
  for (const title of titles) give(title, last?.[title])
  for (const title of titles) give(title, fieldOfTitle(title))
  if (!taken.has('email')) {
    const sample = rows.slice(0, 50)
    const at = titles.findIndex((_, column) => {
      const cells = sample.map(({ cells: row }) => row[column]?.trim() ?? '').filter(Boolean)
      return cells.length > 0 && cells.every((cell) => LOOKS_LIKE_MAIL.test(cell))
    })
    const title = titles[at]
    if (title !== undefined) give(title, 'email')
  }
  // A whole name beside its parts: the parts would say it twice.
  if (taken.has('name'))
    for (const title of titles) if (map[title] === 'firstName' || map[title] === 'lastName') delete map[title]
  return map
}
