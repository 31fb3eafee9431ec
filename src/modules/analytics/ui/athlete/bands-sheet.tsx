'use client'
/** How many hard sets a week the athlete aims at, muscle by muscle. Marks to read by: nothing is judged by them. */
import { Minus, Plus } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../../ui/button.tsx'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { Sheet } from '../../../../ui/sheet.tsx'
import { type Bands, movedBand } from '../../rules/muscle-bands.ts'
import { MUSCLE_GROUPS, type MuscleGroup } from '../../rules/muscle-groups.ts'

type Props = {
  open: boolean
  onClose: () => void
  bands: Bands
  /** Null puts the usual ones back. */
  onChange: (group: MuscleGroup | null, band: readonly [number, number]) => void
  isOwn: boolean
}

export function BandsSheet({ open, onClose, bands, onChange, isOwn }: Props) {
  const t = useTranslations('bands')
  const m = useTranslations('muscles')
  const c = useTranslations('common')
  return (
    <Sheet open={open} onClose={onClose} title={t('title')} detail={t('detail')} closeLabel={c('close')}>
      <ul className="flex flex-col">
        {MUSCLE_GROUPS.map((group) => {
          const band = bands[group]
          if (!band) return null
          return (
            <li key={group} className="border-line border-b py-2">
              <p className="font-medium">{m(group)}</p>
              <div className="grid grid-cols-2 gap-3">
                {(['low', 'high'] as const).map((end, i) => {
                  const value = band[i] ?? 0
                  const name = t(end, { muscle: m(group) })
                  return (
                    <fieldset key={end} className="edge flex items-center justify-between rounded-2 p-0.5">
                      <legend className="sr-only">{name}</legend>
                      <IconButton
                        label={t('less', { what: name })}
                        disabled={value <= 0}
                        onClick={() => onChange(group, movedBand(band, end, value - 1))}
                      >
                        <Minus size={20} aria-hidden />
                      </IconButton>
                      <output className="num font-semibold text-lg">{value}</output>
                      <IconButton
                        label={t('more', { what: name })}
                        disabled={value >= 60}
                        onClick={() => onChange(group, movedBand(band, end, value + 1))}
                      >
                        <Plus size={20} aria-hidden />
                      </IconButton>
                    </fieldset>
                  )
                })}
              </div>
            </li>
          )
        })}
      </ul>
      {isOwn && (
        <Button wide className="mt-4" onClick={() => onChange(null, [0, 0])}>
          {t('usual')}
        </Button>
      )}
    </Sheet>
  )
}
