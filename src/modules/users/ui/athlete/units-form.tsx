'use client'
import type { ReactNode } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Segmented } from '../../../../ui/segmented.tsx'
import { showDay } from '../../../../ui/show-day.ts'
import { type SettingsProps, useShown } from './use-shown.ts'

/** 5 January 1970 was a Monday. */
const MONDAY = 4

/** As the phone's language has it, shown before anything is logged in them; each is one tap from the other. */
export function UnitsForm(props: SettingsProps) {
  const t = useTranslations('welcome')
  const locale = useLocale()
  const { profile, onChange } = useShown(props)
  const days = [...new Set([1, 7, profile.weekStart])]
  return (
    <section aria-label={t('units')} className="mt-7 grid gap-2">
      <Choice label={t('load')}>
        <Segmented
          label={t('load')}
          value={profile.loadUnit}
          onChange={(loadUnit) => onChange({ loadUnit })}
          options={(['kg', 'lb'] as const).map((value) => ({ value, label: t(value) }))}
        />
      </Choice>
      <Choice label={t('distance')}>
        <Segmented
          label={t('distance')}
          value={profile.distanceUnit}
          onChange={(distanceUnit) => onChange({ distanceUnit })}
          options={(['km', 'mi'] as const).map((value) => ({ value, label: t(value) }))}
        />
      </Choice>
      <Choice label={t('week')}>
        <Segmented
          label={t('week')}
          value={String(profile.weekStart)}
          onChange={(day) => onChange({ weekStart: Number(day) })}
          options={days.map((day) => ({
            value: String(day),
            label: showDay(MONDAY + day - 1, 'shortWeekday', locale),
          }))}
        />
      </Choice>
    </section>
  )
}

function Choice({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4">
      <span aria-hidden className="text-ink-2">
        {label}
      </span>
      <div className="min-w-44 flex-[0_1_13rem]">{children}</div>
    </div>
  )
}
