'use client'
import { useTranslations } from 'use-intl'
import { isoDate } from '../../../../shared/local-day.ts'
import { TextField } from '../../../../ui/field.tsx'
import type { When } from '../../rules/when.ts'

type Props = { when: When; today: number; onChange: (when: When) => void; error?: string }

/** Day, time and how long. The phone's own pickers: they know the locale's order and clock. */
export function WhenFields({ when, today, onChange, error }: Props) {
  const t = useTranslations('workoutDetail.form')
  return (
    <>
      <div className="flex flex-wrap gap-3 *:min-w-0 *:grow [&>:first-child]:basis-[10rem] [&>:last-child]:basis-[7.5rem]">
        <TextField
          label={t('date')}
          type="date"
          required
          max={isoDate(today)}
          value={when.date}
          error={error}
          onChange={(event) => onChange({ ...when, date: event.target.value })}
        />
        <TextField
          label={t('time')}
          type="time"
          required
          value={when.time}
          onChange={(event) => onChange({ ...when, time: event.target.value })}
        />
      </div>
      <TextField
        label={t('minutes')}
        inputMode="numeric"
        value={when.minutes === null ? '' : String(when.minutes)}
        onChange={(event) => {
          const digits = event.target.value.replace(/\D/g, '').slice(0, 4)
          onChange({ ...when, minutes: digits === '' ? null : Math.min(1440, Number(digits)) })
        }}
      />
    </>
  )
}
