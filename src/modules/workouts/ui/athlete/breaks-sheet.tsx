'use client'
/** Breaks that keep a streak: planned ahead or written down after. */
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { newId } from '../../../../shared/id.ts'
import { isoDate } from '../../../../shared/local-day.ts'
import { dayFromIso } from '../../../../shared/local-instant.ts'
import { Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { Segmented } from '../../../../ui/segmented.tsx'
import { Sheet } from '../../../../ui/sheet.tsx'
import { showDay } from '../../../../ui/show-day.ts'
import { showToast } from '../../../../ui/toast.tsx'
import { BREAK_KINDS, type TrainingBreak } from '../../model/breaks.ts'
import { addBreak, removeBreak, restoreBreak } from '../../mutators/breaks.ts'
import { useMutate } from './use-mutate.ts'

type Props = { open: boolean; onClose: () => void; breaks: readonly TrainingBreak[]; today: number }

export function BreaksSheet({ open, onClose, breaks, today }: Props) {
  const t = useTranslations('breaks')
  const c = useTranslations('common')
  const locale = useLocale()
  const mutate = useMutate()
  const [kind, setKind] = useState<TrainingBreak['kind']>('holiday')
  const [from, setFrom] = useState(isoDate(today))
  const [to, setTo] = useState(isoDate(today + 6))
  const [error, setError] = useState<string>()

  function add() {
    const [fromDay, toDay] = [dayFromIso(from), dayFromIso(to)]
    if (fromDay === null || toDay === null || toDay < fromDay) return setError(t('wrong'))
    setError(undefined)
    void mutate(addBreak, { id: newId(), kind, fromDay, toDay })
  }
  function remove({ id }: TrainingBreak) {
    void mutate(removeBreak, { id })
    showToast({ text: t('removed'), action: { label: c('undo'), run: () => void mutate(restoreBreak, { id }) } })
  }

  return (
    <Sheet open={open} onClose={onClose} title={t('title')} detail={t('detail')} closeLabel={c('close')}>
      <div className="grid gap-4">
        <Segmented
          label={t('kind')}
          value={kind}
          onChange={setKind}
          options={BREAK_KINDS.map((value) => ({ value, label: t(`is.${value}`) }))}
        />
        <div className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-3">
          <TextField label={t('from')} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
          <TextField
            label={t('to')}
            type="date"
            value={to}
            error={error}
            onChange={(event) => setTo(event.target.value)}
          />
        </div>
        <Button tone="primary" wide onClick={add}>
          {t('add')}
        </Button>
      </div>
      {breaks.length > 0 && (
        <ul aria-label={t('title')} className="mt-5">
          {breaks
            .toSorted((a, b) => b.fromDay - a.fromDay)
            .map((one) => {
              const name = t('line', {
                ...{ kind: t(`is.${one.kind}`), from: showDay(one.fromDay, 'year', locale) },
                to: showDay(one.toDay, 'year', locale),
              })
              return (
                <li key={one.id} className="flex min-h-14 items-center gap-2 border-line border-b">
                  <span className="num min-w-0 flex-1">{name}</span>
                  <IconButton label={t('remove', { name })} onClick={() => remove(one)} className="text-bad">
                    <Trash2 size={20} aria-hidden />
                  </IconButton>
                </li>
              )
            })}
        </ul>
      )}
    </Sheet>
  )
}
