'use client'
/** How hard all of it was: a line that can be tapped, or left alone. */
import { Gauge } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ListRow } from '../../../../ui/list-row.tsx'
import { Sheet } from '../../../../ui/sheet.tsx'
import type { Workout } from '../../model.ts'
import { rateSession } from '../../mutators/session.ts'
import { useMutate } from './use-mutate.ts'

const RATINGS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const

type Props = { workout: Pick<Workout, 'id' | 'sessionRpe'>; title: string; detail?: ReactNode }

export function SessionRpe({ workout, title, detail }: Props) {
  const t = useTranslations('sessionRpe')
  const c = useTranslations('common')
  const mutate = useMutate()
  const [isOpen, setOpen] = useState(false)
  const { id, sessionRpe = null } = workout
  function rate(rating: number | null) {
    setOpen(false)
    void mutate(rateSession, { id, sessionRpe: rating })
  }
  return (
    <>
      <ListRow
        lead={<Gauge size={20} aria-hidden />}
        title={title}
        detail={sessionRpe === null ? detail : t('rated', { n: sessionRpe, word: t(`word.${sessionRpe}`) })}
        onClick={() => setOpen(true)}
      />
      <Sheet open={isOpen} onClose={() => setOpen(false)} title={title} detail={t('why')} closeLabel={c('close')}>
        {RATINGS.map((rating) => (
          <ListRow
            key={rating}
            lead={<span className="num font-bold text-ink text-lg">{rating}</span>}
            title={t(`word.${rating}`)}
            current={rating === sessionRpe}
            onClick={() => rate(rating)}
          />
        ))}
        {sessionRpe !== null && <ListRow title={t('none')} onClick={() => rate(null)} />}
      </Sheet>
    </>
  )
}
