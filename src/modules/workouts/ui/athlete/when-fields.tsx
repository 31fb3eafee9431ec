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
      <div className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] gap-3">
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
