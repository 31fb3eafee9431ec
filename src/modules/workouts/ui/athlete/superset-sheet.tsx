'use client'
import { useTranslations } from 'use-intl'
import { Sheet } from '../../../../ui/sheet.tsx'
import { Switch } from '../../../../ui/switch.tsx'
import { joinSuperset, leaveSuperset } from '../../rules/supersets.ts'
import { useEntryActions } from './entry-actions.ts'
import type { SheetProps } from './workout-sheets.tsx'

type Props = Omit<SheetProps, 'sheet'> & { entryId: string; onClose: () => void }

/** With whom an exercise is done in turn: two make a superset, more a circuit. */
export function SupersetSheet({ entryId, onClose, ...props }: Props) {
  const t = useTranslations('entry')
  const words = useTranslations('workout')
  const { editSuperset } = useEntryActions(props)
  const { blocks, labels } = props.open
  const block = blocks.find(({ entry }) => entry.id === entryId)
  if (!block) return null
  const entries = blocks.map(({ entry }) => entry)
  const { superset } = block.entry
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('superset.title', { name: block.exercise.name })}
      detail={t('superset.text')}
      closeLabel={words('close')}
    >
      {blocks.length < 2 && <p className="py-3 text-ink-2">{t('superset.alone')}</p>}
      <ul>
        {blocks.map(({ entry, exercise }, i) =>
          entry.id === entryId ? null : (
            <li key={entry.id} className="border-line border-b last:border-b-0">
              <Switch
                label={exercise.name}
                detail={labels[i] ? t('superset.is', { label: labels[i] }) : undefined}
                checked={superset !== null && entry.superset === superset}
                onChange={(checked) =>
                  void editSuperset(
                    checked ? joinSuperset(entries, entryId, entry.id) : leaveSuperset(entries, entry.id),
                  )
                }
              />
            </li>
          ),
        )}
      </ul>
    </Sheet>
  )
}
