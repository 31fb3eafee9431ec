'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../../ui/button.tsx'
import { TextArea } from '../../../../ui/field.tsx'
import { Sheet } from '../../../../ui/sheet.tsx'
import { editExercise, editWorkout } from '../../mutators.ts'
import type { SheetProps } from './workout-sheets.tsx'

type Props = Omit<SheetProps, 'sheet'> & { entryId: string | null; onClose: () => void }

/** Closing keeps what was written, whichever way it is closed. */
export function NotesSheet({ entryId, onClose, open, actions }: Props) {
  const t = useTranslations('workout')
  const block = open.blocks.find(({ entry }) => entry.id === entryId)
  const before = block ? block.entry.notes : open.workout.notes
  const [notes, setNotes] = useState(before)
  const close = () => {
    if (notes !== before) {
      if (block) void actions.mutate(editExercise, { id: block.entry.id, notes })
      else void actions.mutate(editWorkout, { id: open.workout.id, notes })
    }
    onClose()
  }
  const title = block ? t('notes.exercise', { name: block.exercise.name }) : t('notes.workout')
  return (
    <Sheet
      open
      onClose={close}
      title={title}
      detail={block?.last?.notes ? t('exercise.lastNote', { note: block.last.notes }) : undefined}
      closeLabel={t('close')}
    >
      <TextArea
        label={title}
        hideLabel
        autoFocus
        rows={5}
        maxLength={5000}
        placeholder={t('notes.placeholder')}
        value={notes}
        onChange={(event) => setNotes(event.target.value)}
      />
      <Button tone="primary" wide className="mt-3" onClick={close}>
        {t('save')}
      </Button>
    </Sheet>
  )
}
