'use client'
import { useEffect, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import type { SyncStatus } from '../../../../sync/client/api.ts'
import { useStatusPart, useSyncState } from '../../../../sync/client/hooks.ts'
import { Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { Segmented } from '../../../../ui/segmented.tsx'
import { Sheet } from '../../../../ui/sheet.tsx'
import { Tick } from '../../../../ui/tick.tsx'
import { SET_KINDS } from '../../model.ts'
import { editSet } from '../../mutators.ts'
import { CHAIN_KINDS } from '../../rules/chain.ts'
import { useEntryActions } from './entry-actions.ts'
import { placeOf } from './use-logging.ts'
import type { SheetProps } from './workout-sheets.tsx'

type Props = Omit<SheetProps, 'sheet'> & { setId: string; onClose: () => void }

/** A signal is not what a guest's log waits for. */
const isOfGuest = ({ paused }: SyncStatus) => paused === 'guest'

/** A set's kind, note and whereabouts; taking the check back; removing it. */
export function SetSheet({ setId, onClose, open, actions, habits, words }: Props) {
  const t = useTranslations('workout')
  const e = useTranslations('entry')
  const s = useTranslations('setSheet')
  const entries = useEntryActions({ open, actions, habits })
  const locale = useLocale()
  const state = useSyncState(setId)
  const isGuest = useStatusPart(isOfGuest)
  const where = isGuest && (state === 'phone' || state === 'queued') ? 'guest' : state
  const place = placeOf(open, setId, habits)
  const [note, setNote] = useState(place?.set.notes ?? '')
  const isGone = place === null
  useEffect(() => {
    if (isGone) onClose()
  }, [isGone, onClose])
  if (!place) return null
  const { set, block, index, figures, fields } = place
  const name = words.name(set, block.marks[index] ?? '')
  const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' })
  const canGoOn = set.kind !== 'warmup' && fields.some((field) => field === 'reps' || field === 'left')
  const close = () => {
    if (note !== set.notes) void actions.mutate(editSet, { id: setId, fields: { notes: note } })
    onClose()
  }
  return (
    <Sheet
      open
      onClose={close}
      title={s('heading', { name, exercise: block.exercise.name })}
      detail={words.long(figures, fields, block.exercise.measure)}
      closeLabel={t('close')}
    >
      {/* Four in a row. */}
      <div className="[&_label]:basis-[22%]">
        <Segmented
          label={t('column.set')}
          value={set.kind}
          onChange={(kind) => void actions.mutate(editSet, { id: setId, fields: { kind } })}
          options={SET_KINDS.map((kind) => ({ value: kind, label: s(`kind.${kind}`) }))}
        />
      </div>
      <p className="mt-2 mb-4 text-ink-2 text-sm">{s(`kindHint.${set.kind}`)}</p>
      <TextField
        label={s('note')}
        placeholder={s('notePlaceholder')}
        value={note}
        maxLength={2000}
        onChange={(event) => setNote(event.target.value)}
      />
      {canGoOn && (
        <div className="mt-4">
          <h3 className="caps pb-1">{e('goOn')}</h3>
          <div className="flex flex-wrap gap-2">
            {CHAIN_KINDS.map((kind) => (
              <Button
                key={kind}
                className="flex-1"
                aria-label={e('goOnLabel', { kind: s(`kind.${kind}`), name })}
                onClick={() => {
                  entries.addChained(block, setId, kind)
                  close()
                }}
              >
                + {s(`kind.${kind}`)}
              </Button>
            ))}
          </div>
        </div>
      )}
      <div className="mt-4 flex items-center gap-3 border-line border-t pt-4">
        {set.doneAt === null ? (
          <p className="text-ink-2">{s('planned')}</p>
        ) : (
          <>
            <Tick
              state={
                state === 'server'
                  ? 'full'
                  : state === 'queued'
                    ? 'half'
                    : state === 'phone' || state === 'saving'
                      ? 'hollow'
                      : 'alert'
              }
            />
            <p className="num min-w-0 flex-1">
              {s('doneAt', { time: clock.format(set.doneAt) })}
              <span className="block text-ink-2 text-sm">{s(`whereLong.${where}`)}</span>
            </p>
          </>
        )}
      </div>
      <div className="mt-4 flex flex-wrap gap-3">
        {set.doneAt !== null && (
          <Button
            className="flex-1"
            onClick={() => {
              actions.reopenSet(setId, set.doneAt ?? Date.now(), name)
              close()
            }}
          >
            {s('reopen')}
          </Button>
        )}
        <Button
          tone="danger-quiet"
          className="flex-1"
          onClick={() => {
            close()
            actions.removeSet(setId, name)
          }}
        >
          {s('remove')}
        </Button>
      </div>
    </Sheet>
  )
}
