'use client'
/** Which column is what: guessed, with the first values under it, and set by hand where the guess is wrong. */
import { useTranslations } from 'use-intl'
import { MEMBER_FIELDS } from '../../model.ts'
import type { MemberField } from '../../rules/import/table.ts'
import { Choice } from './gym-fields.tsx'
import type { MemberImport } from './use-member-import.ts'

const NOT_USED = 'none'
const SAMPLES = 2

export function ImportColumns({ current }: { current: MemberImport }) {
  const t = useTranslations('gym')
  const { table, map, setColumn } = current
  return (
    <section aria-label={t('import.columns')} className="overflow-x-auto border-line border-b px-6 py-3">
      <ul className="flex gap-6">
        {table.titles.map((title, at) => {
          const samples = table.rows
            .map(({ cells }) => cells[at]?.trim() ?? '')
            .filter(Boolean)
            .slice(0, SAMPLES)
          return (
            <li key={title} className="w-40 shrink-0">
              <p className="truncate font-semibold" title={title}>
                {title}
              </p>
              <Choice
                hideLabel
                label={t('import.columnIs', { title })}
                value={map[title] ?? NOT_USED}
                onChange={(value) => setColumn(title, value === NOT_USED ? null : (value as MemberField))}
                options={[
                  { value: NOT_USED, label: t('import.notUsed') },
                  ...MEMBER_FIELDS.map((field) => ({ value: field, label: t(`import.field.${field}`) })),
                ]}
                className="my-1"
              />
              {samples.map((sample, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: samples are only places
                <p key={n} className="truncate text-ink-3" title={sample}>
                  {sample}
                </p>
              ))}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
