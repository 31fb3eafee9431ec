'use client'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { thisDevice } from '../../../../client/device-memory.ts'
import { Button } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import type { Workout } from '../../model.ts'

/** Another device holds the workout. Logging here works all the same; taking over tells the other one. */
export function ElsewhereNotice({ workout, onTakeOver }: { workout: Workout; onTakeOver: () => void }) {
  const t = useTranslations('workout.elsewhere')
  const [device, setDevice] = useState<string | null>(null)
  useEffect(() => setDevice(thisDevice()), [])
  if (!device || !workout.holder || workout.holder === device) return null
  return (
    <div className="px-3 pt-3">
      <Notice tone="info" actions={<Button onClick={onTakeOver}>{t('action')}</Button>}>
        {t('text')}
      </Notice>
    </div>
  )
}
