/** Rows for spreadsheets. A text that a spreadsheet would run as a formula is made plain text by an apostrophe. */
import { guardFormula } from '../shared/formula-guard.ts'

export type Cell = string | number | null

function guarded(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  return guardFormula(cell)
}

/** RFC 4180, with the mark that makes Excel read it as UTF-8. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  const lines = rows.map((row) =>
    row
      .map((cell) => {
        const text = guarded(cell)
        return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
      })
      .join(','),
  )
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

/** For the clipboard: a spreadsheet puts each cell where it belongs. */
export function tsvOf(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => row.map((cell) => guarded(cell).replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n')
}

export function downloadText(name: string, text: string, type = 'text/csv;charset=utf-8'): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** False where the browser refuses the clipboard. */
export async function copyText(text: string): Promise<boolean> {
  return (
    navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    ) ?? false
  )
}
