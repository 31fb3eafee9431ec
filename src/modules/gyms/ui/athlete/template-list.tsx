'use client'
/** Places to begin with: one tap and there is a place. */
import { Building2, Dumbbell, Hotel, House } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { ListRow } from '../../../../ui/list-row.tsx'
import type { Place } from '../../model/places.ts'
import { NO_EQUIPMENT, type Template, templateEquipment } from '../../rules/place-templates.ts'

type Props = {
  /** Comes first: the athlete's own unit. */
  unit: Place['unit']
  onChoose: (place: Omit<Place, 'id'>) => void
}

const ORDER: Record<Place['unit'], readonly Template[]> = {
  kg: ['gym_kg', 'home_kg', 'hotel_kg', 'gym_lb'],
  lb: ['gym_lb', 'home_lb', 'hotel_lb', 'gym_kg'],
}
const ICONS = { gym: Building2, home: House, hotel: Hotel } as const

export function TemplateList({ unit, onChoose }: Props) {
  const t = useTranslations('places')
  return (
    <div>
      {ORDER[unit].map((template) => {
        const kind = template.slice(0, template.indexOf('_')) as keyof typeof ICONS
        const Icon = ICONS[kind]
        const ready = templateEquipment(template)
        return (
          <ListRow
            key={template}
            lead={<Icon size={20} aria-hidden />}
            title={t(`template.${kind}`, { unit: ready.unit })}
            detail={t(`template.${kind}Has`)}
            onClick={() =>
              onChoose({ name: t(`template.${kind}Name`), unit: ready.unit, ...ready.equipment, published: null })
            }
          />
        )
      })}
      <ListRow
        lead={<Dumbbell size={20} aria-hidden />}
        title={t('template.empty')}
        detail={t('template.emptyHas')}
        onClick={() => onChoose({ name: t('template.emptyName'), unit, ...NO_EQUIPMENT, published: null })}
      />
    </div>
  )
}
