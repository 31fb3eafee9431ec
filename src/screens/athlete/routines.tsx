'use client'
/** All routines, by folder: one tap starts one. */
import { ArrowUpDown, Ellipsis, FolderPlus, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import type { Routine, RoutineFolder } from '../../modules/workouts/model/routines.ts'
import { editRoutine, putFolder, removeFolder, restoreFolder } from '../../modules/workouts/mutators/routines.ts'
import { positionAtEnd, positionForMove } from '../../modules/workouts/rules/place-in-order.ts'
import { OrderList } from '../../modules/workouts/ui/athlete/order-list.tsx'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { newId } from '../../shared/id.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextField } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { Section } from '../../ui/section.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { showToast } from '../../ui/toast.tsx'
import { address } from './addresses.ts'
import { Page } from './page.tsx'
import { RoutineList } from './routine-list.tsx'
import { useAthlete } from './use-athlete.ts'
import { useRoutineActions, useRoutines } from './use-routines.ts'

export function RoutinesScreen() {
  const t = useTranslations('routines')
  const l = useTranslations('routineList')
  const athlete = useAthlete()
  const known = useRoutines()
  const { add, start } = useRoutineActions(athlete)
  const [, navigate] = useLocation()
  const [folder, setFolder] = useState<RoutineFolder | 'new' | null>(null)
  const [isOrdering, setOrdering] = useState(false)
  if (!known) {
    return (
      <Page title={l('title')} back={address.today} ready={false}>
        {null}
      </Page>
    )
  }
  const { routines, folders } = known
  const inFolder = (id: string) => routines.filter(({ folderId }) => folderId === id)
  const outside = routines.filter(({ folderId }) => !folders.some(({ id }) => id === folderId))
  const list = (of: readonly Routine[]) => <RoutineList routines={of} athlete={athlete} onStart={start} />
  const make = () =>
    add({ title: '', notes: '', folderId: null, exercises: [] }, routines, (id) => navigate(address.editRoutine(id)))
  return (
    <Page
      title={l('title')}
      back={address.today}
      actions={
        routines.length > 1 && (
          <IconButton label={t('order')} onClick={() => setOrdering(true)}>
            <ArrowUpDown size={22} aria-hidden />
          </IconButton>
        )
      }
      dock={
        <Button tone="primary" size="large" wide onClick={make}>
          {t('new')}
        </Button>
      }
    >
      {routines.length === 0 && folders.length === 0 && <EmptyState title={t('empty.title')} text={t('empty.text')} />}
      {list(outside)}
      {folders.map((one) => (
        <Section
          key={one.id}
          title={one.title}
          aside={
            <IconButton
              label={t('folder.menu', { name: one.title })}
              className="-my-3.5"
              onClick={() => setFolder(one)}
            >
              <Ellipsis size={22} aria-hidden />
            </IconButton>
          }
        >
          {inFolder(one.id).length === 0 ? (
            <p className="text-ink-2 text-sm">{t('folder.empty')}</p>
          ) : (
            list(inFolder(one.id))
          )}
        </Section>
      ))}
      <div className="mt-4">
        <Button
          tone="quiet"
          className="-ml-4"
          icon={<FolderPlus size={20} aria-hidden />}
          onClick={() => setFolder('new')}
        >
          {t('folder.new')}
        </Button>
      </div>
      {folder && (
        <FolderSheet
          key={folder === 'new' ? 'new' : folder.id}
          folder={folder === 'new' ? null : folder}
          folders={folders}
          onClose={() => setFolder(null)}
        />
      )}
      {isOrdering && <Order routines={routines} folders={folders} onClose={() => setOrdering(false)} />}
    </Page>
  )
}

type FolderProps = { folder: RoutineFolder | null; folders: readonly RoutineFolder[]; onClose: () => void }

function FolderSheet({ folder, folders, onClose }: FolderProps) {
  const t = useTranslations('routines')
  const c = useTranslations('common')
  const mutate = useMutate()
  const [title, setTitle] = useState(folder?.title ?? '')
  const name = title.trim()
  const save = () => {
    const { id, position } = folder ?? { id: newId(), position: positionAtEnd(folders) }
    if (name && name !== folder?.title) void mutate(putFolder, { id, title: name, position })
    onClose()
  }
  return (
    <Sheet open onClose={onClose} title={folder?.title ?? t('folder.new')} closeLabel={c('close')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField
          label={t('folder.name')}
          value={title}
          maxLength={200}
          onChange={(event) => setTitle(event.target.value)}
        />
        <Button type="submit" tone="primary" size="large" wide className="mt-4" disabled={!name}>
          {t('folder.save')}
        </Button>
      </form>
      {folder && (
        <div className="mt-4">
          <ListRow
            tone="danger"
            lead={<Trash2 size={20} aria-hidden className="text-bad" />}
            title={t('folder.remove')}
            detail={t('folder.removeHint')}
            onClick={() => {
              onClose()
              void mutate(removeFolder, { id: folder.id })
              const undo = { label: c('undo'), run: () => void mutate(restoreFolder, { id: folder.id }) }
              showToast({ text: t('removed', { title: folder.title }), action: undo })
            }}
          />
        </div>
      )}
    </Sheet>
  )
}

function Order({ routines, folders, onClose }: { routines: Routine[]; folders: RoutineFolder[]; onClose: () => void }) {
  const t = useTranslations('routines')
  const l = useTranslations('routineList')
  const c = useTranslations('common')
  const mutate = useMutate()
  const items = useMemo(() => routines.map(({ id, title }) => ({ id, name: title || l('untitled') })), [routines, l])
  const folderItems = useMemo(() => folders.map(({ id, title }) => ({ id, name: title })), [folders])
  return (
    <Sheet open onClose={onClose} title={t('order')} closeLabel={c('close')}>
      <OrderList
        items={items}
        onMove={(id, to) => void mutate(editRoutine, { id, position: positionForMove(routines, id, to) })}
      />
      {folders.length > 1 && (
        <Section title={t('folder.order')}>
          <OrderList
            items={folderItems}
            onMove={(id, to) => {
              const folder = folders.find((one) => one.id === id)
              if (folder) void mutate(putFolder, { ...folder, position: positionForMove(folders, id, to) })
            }}
          />
        </Section>
      )}
    </Sheet>
  )
}
