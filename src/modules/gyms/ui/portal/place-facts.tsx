'use client'
/** What stands at a place, for who may look and not change: the lines that say something, and the machines. */
import { useLocale, useTranslations } from 'use-intl'
import type { GymPlaceFields } from '../../model/places.ts'
import { LINES, linesOf } from '../../rules/equipment-lines.ts'
import { machineRows } from '../../rules/machine-rows.ts'
import { useMachineNames } from './use-machines.ts'

export function PlaceFacts({ place }: { place: GymPlaceFields }) {
  const t = useTranslations('equipment')
  const locale = useLocale()
  const nameOf = useMachineNames()
  const { unit } = place
  const lines = linesOf(place, locale)
  const facts = [
    ...LINES.map((line) => ({ key: line, label: t(`line.${line}`, { unit }), text: lines[line] })),
    ...machineRows(place, locale).map(({ what, by, text }) => ({
      key: what,
      label: t(by === 'stack' ? 'machine.stackOf' : 'machine.startOf', { name: nameOf(what), unit }),
      text,
    })),
  ].filter(({ text }) => text !== '')
  if (facts.length === 0) return <p className="mt-1 text-ink-2">{t('nothing')}</p>
  return (
    <dl className="num mt-2">
      {facts.map(({ key, label, text }) => (
        <div key={key} className="grid gap-x-4 py-1 sm:grid-cols-[16rem_minmax(0,1fr)]">
          <dt className="text-ink-3">{label}</dt>
          <dd className="min-w-0 break-words">{text}</dd>
        </div>
      ))}
    </dl>
  )
}
