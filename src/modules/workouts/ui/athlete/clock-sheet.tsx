'use client'
import { useTranslations } from 'use-intl'
import { Segmented } from '../../../../ui/segmented.tsx'
import { Sheet } from '../../../../ui/sheet.tsx'
import { clockText } from './clock-text.ts'
import { useEntryActions } from './entry-actions.ts'
import { Stepper } from './stepper.tsx'
import type { SheetProps } from './workout-sheets.tsx'

type Props = Omit<SheetProps, 'sheet'> & { entryId: string; onClose: () => void }

const EVERY_S = 60
/** Tabata's. */
const TURNS = { workS: 20, restS: 10 }
const MOST_S = 3600
const LEAST_S = 5

/** Every minute on the minute, or work and rest by turns. */
export function ClockSheet({ entryId, onClose, ...props }: Props) {
  const t = useTranslations('entry')
  const words = useTranslations('workout')
  const { setClock, setCount } = useEntryActions(props)
  const block = props.open.blocks.find(({ entry }) => entry.id === entryId)
  if (!block) return null
  const everyS = block.entry.everyS ?? null
  const workS = block.entry.workS ?? null
  const mode = everyS === null ? 'off' : workS === null ? 'every' : 'turns'
  const within = (seconds: number) => Math.min(MOST_S, Math.max(LEAST_S, seconds))
  const stepper = (key: 'every' | 'work' | 'rest', seconds: number, step: number, set: (seconds: number) => void) => (
    <Stepper
      title={t(`clock.${key}Title`)}
      value={clockText(seconds * 1000)}
      less={t('clock.less', { what: t(`clock.${key}Title`), step })}
      more={t('clock.more', { what: t(`clock.${key}Title`), step })}
      onStep={(direction) => set(within(seconds + direction * step))}
    />
  )
  return (
    <Sheet open onClose={onClose} title={t('clock.title')} detail={block.exercise.name} closeLabel={words('close')}>
      <Segmented
        label={t('clock.title')}
        value={mode}
        onChange={(next) =>
          setClock(
            block,
            next === 'off'
              ? { everyS: null, workS: null }
              : next === 'every'
                ? { everyS: EVERY_S, workS: null }
                : { everyS: TURNS.workS + TURNS.restS, workS: TURNS.workS },
          )
        }
        options={(['off', 'every', 'turns'] as const).map((value) => ({ value, label: t(`clock.mode.${value}`) }))}
      />
      <p className="mt-2 mb-4 text-ink-2 text-sm">{t(`clock.hint.${mode}`)}</p>
      {everyS !== null &&
        workS === null &&
        stepper('every', everyS, 15, (seconds) => setClock(block, { everyS: seconds, workS }))}
      {everyS !== null && workS !== null && (
        <>
          {stepper('work', workS, 5, (seconds) =>
            setClock(block, { everyS: seconds + everyS - workS, workS: seconds }),
          )}
          {stepper('rest', everyS - workS, 5, (seconds) => setClock(block, { everyS: workS + seconds, workS }))}
        </>
      )}
      {everyS !== null && (
        <Stepper
          title={t('clock.rounds')}
          value={String(block.sets.length)}
          less={t('clock.fewer')}
          more={t('clock.oneMore')}
          onStep={(direction) => void setCount(block, Math.min(100, Math.max(1, block.sets.length + direction)))}
        />
      )}
    </Sheet>
  )
}
