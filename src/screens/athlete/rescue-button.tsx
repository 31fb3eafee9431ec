'use client'
/** Makes the rescue copy by one tap, hands it over, and says what it holds. */
import { LifeBuoy } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { type Rescue, saveRescue } from './rescue.ts'

export function RescueButton() {
  const t = useTranslations('phoneData.rescue')
  const [state, setState] = useState<'idle' | 'busy' | 'failed' | Rescue['log']>('idle')
  return (
    <div>
      <Button
        busy={state === 'busy'}
        icon={<LifeBuoy size={18} aria-hidden />}
        onClick={async () => {
          setState('busy')
          setState(await saveRescue().catch(() => 'failed' as const))
        }}
      >
        {t('save')}
      </Button>
      <p role="status" className="mt-2 text-ink-2 text-sm">
        {state !== 'idle' && state !== 'busy' && t(`said.${state}`)}
      </p>
    </div>
  )
}
