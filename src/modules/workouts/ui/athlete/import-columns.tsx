'use client'
/** What each column of a file holds, to be said by hand where the headers don't say it. */
import { useTranslations } from 'use-intl'
import { SelectField } from '../../../../ui/select-field.tsx'
import type { Column } from '../../rules/import/columns.ts'
import { ROLES, type Role } from '../../rules/import/headers.ts'
import type { ImportAnswers } from '../../rules/import/shapes.ts'
import { Options } from './import-options.tsx'

type Props = {
  /** As they are read now. */
  columns: readonly Column[]
  /** The first lines, to know a column again by. */
  sampleRows: readonly (readonly string[])[]
  answers: ImportAnswers
  onAnswer: (answers: Partial<ImportAnswers>) => void
}

/** More columns than any log has are a file of something else. */
const SHOWN = 60

export function ImportColumns({ columns, sampleRows, answers, onAnswer }: Props) {
  const t = useTranslations('import.columns')
  const isWide = columns.some(({ set }) => set !== null)
  const layout = answers.layout ?? (isWide ? 'wide' : 'rows')
  const roleOf = (value: string) => ROLES.find((role) => role === value) ?? null
  const choose = (index: number, role: Role | null) => {
    const others = Object.entries(answers.columns ?? {}).filter(([, other]) => layout === 'wide' || other !== role)
    onAnswer({ columns: { ...Object.fromEntries(others), [index]: role } })
  }
  return (
    <div className="flex flex-col gap-5 pb-4">
      <Options
        title={t('layout')}
        value={layout}
        guess={layout}
        options={[
          { value: 'rows', label: t('rows') },
          { value: 'wide', label: t('wide') },
        ]}
        onChange={(chosen) => onAnswer({ layout: chosen })}
      />
      {columns.slice(0, SHOWN).map(({ index, header, role, set }) => {
        const sample = sampleRows.map((cells) => cells[index]?.trim() ?? '').find((cell) => cell !== '')
        const hints = [
          ...(sample ? [t('sample', { sample })] : []),
          ...(set === null || role === null ? [] : [t('ofSet', { n: set })]),
        ]
        return (
          <SelectField
            key={index}
            label={header || t('unnamed', { n: index + 1 })}
            hint={hints.join(' · ')}
            value={role ?? ''}
            onChange={(value) => choose(index, roleOf(value))}
            options={[
              { value: '', label: t('leaveOut') },
              ...ROLES.map((value) => ({ value, label: t(`role.${value}`) })),
            ]}
          />
        )
      })}
    </div>
  )
}
