'use client'
import {
  ArrowDownToLine,
  ArrowLeftRight,
  ArrowUpDown,
  Calculator,
  ChartLine,
  History,
  Link2,
  NotebookPen,
  Timer,
  Trash2,
} from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ListRow } from '../../../../ui/list-row.tsx'
import { Sheet } from '../../../../ui/sheet.tsx'
import { Switch } from '../../../../ui/switch.tsx'
import { editExercise } from '../../mutators.ts'
import { clockText } from './clock-text.ts'
import { LONGEST_SIDE_REST_S, useEntryActions } from './entry-actions.ts'
import { Stepper } from './stepper.tsx'
import type { SheetProps } from './workout-sheets.tsx'

type Props = Omit<SheetProps, 'sheet'> & { entryId: string; onClose: () => void }

export function ExerciseMenu({ entryId, onClose, open, actions, habits, show, onOpenExercise }: Props) {
  const t = useTranslations('workout')
  const e = useTranslations('entry')
  const c = useTranslations('setClock')
  const n = useTranslations('notesSheet')
  const entries = useEntryActions({ open, actions, habits })
  // What was stepped to stands at once: a fast thumb is ahead of what the phone has stored.
  const [stepped, setStepped] = useState<number | null>(null)
  const block = open.blocks.find(({ entry }) => entry.id === entryId)
  if (!block) return null
  const { entry, exercise, last } = block
  const restS = entry.restS ?? exercise.restS
  const sideRestS = stepped ?? habits.sideRests[exercise.id] ?? 0
  const everyS = entry.everyS ?? null
  const openSets = block.sets.filter(({ doneAt }) => doneAt === null)
  const hasOpenLast = block.sets.some(({ doneAt }, i) => doneAt === null && block.beside[i])
  const partners = open.blocks.flatMap((other) =>
    other !== block && entry.superset !== null && other.entry.superset === entry.superset ? other.exercise.name : [],
  )
  const setRest = (seconds: number) => {
    void actions.mutate(editExercise, { id: entryId, restS: Math.min(3600, Math.max(0, seconds)) })
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={exercise.name}
      detail={last?.notes ? n('last', { note: last.notes }) : undefined}
      closeLabel={t('close')}
    >
      {everyS === null && (
        <Stepper
          title={e('restTitle')}
          detail={entry.restS === null ? e('restOwn') : undefined}
          value={clockText(restS * 1000)}
          less={e('less')}
          more={e('more')}
          onStep={(direction) => setRest(restS + direction * 15)}
        />
      )}
      {exercise.laterality === 'unilateral' && (
        <Stepper
          title={e('sideRest.title')}
          value={sideRestS === 0 ? e('sideRest.off') : clockText(sideRestS * 1000)}
          less={e('sideRest.less')}
          more={e('sideRest.more')}
          onStep={(direction) => {
            const seconds = Math.min(LONGEST_SIDE_REST_S, Math.max(0, sideRestS + direction * 5))
            setStepped(seconds)
            entries.setSideRest(exercise.id, seconds)
          }}
        />
      )}
      {exercise.laterality === 'unilateral' && (
        <Switch
          label={e('sides')}
          detail={e('sidesText')}
          checked={block.sides}
          onChange={(checked) => entries.setSides(block, checked)}
        />
      )}
      {hasOpenLast && (
        <ListRow
          title={e('copyLast')}
          lead={<History size={20} aria-hidden />}
          onClick={() => {
            onClose()
            entries.copyLast(block)
          }}
        />
      )}
      {openSets.length > 1 && (
        <ListRow
          title={e('fillDown')}
          detail={e('fillDownText', { n: openSets.length - 1 })}
          lead={<ArrowDownToLine size={20} aria-hidden />}
          onClick={() => {
            onClose()
            entries.fillDown(block)
          }}
        />
      )}
      <ListRow
        title={e('inTurn')}
        detail={partners.length > 0 ? partners.join(', ') : undefined}
        lead={<Link2 size={20} aria-hidden />}
        onClick={() => show({ kind: 'superset', entryId })}
      />
      {open.workout.state === 'open' && (
        <ListRow
          title={e('clock.title')}
          detail={everyS === null ? undefined : c('every', { time: clockText(everyS * 1000) })}
          lead={<Timer size={20} aria-hidden />}
          onClick={() => show({ kind: 'clock', entryId })}
        />
      )}
      <ListRow
        title={e('calc')}
        detail={e('calcText')}
        lead={<Calculator size={20} aria-hidden />}
        onClick={() => show({ kind: 'calc', entryId })}
      />
      <ListRow
        title={t('exercise.swap')}
        lead={<ArrowLeftRight size={20} aria-hidden />}
        onClick={() => show({ kind: 'pick', swapEntryId: entryId })}
      />
      <ListRow
        title={t('exercise.note')}
        detail={entry.notes || undefined}
        lead={<NotebookPen size={20} aria-hidden />}
        onClick={() => show({ kind: 'notes', entryId })}
      />
      <ListRow
        title={e('order')}
        lead={<ArrowUpDown size={20} aria-hidden />}
        onClick={() => show({ kind: 'order' })}
      />
      <ListRow
        title={e('history')}
        lead={<ChartLine size={20} aria-hidden />}
        onClick={() => onOpenExercise(exercise.id)}
      />
      <div className="mt-3 border-line border-t pt-1">
        <ListRow
          title={e('remove')}
          tone="danger"
          lead={<Trash2 size={20} className="text-bad" aria-hidden />}
          onClick={() => {
            onClose()
            actions.removeExercise(block)
          }}
        />
      </div>
    </Sheet>
  )
}
