'use client'
import { Timer } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { finishWorkout, startWorkout } from '../../modules/workouts/mutators.ts'
import { fieldsOfWhen, type When } from '../../modules/workouts/rules/when.ts'
import { useKeepUnits } from '../../modules/workouts/ui/athlete/habits.ts'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { WhenFields } from '../../modules/workouts/ui/athlete/when-fields.tsx'
import { newId } from '../../shared/id.ts'
import { isoDate } from '../../shared/local-day.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { address } from './addresses.ts'
import type { Athlete } from './use-athlete.ts'

/** A workout of an earlier day: when it was, then on to its sets. */
export function LogPastSheet(props: { open: boolean; onClose: () => void; athlete: Athlete; day?: number }) {
  const { open, onClose, athlete } = props
  const t = useTranslations('history')
  const c = useTranslations('common')
  const mutate = useMutate()
  const keepUnits = useKeepUnits()
  const [, navigate] = useLocation()
  const { today, zone, profile } = athlete
  const day = props.day ?? today - 1
  const [title, setTitle] = useState('')
  const [when, setWhen] = useState<When>({ date: isoDate(day), time: '18:00', minutes: 60 })
  const [error, setError] = useState<string>()
  useEffect(() => {
    if (open) setWhen({ date: isoDate(day), time: day === today ? '06:00' : '18:00', minutes: 60 })
  }, [open, day, today])

  function create() {
    const fields = fieldsOfWhen(when, zone, Date.now())
    if (!fields) {
      setError(t('past.future'))
      return
    }
    const id = newId()
    const { startedAt, localDay, endedAt, activeMs } = fields
    keepUnits()
    void mutate(startWorkout, {
      id,
      title: title.trim(),
      startedAt,
      zone,
      localDay,
      bodyweightG: profile.bodyweightG,
      holder: null,
    })
    void mutate(finishWorkout, { id, endedAt: endedAt ?? startedAt, activeMs, state: 'done' })
    onClose()
    navigate(address.editPast(id))
  }

  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t('past.title')}
      closeLabel={c('close')}
      footer={
        <Button tone="primary" size="large" wide onClick={create}>
          {t('past.create')}
        </Button>
      }
    >
      <ListRow
        lead={<Timer size={20} aria-hidden />}
        title={t('past.cardio')}
        onClick={() => {
          onClose()
          navigate(address.cardio)
        }}
      />
      <div className="grid gap-4 pt-3 pb-2">
        <TextField
          label={t('past.name')}
          placeholder={t('untitled')}
          value={title}
          maxLength={200}
          onChange={(event) => setTitle(event.target.value)}
        />
        <WhenFields
          when={when}
          today={today}
          error={error}
          onChange={(next) => {
            setError(undefined)
            setWhen(next)
          }}
        />
      </div>
    </Sheet>
  )
}
