'use client'
/** Parts of the body under names of the athlete's own: made, changed, taken away. */
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../../ui/button.tsx'
import { cx } from '../../../../ui/cx.ts'
import { TextField } from '../../../../ui/field.tsx'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { ListRow } from '../../../../ui/list-row.tsx'
import { Sheet } from '../../../../ui/sheet.tsx'
import { MUSCLES } from '../../../exercises/model.ts'
import { MOST_GROUP_NAME, MOST_OWN_GROUPS, type OwnGroup } from '../../rules/own-groups.ts'

type Props = {
  open: boolean
  onClose: () => void
  groups: readonly OwnGroup[]
  onChange: (groups: readonly OwnGroup[]) => void
}

export function OwnGroupsSheet({ open, onClose, groups, onChange }: Props) {
  const t = useTranslations('ownGroups')
  const m = useTranslations('muscle')
  const c = useTranslations('common')
  /** `was`: its name before; null of a new one. */
  const [draft, setDraft] = useState<(OwnGroup & { was: string | null }) | null>(null)
  const [wrong, setWrong] = useState<'name' | 'taken' | 'muscles' | null>(null)
  const without = (name: string | null) => groups.filter((one) => one.name !== name)

  function close() {
    setDraft(null)
    setWrong(null)
    onClose()
  }
  function save() {
    if (!draft) return
    const name = draft.name.trim()
    if (name === '') return setWrong('name')
    if (without(draft.was).some((one) => one.name === name)) return setWrong('taken')
    if (draft.muscles.length === 0) return setWrong('muscles')
    onChange([...without(draft.was), { name, muscles: draft.muscles }])
    setDraft(null)
    setWrong(null)
  }

  return (
    <Sheet
      open={open}
      onClose={close}
      title={t('title')}
      detail={t('detail')}
      closeLabel={c('close')}
      footer={
        draft && (
          <Button tone="primary" size="large" wide onClick={save}>
            {t('save')}
          </Button>
        )
      }
    >
      {draft ? (
        <div className="grid gap-4">
          <TextField
            label={t('name')}
            value={draft.name}
            maxLength={MOST_GROUP_NAME}
            error={wrong === 'name' || wrong === 'taken' ? t(`wrong.${wrong}`) : undefined}
            onChange={(event) => {
              setWrong(null)
              setDraft({ ...draft, name: event.target.value })
            }}
          />
          <fieldset>
            <legend className="mb-1.5 font-medium text-ink-2 text-sm">{t('muscles')}</legend>
            <div className="flex flex-wrap gap-2">
              {MUSCLES.map((muscle) => {
                const isIn = draft.muscles.includes(muscle)
                return (
                  <button
                    key={muscle}
                    type="button"
                    aria-pressed={isIn}
                    onClick={() => {
                      setWrong(null)
                      const muscles = isIn ? draft.muscles.filter((one) => one !== muscle) : [...draft.muscles, muscle]
                      setDraft({ ...draft, muscles })
                    }}
                    className={cx(
                      'min-h-12 min-w-12 rounded-full px-4 font-medium text-[0.875rem] active:bg-pressed',
                      isIn ? 'bg-ink text-bg' : 'edge text-ink-2',
                    )}
                  >
                    {m(muscle)}
                  </button>
                )
              })}
            </div>
            {wrong === 'muscles' && (
              <p role="alert" className="mt-1.5 text-bad text-sm">
                {t('wrong.muscles')}
              </p>
            )}
          </fieldset>
        </div>
      ) : (
        <>
          <ul>
            {groups.map((group) => (
              <li key={group.name} className="flex items-center gap-2">
                <div className="min-w-0 flex-1">
                  <ListRow
                    title={group.name}
                    detail={group.muscles.map((muscle) => m(muscle)).join(', ')}
                    onClick={() => setDraft({ ...group, was: group.name })}
                  />
                </div>
                <IconButton
                  label={t('remove', { name: group.name })}
                  className="text-bad"
                  onClick={() => onChange(without(group.name))}
                >
                  <Trash2 size={20} aria-hidden />
                </IconButton>
              </li>
            ))}
          </ul>
          {groups.length < MOST_OWN_GROUPS && (
            <Button
              wide
              className="mt-3"
              icon={<Plus size={18} aria-hidden />}
              onClick={() => setDraft({ name: '', muscles: [], was: null })}
            >
              {t('add')}
            </Button>
          )}
        </>
      )}
    </Sheet>
  )
}
