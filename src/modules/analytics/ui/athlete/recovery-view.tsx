'use client'
/** How far each muscle has recovered, with the formula behind a tap and the one figure of it that is the athlete's. */
import { Info, Minus, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../../ui/button.tsx'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { Sheet } from '../../../../ui/sheet.tsx'
import type { Muscle } from '../../../exercises/model.ts'
import { MOST_RECOVERY_DAYS, USUAL_RECOVERY_DAYS, WHOLE_SETS } from '../../rules/muscle-recovery.ts'
import { RecoveryMap } from './body-map.tsx'

type Props = {
  recovered: Record<Muscle, number>
  days: number
  /** Null puts the usual ones back. */
  onDays: (days: number | null) => void
}

export function RecoveryView({ recovered, days, onDays }: Props) {
  const t = useTranslations('recovery')
  const c = useTranslations('common')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <RecoveryMap recovered={recovered} />
      <Button className="mt-3" icon={<Info size={18} aria-hidden />} onClick={() => setOpen(true)}>
        {t('how')}
      </Button>
      <Sheet open={isOpen} onClose={() => setOpen(false)} title={t('title')} closeLabel={c('close')}>
        <p>{t('formula', { sets: WHOLE_SETS, days })}</p>
        <p className="mt-2 text-ink-2 text-sm">{t('only')}</p>
        <fieldset className="edge mt-4 flex items-center justify-between rounded-2 p-0.5">
          <legend className="sr-only">{t('days')}</legend>
          <IconButton label={t('less')} disabled={days <= 1} onClick={() => onDays(days - 1)}>
            <Minus size={20} aria-hidden />
          </IconButton>
          <output className="num font-semibold text-lg">{t('daysValue', { n: days })}</output>
          <IconButton label={t('more')} disabled={days >= MOST_RECOVERY_DAYS} onClick={() => onDays(days + 1)}>
            <Plus size={20} aria-hidden />
          </IconButton>
        </fieldset>
        {days !== USUAL_RECOVERY_DAYS && (
          <Button wide className="mt-3" onClick={() => onDays(null)}>
            {t('usual', { n: USUAL_RECOVERY_DAYS })}
          </Button>
        )}
      </Sheet>
    </>
  )
}
