'use client'
/** Names of the file that could mean several exercises, or none that we know: the athlete says which. */
import { Check, ChevronRight } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { ListRow } from '../../../../ui/list-row.tsx'
import { Sheet } from '../../../../ui/sheet.tsx'
import { createSearch } from '../../../exercises/rules/search.ts'
import type { Unsure } from '../../rules/import/plan.ts'
import type { ExerciseBook } from './exercise-book.ts'

type Props = {
  unsure: readonly Unsure[]
  /** What was chosen for names that are no longer unsure: they can be changed. */
  chosen: Readonly<Record<string, string>>
  book: ExerciseBook
  onChoose: (chosen: Record<string, string>) => void
}

/** A guess below this is more often wrong than right. */
const WORTH_NAMING = 0.45

export function ImportMatches({ unsure, chosen, book, onChoose }: Props) {
  const t = useTranslations('import.match')
  const [asked, setAsked] = useState<Unsure | null>(null)
  const settled = Object.entries(chosen)
  const choose = (name: string, answer: string) => {
    onChoose({ ...chosen, [name]: answer })
    setAsked(null)
  }
  const wordsOf = (answer: string) =>
    answer === 'own' ? t('own') : answer === 'skip' ? t('skip') : book.get(answer).name
  return (
    <div>
      <ul>
        {unsure.map((one) => (
          <li key={one.name} className="border-line border-b last:border-b-0">
            <ListRow
              title={one.name}
              detail={
                (one.candidates[0]?.score ?? 0) >= WORTH_NAMING
                  ? t('maybe', { n: one.rows, name: one.candidates[0]?.name ?? '' })
                  : t('unknown', { n: one.rows })
              }
              trail={<ChevronRight size={18} aria-hidden />}
              onClick={() => setAsked(one)}
            />
          </li>
        ))}
        {settled.map(([name, answer]) => (
          <li key={name} className="border-line border-b last:border-b-0">
            <ListRow
              title={name}
              detail={wordsOf(answer)}
              lead={<Check size={18} aria-hidden className="text-good" />}
              onClick={() => setAsked({ name, rows: 0, candidates: [] })}
            />
          </li>
        ))}
      </ul>
      {unsure.length > 1 && (
        <Button
          wide
          className="mt-3"
          onClick={() => onChoose({ ...chosen, ...Object.fromEntries(unsure.map(({ name }) => [name, 'own'])) })}
        >
          {t('allOwn', { n: unsure.length })}
        </Button>
      )}
      <ChoiceSheet key={asked?.name} asked={asked} book={book} onClose={() => setAsked(null)} onChoose={choose} />
    </div>
  )
}

const MOST_FOUND = 30

function ChoiceSheet(props: {
  asked: Unsure | null
  book: ExerciseBook
  onClose: () => void
  onChoose: (name: string, answer: string) => void
}) {
  const { asked, book, onClose, onChoose } = props
  const t = useTranslations('import.match')
  const c = useTranslations('common')
  const [query, setQuery] = useState('')
  const search = useMemo(() => createSearch(book.all), [book])
  const name = asked?.name ?? ''
  const found =
    query.trim() === '' ? (asked?.candidates.map(({ exerciseId }) => exerciseId) ?? []) : search(query, MOST_FOUND)
  return (
    <Sheet open={asked !== null} onClose={onClose} full title={t('which', { name })} closeLabel={c('close')}>
      <TextField
        label={t('search')}
        hideLabel
        type="search"
        placeholder={t('search')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <div className="mt-2">
        {found.map((id) => (
          <ListRow key={id} title={book.get(id).name} onClick={() => onChoose(name, id)} />
        ))}
      </div>
      <div className="mt-4">
        <ListRow tone="accent" title={t('makeOwn')} detail={t('makeOwnDetail')} onClick={() => onChoose(name, 'own')} />
        <ListRow title={t('leaveOut')} detail={t('leaveOutDetail')} onClick={() => onChoose(name, 'skip')} />
      </div>
    </Sheet>
  )
}
