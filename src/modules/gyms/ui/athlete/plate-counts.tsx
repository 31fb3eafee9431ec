'use client'
/** The plates of a place, counted in pairs by tapping: none, one … nine, and as many as fit. */
import { Minus, Plus } from 'lucide-react'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Button } from '../../../../ui/button.tsx'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { SelectField } from '../../../../ui/select-field.tsx'
import type { PlateStock } from '../../model/places.ts'
import { roughG, weightText } from '../../rules/amount.ts'
import { plateLook } from '../../rules/plate-look.ts'
import { NumberBox } from './number-box.tsx'

type Unit = PlateStock['unit']
type Props = { plates: readonly PlateStock[]; unit: Unit; onChange: (plates: PlateStock[]) => void }

const USUAL: Record<Unit, readonly number[]> = {
  kg: [25_000, 20_000, 15_000, 10_000, 5000, 2500, 1250, 500],
  lb: [45_000, 35_000, 25_000, 10_000, 5000, 2500, 1250],
}
/** More pairs than this are as many as fit. */
const COUNTED = 9

const isSame = (a: PlateStock, b: PlateStock) => a.milli === b.milli && a.unit === b.unit

export function PlateCounts({ plates, unit, onChange }: Props) {
  const t = useTranslations('places.plates')
  const locale = useLocale()
  const usual = USUAL[unit].map((milli): PlateStock => ({ milli, unit, pairs: 0 }))
  const all = [...plates, ...usual.filter((size) => !plates.some((plate) => isSame(plate, size)))]
  all.sort((a, b) => roughG(b) - roughG(a))
  const set = (size: PlateStock, pairs: number | null) => {
    const others = plates.filter((plate) => !isSame(plate, size))
    const next = pairs === 0 ? others : [...others, { ...size, pairs }]
    onChange(next.sort((a, b) => roughG(b) - roughG(a)))
  }
  return (
    <>
      <ul>
        {all.map((size) => {
          const { pairs } = size
          const plate = weightText(size, locale)
          const look = plateLook(size)
          return (
            <li
              key={`${size.milli} ${size.unit}`}
              className="flex min-h-14 flex-wrap items-center gap-x-2 border-line border-b last:border-b-0"
            >
              <i
                aria-hidden
                className="w-2 shrink-0 rounded-[3px]"
                style={{ height: look.height * 0.75, background: look.colour }}
              />
              <span className="num min-w-0 flex-1 basis-20 font-semibold text-lg">{plate}</span>
              <IconButton
                label={t('fewer', { plate })}
                disabled={pairs === 0}
                onClick={() => set(size, pairs === null ? COUNTED : pairs - 1)}
              >
                <Minus size={22} aria-hidden />
              </IconButton>
              <output aria-label={plate} className={`num min-w-20 text-center ${pairs === 0 ? 'text-ink-3' : ''}`}>
                {pairs === null ? t('plenty') : t('pairs', { n: pairs })}
              </output>
              <IconButton
                label={t('more', { plate })}
                disabled={pairs === null}
                onClick={() => set(size, pairs === null || pairs >= COUNTED ? null : pairs + 1)}
              >
                <Plus size={22} aria-hidden />
              </IconButton>
            </li>
          )
        })}
      </ul>
      <OtherSize unit={unit} onAdd={(size) => set(size, 1)} />
    </>
  )
}

/** A size that is not among the usual, in either unit: a place may own both. */
function OtherSize({ unit, onAdd }: { unit: Unit; onAdd: (size: PlateStock) => void }) {
  const t = useTranslations('places.plates')
  const u = useTranslations('places.unit')
  const [of, setOf] = useState(unit)
  const [isOpen, setOpen] = useState(false)
  const [milli, setMilli] = useState<number | null>(null)
  if (!isOpen) {
    return (
      <Button className="mt-2" icon={<Plus size={18} aria-hidden />} onClick={() => setOpen(true)}>
        {t('other')}
      </Button>
    )
  }
  return (
    <div className="mt-2 flex flex-wrap items-end gap-2">
      <NumberBox label={t('size')} milli={milli} onSave={setMilli} mayBeEmpty />
      <div className="min-w-24 flex-1">
        <SelectField
          label={u('label')}
          value={of}
          onChange={setOf}
          options={(['kg', 'lb'] as const).map((value) => ({ value, label: u(value) }))}
        />
      </div>
      <Button
        disabled={!milli}
        onClick={() => {
          if (milli) onAdd({ milli, unit: of, pairs: 1 })
          setMilli(null)
          setOpen(false)
        }}
      >
        {t('add')}
      </Button>
    </div>
  )
}
