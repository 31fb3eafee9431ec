'use client'
import { ArrowUpDown, Flag, MapPin, NotebookPen, Timer } from 'lucide-react'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { ListRow } from '../../../../ui/list-row.tsx'
import { Sheet } from '../../../../ui/sheet.tsx'
import { editWorkout } from '../../mutators.ts'
import { isPaused } from '../../rules/duration.ts'
import type { SheetProps } from './workout-sheets.tsx'

/** The title's sheet: name, notes, order, and finishing. */
export function WorkoutSheet({ open, actions, show }: Omit<SheetProps, 'sheet'>) {
  const t = useTranslations('workout')
  const s = useTranslations('workoutSheet')
  const locale = useLocale()
  const { workout } = open
  const [title, setTitle] = useState(workout.title)
  const keep = () => {
    if (title.trim() !== workout.title) void actions.mutate(editWorkout, { id: workout.id, title: title.trim() })
  }
  const go = (next: Parameters<typeof show>[0]) => {
    keep()
    show(next)
  }
  const time = new Intl.DateTimeFormat(locale, { weekday: 'long', hour: 'numeric', minute: '2-digit' })
  return (
    <Sheet
      open
      onClose={() => go(null)}
      title={workout.title || t('untitled')}
      detail={s('started', { time: time.format(workout.startedAt) })}
      closeLabel={t('close')}
    >
      <TextField
        label={s('name')}
        value={title}
        maxLength={200}
        placeholder={t('untitled')}
        onChange={(event) => setTitle(event.target.value)}
      />
      <div className="mt-2">
        <ListRow
          title={s('place')}
          detail={open.place?.name ?? s('noPlace')}
          lead={<MapPin size={20} aria-hidden />}
          onClick={() => go({ kind: 'place' })}
        />
        <ListRow
          title={s('notes')}
          detail={workout.notes || undefined}
          lead={<NotebookPen size={20} aria-hidden />}
          onClick={() => go({ kind: 'notes', entryId: null })}
        />
        <ListRow
          title={s(isPaused(workout) ? 'goOn' : 'pause')}
          detail={s(isPaused(workout) ? 'goOnText' : 'pauseText')}
          lead={<Timer size={20} aria-hidden />}
          onClick={() => {
            actions.setPaused(!isPaused(workout))
            go(null)
          }}
        />
        <ListRow
          title={s('order')}
          lead={<ArrowUpDown size={20} aria-hidden />}
          onClick={() => go({ kind: 'order' })}
        />
      </div>
      <Button
        tone="primary"
        size="large"
        wide
        className="mt-4"
        icon={<Flag size={20} aria-hidden />}
        onClick={() => go({ kind: 'finish' })}
      >
        {t('finish.button')}
      </Button>
    </Sheet>
  )
}
