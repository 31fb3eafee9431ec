'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../../ui/button.tsx'
import { TextArea } from '../../../../ui/field.tsx'
import { Sheet } from '../../../../ui/sheet.tsx'
import { noteAtPlace } from '../../../gyms/mutators.ts'
import { editExercise, editWorkout } from '../../mutators.ts'
import type { SheetProps } from './workout-sheets.tsx'

type Props = Omit<SheetProps, 'sheet'> & { entryId: string | null; onClose: () => void }

/** Closing keeps what was written, whichever way it is closed. */
export function NotesSheet({ entryId, onClose, open, actions }: Props) {
  const t = useTranslations('workout')
  const n = useTranslations('notesSheet')
  const block = open.blocks.find(({ entry }) => entry.id === entryId)
  const before = block ? block.entry.notes : open.workout.notes
  const [notes, setNotes] = useState(before)
  const { place } = open
  const exerciseId = block?.exercise.id ?? ''
  const beforeHere = place?.exerciseNotes?.[exerciseId] ?? ''
  const [here, setHere] = useState(beforeHere)
  const close = () => {
    if (notes !== before) {
      if (block) void actions.mutate(editExercise, { id: block.entry.id, notes })
      else void actions.mutate(editWorkout, { id: open.workout.id, notes })
    }
    if (block && place && here.trim() !== beforeHere) {
      void actions.mutate(noteAtPlace, { id: place.id, exerciseId, note: here.trim() })
    }
    onClose()
  }
  const title = block ? n('exercise', { name: block.exercise.name }) : n('workout')
  return (
    <Sheet
      open
      onClose={close}
      title={title}
      detail={block?.last?.notes ? n('last', { note: block.last.notes }) : undefined}
      closeLabel={t('close')}
    >
      <TextArea
        label={block && place ? n('here') : title}
        hideLabel={!(block && place)}
        autoFocus
        rows={block && place ? 3 : 5}
        maxLength={5000}
        placeholder={n('placeholder')}
        value={notes}
        onChange={(event) => setNotes(event.target.value)}
      />
      {block && place && (
        <div className="mt-3">
          <TextArea
            label={n('atPlace', { place: place.name })}
            rows={2}
            maxLength={500}
            placeholder={n('atPlaceHint')}
            value={here}
            onChange={(event) => setHere(event.target.value)}
          />
        </div>
      )}
      <Button tone="primary" wide className="mt-3" onClick={close}>
        {n('save')}
      </Button>
    </Sheet>
  )
}
