'use client'
/** How Spotter works, in a few lines each with the way there: for who has just come, and for who looks for something. */
import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { ListRow } from '../../ui/list-row.tsx'
import { address } from './addresses.ts'
import { Page } from './page.tsx'

const STEPS = [
  { id: 'log', to: address.today },
  { id: 'rest', to: address.you },
  { id: 'loads', to: address.places },
  { id: 'plan', to: address.programs },
  { id: 'routines', to: address.routines },
  { id: 'progress', to: address.progress },
  { id: 'undo', to: address.timeline },
  { id: 'safe', to: address.phoneData },
  { id: 'bring', to: address.imports },
] as const

export function GuideScreen() {
  const t = useTranslations('guide')
  const [, navigate] = useLocation()
  return (
    <Page title={t('title')} back={address.you}>
      <ol className="pt-2">
        {STEPS.map(({ id, to }) => (
          <li key={id}>
            <ListRow
              title={t(`steps.${id}.title`)}
              detail={t(`steps.${id}.text`)}
              trail={<ChevronRight size={18} aria-hidden />}
              onClick={() => navigate(to)}
            />
          </li>
        ))}
      </ol>
    </Page>
  )
}
