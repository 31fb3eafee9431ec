'use client'
/**
 * What is done to the chosen members: shown at once, written in one order, and taken back with one press, each to what
 * they had. A refusal takes it back by itself and says why.
 */
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { trpc } from '../../client/trpc.ts'
import { COACHING_ROLES } from '../../modules/gyms/rules/access.ts'
import type { RosterRow } from '../../modules/gyms/rules/roster.ts'
import { patchRoster, useRefreshRoster } from '../../modules/gyms/ui/portal/use-gym-roster.ts'
import { showToast } from '../../ui/toast.tsx'
import { ItemPalette, type PaletteItem } from '../portal/palette.tsx'
import { useGymPortal } from './gym-context.tsx'

type Rows = readonly RosterRow[]

export type Bulk = {
  rows: Rows
  openCoach: () => void
  openLocation: () => void
  invite: () => void
  assign: (coachId: string | null, rows?: Rows) => void
  move: (locationId: string | null, rows?: Rows) => void
  end: (ended: boolean, rows?: Rows) => void
  palette: ReactNode
}

export function useBulk(args: { gymId: string; rows: Rows; onInvite: (rows: Rows) => void }): Bulk {
  const { gymId, rows, onInvite } = args
  const t = useTranslations('gym')
  const queries = useQueryClient()
  const utils = trpc.useUtils()
  const { home } = useGymPortal()
  const refresh = useRefreshRoster(gymId)
  const [choosing, setChoosing] = useState<'coach' | 'location' | null>(null)
  const assign = trpc.gyms.assignCoach.useMutation()
  const move = trpc.gyms.setLocation.useMutation()
  const end = trpc.gyms.endMembers.useMutation()

  type Change = Awaited<ReturnType<typeof assign.mutateAsync>>['undo'][number]['change']
  const write = (memberIds: string[], change: Change) =>
    change.set === 'coach'
      ? assign.mutateAsync({ gymId, memberIds, coachId: change.coachId })
      : change.set === 'location'
        ? move.mutateAsync({ gymId, memberIds, locationId: change.locationId })
        : end.mutateAsync({ gymId, memberIds, ended: change.ended })

  async function apply(
    about: Rows,
    change: Change,
    fields: Parameters<typeof patchRoster>[3],
    said: (count: number) => string,
  ) {
    if (about.length === 0) return
    const ids = about.map(({ id }) => id)
    patchRoster(queries, gymId, new Set(ids), fields)
    try {
      const { changed, undo } = await write(ids, change)
      const back = async () => {
        for (const group of undo) await write(group.memberIds, group.change)
        await Promise.all([refresh(), utils.gyms.member.invalidate()])
      }
      showToast({
        text: said(changed),
        ...(changed > 0 && { action: { label: t('undo'), run: () => void back().catch(tellRefusal) } }),
      })
      void utils.gyms.member.invalidate()
    } catch (error) {
      tellRefusal(error)
      await refresh()
    }
  }

  const assignTo = (coachId: string | null, about: Rows = rows) => {
    const name = home.staff.find(({ userId }) => userId === coachId)?.name ?? ''
    void apply(about, { set: 'coach', coachId }, { coachId }, (count) =>
      coachId === null ? t('bulk.noCoach', { count }) : t('bulk.coach', { count, name }),
    )
  }
  const moveTo = (locationId: string | null, about: Rows = rows) => {
    const name = home.locations.find(({ id }) => id === locationId)?.name ?? ''
    void apply(about, { set: 'location', locationId }, { locationId }, (count) =>
      locationId === null ? t('bulk.noLocation', { count }) : t('bulk.location', { count, name }),
    )
  }
  const endThem = (ended: boolean, about: Rows = rows) =>
    void apply(
      about,
      { set: 'ended', ended },
      (now) => ({ endedAt: ended ? now : null }),
      (count) => (ended ? t('bulk.ended', { count }) : t('bulk.restored', { count })),
    )

  const coaches: PaletteItem[] = [
    ...home.staff
      .filter(({ role }) => COACHING_ROLES.includes(role))
      .map(({ userId, name, role }) => ({
        id: userId,
        label: name,
        detail: t(`role.${role}`),
        run: () => assignTo(userId),
      })),
    { id: 'none', label: t('nobody'), run: () => assignTo(null) },
  ]
  const locations: PaletteItem[] = [
    ...home.locations
      .filter(({ isClosed }) => !isClosed)
      .map(({ id, name }) => ({ id, label: name, run: () => moveTo(id) })),
    { id: 'none', label: t('nowhere'), run: () => moveTo(null) },
  ]
  const close = () => setChoosing(null)
  const palette = (
    <>
      <ItemPalette
        open={choosing === 'coach'}
        onClose={close}
        title={t('bulk.chooseCoach', { count: rows.length })}
        hint={t('bulk.coachHint')}
        items={coaches}
      />
      <ItemPalette
        open={choosing === 'location'}
        onClose={close}
        title={t('bulk.chooseLocation', { count: rows.length })}
        hint={t('bulk.locationHint')}
        items={locations}
      />
    </>
  )
  return {
    rows,
    openCoach: () => rows.length > 0 && setChoosing('coach'),
    openLocation: () => rows.length > 0 && setChoosing('location'),
    invite: () => rows.length > 0 && onInvite(rows),
    assign: assignTo,
    move: moveTo,
    end: endThem,
    palette,
  }
}

function tellRefusal(error: unknown): void {
  showToast({ tone: 'bad', text: (error as { message: string }).message })
}
