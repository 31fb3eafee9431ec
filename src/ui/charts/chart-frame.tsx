import { type ReactNode, useState } from 'react'

export type ChartTable = { head: readonly string[]; rows: readonly (readonly string[])[] }

type Props = {
  title: string
  /** What the axes count, and over what time. */
  detail?: string
  /** The number that matters, beside the title. */
  headline?: ReactNode
  /** The same figures as a table, for reading out and copying. */
  table: ChartTable
  words: { showTable: string; showChart: string }
  children: ReactNode
}

/** One question, its chart, its number, and the table behind it. */
export function ChartFrame({ title, detail, headline, table, words, children }: Props) {
  const [asTable, setAsTable] = useState(false)
  return (
    <figure className="m-0">
      <figcaption className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-bold text-[1rem] tracking-tight">{title}</span>
        {detail && <span className="num text-ink-2 text-sm">{detail}</span>}
        {headline != null && <span className="num ml-auto font-bold">{headline}</span>}
      </figcaption>
      <div className="mt-2">
        {asTable ? (
          <div className="max-h-64 overflow-auto">
            <table className="num w-full text-left text-sm">
              <thead>
                <tr>
                  {table.head.map((cell) => (
                    <th key={cell} scope="col" className="caps sticky top-0 bg-bg py-1.5 pr-3">
                      {cell}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {table.rows.map((row) => (
                  <tr key={row.join('|')} className="border-line border-t">
                    {row.map((cell, i) => (
                      <td key={table.head[i]} className="py-1.5 pr-3">
                        {cell}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ) : (
          children
        )}
      </div>
      <button
        type="button"
        aria-pressed={asTable}
        onClick={() => setAsTable(!asTable)}
        className="min-h-12 min-w-12 font-medium text-ink-2 text-sm underline decoration-line-strong underline-offset-4"
      >
        {asTable ? words.showChart : words.showTable}
      </button>
    </figure>
  )
}
