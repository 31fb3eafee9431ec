'use client'
/** One routine: what it holds, starting it, and what can be done with it. */
import { Copy, Ellipsis, FolderInput, Pencil, Send, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Redirect, useLocation } from 'wouter'
import type { Routine, RoutineFolder } from '../../modules/workouts/model/routines.ts'
import { editRoutine } from '../../modules/workouts/mutators/routines.ts'
import { documentOfRoutine } from '../../modules/workouts/rules/shares.ts'
import { RoutinePlaces } from '../../modules/workouts/ui/athlete/routine-places.tsx'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { address } from './addresses.ts'
import { Page } from './page.tsx'
import { ShareSheet } from './share-sheet.tsx'
import { useAthlete } from './use-athlete.ts'
import { useRoutineActions, useRoutines } from './use-routines.ts'

export function RoutineScreen({ id }: { id: string }) {
  const t = useTranslations('routines')
  const l = useTranslations('routineList')
  const c = useTranslations('common')
  const athlete = useAthlete()
  const known = useRoutines()
  const { start, duplicate, remove } = useRoutineActions(athlete)
  const [, navigate] = useLocation()
  const [sheet, setSheet] = useState<'menu' | 'folder' | 'share' | null>(null)
  if (!known) {
    return (
      <Page title="" back={address.routines} ready={false}>
        {null}
      </Page>
    )
  }
  const routine = known.routines.find((one) => one.id === id)
  if (!routine) return <Redirect to={address.routines} replace />
  const title = routine.title || l('untitled')
  const edit = () => navigate(address.editRoutine(id))
  return (
    <Page
      title={title}
      detail={known.folders.find((folder) => folder.id === routine.folderId)?.title}
      back={address.routines}
      actions={
        <IconButton label={t('more')} onClick={() => setSheet('menu')}>
          <Ellipsis size={22} aria-hidden />
        </IconButton>
      }
      dock={
        <div className="grid grid-cols-[1fr_2fr] gap-2.5">
          <Button size="large" className="bg-bg" icon={<Pencil size={18} aria-hidden />} onClick={edit}>
            {t('edit')}
          </Button>
          <Button tone="primary" size="large" disabled={routine.exercises.length === 0} onClick={() => start(routine)}>
            {t('start')}
          </Button>
        </div>
      }
    >
      {routine.notes && <p className="mt-2 whitespace-pre-line break-words text-ink-2">{routine.notes}</p>}
      {routine.exercises.length === 0 ? (
        <p className="mt-4 text-ink-2">{l('noExercises')}</p>
      ) : (
        <RoutinePlaces exercises={routine.exercises} book={athlete.book} habits={athlete.habits} label={title} />
      )}
      <Sheet open={sheet === 'menu'} onClose={() => setSheet(null)} title={title} closeLabel={c('close')}>
        <ListRow lead={<Pencil size={20} aria-hidden />} title={t('edit')} onClick={edit} />
        <ListRow
          lead={<Copy size={20} aria-hidden />}
          title={t('duplicate')}
          onClick={() => duplicate(routine, known.routines)}
        />
        <ListRow
          lead={<FolderInput size={20} aria-hidden />}
          title={t('folder.move')}
          onClick={() => setSheet('folder')}
        />
        <ListRow lead={<Send size={20} aria-hidden />} title={t('share')} onClick={() => setSheet('share')} />
        <ListRow
          tone="danger"
          lead={<Trash2 size={20} aria-hidden className="text-bad" />}
          title={t('remove')}
          onClick={() => remove(routine)}
        />
      </Sheet>
      {sheet === 'share' && (
        <ShareSheet
          {...{ kind: 'routine', ofId: id, title, documentOf: (told) => documentOfRoutine(routine, told) }}
          offers={routine.notes || routine.exercises.some(({ notes }) => notes) ? ['notes'] : []}
          onClose={() => setSheet(null)}
        />
      )}
      {sheet === 'folder' && <MoveSheet routine={routine} folders={known.folders} onClose={() => setSheet(null)} />}
    </Page>
  )
}

type MoveProps = { routine: Routine; folders: readonly RoutineFolder[]; onClose: () => void }

function MoveSheet({ routine, folders, onClose }: MoveProps) {
  const t = useTranslations('routines')
  const c = useTranslations('common')
  const mutate = useMutate()
  const move = (folderId: string | null) => {
    if (folderId !== routine.folderId) void mutate(editRoutine, { id: routine.id, folderId })
    onClose()
  }
  return (
    <Sheet open onClose={onClose} title={t('folder.move')} closeLabel={c('close')}>
      <ListRow title={t('folder.none')} current={routine.folderId === null} onClick={() => move(null)} />
      {folders.map(({ id, title }) => (
        <ListRow key={id} title={title} current={routine.folderId === id} onClick={() => move(id)} />
      ))}
      {folders.length === 0 && <p className="mt-3 text-ink-2 text-sm">{t('folder.noFolders')}</p>}
    </Sheet>
  )
}
