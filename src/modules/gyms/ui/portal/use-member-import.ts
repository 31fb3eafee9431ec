'use client'
/** A file on its way into the roster: read here, in the browser, and sent only when its preview was agreed to. */
import { useMemo, useState } from 'react'
import { newId } from '../../../../shared/id.ts'
import { dayOf } from '../../../../shared/local-day.ts'
import { decodeText, refuseFile, refuseText } from '../../../workouts/rules/import/file.ts'
import type { ColumnMap } from '../../model.ts'
import {
  type Choices,
  type Decision,
  type Match,
  type MatchedRow,
  matchRows,
  type Plan,
  planOf,
} from '../../rules/import/matches.ts'
import { readRows } from '../../rules/import/rows.ts'
import { type FileFault, type FileTable, guessColumns, type MemberField, readTable } from '../../rules/import/table.ts'
import type { RosterRow } from '../../rules/roster.ts'

export type Fault = FileFault | 'binary' | 'tooLarge' | 'unreadable'
type Held = { importId: string; fileName: string; table: FileTable; map: ColumnMap; choices: Choices }

export type MemberImport = {
  /** Of the file as it was opened: sent twice, it comes in once. */
  importId: string
  fileName: string
  table: FileTable
  map: ColumnMap
  rows: MatchedRow[]
  plan: Plan
  choices: Choices
  setColumn: (title: string, field: MemberField | null) => void
  chooseAll: (by: Match['by'], decision: Decision | null) => void
  chooseLine: (line: number, decision: Decision) => void
}

type Args = {
  roster: readonly RosterRow[] | null
  locations: readonly { id: string; name: string }[]
  zone: string
  remembered: readonly ColumnMap[]
}

export function useMemberImport({ roster, locations, zone, remembered }: Args) {
  const [held, setHeld] = useState<Held | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)

  async function open(file: File) {
    setFault(null)
    const read = await readFile(file)
    if ('fault' in read) {
      setHeld(null)
      return setFault(read.fault)
    }
    const choices: Choices = { all: {}, line: {} }
    setHeld({ importId: newId(), fileName: file.name, table: read, map: guessColumns(read, remembered), choices })
  }

  const { table, map, choices } = held ?? {}
  const read = useMemo(
    () => (table && map ? readRows(table, map, { locations, today: dayOf(Date.now(), zone) }) : null),
    [table, map, locations, zone],
  )
  const rows = useMemo(() => (read && roster ? matchRows(read, roster) : null), [read, roster])
  const plan = useMemo(() => (rows && choices ? planOf(rows, choices) : null), [rows, choices])
  const change = (next: Partial<Held>) => setHeld((now) => now && { ...now, ...next })

  const current: MemberImport | null =
    held && rows && plan
      ? {
          importId: held.importId,
          ...{ fileName: held.fileName, table: held.table, map: held.map, choices: held.choices, rows, plan },
          setColumn(title, field) {
            // A field is one column's: the one that had it loses it.
            const rest = Object.entries(held.map).filter(([other, has]) => other !== title && has !== field)
            change({ map: Object.fromEntries(field ? [...rest, [title, field]] : rest) })
          },
          chooseAll(by, decision) {
            const all = { ...held.choices.all }
            if (decision) all[by] = decision
            else delete all[by]
            change({ choices: { ...held.choices, all } })
          },
          chooseLine: (line, decision) =>
            change({ choices: { ...held.choices, line: { ...held.choices.line, [line]: decision } } }),
        }
      : null
  return {
    current,
    isReading: held !== null && rows === null,
    fault,
    open: (file: File) => void open(file),
    close: () => setHeld(null),
  }
}

const HEAD_BYTES = 4_096

async function readFile(file: File): Promise<FileTable | { fault: Fault }> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const refused = refuseFile(file.name, bytes.length, bytes.subarray(0, HEAD_BYTES))
    if (refused) return { fault: faultOf(refused.key) }
    const text = decodeText(bytes)
    const unfit = refuseText(file.name, text)
    return unfit ? { fault: faultOf(unfit.key) } : readTable(text)
  } catch {
    return { fault: 'unreadable' }
  }
}

function faultOf(key: string): Fault {
  return key === 'empty' || key === 'tooLarge' ? key : 'binary'
}
