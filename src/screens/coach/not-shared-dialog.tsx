'use client'
/** An athlete who shares no training has no page: this says so in words, and what either side can do. */
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import type { RosterRow } from '../../modules/analytics/ui/portal/use-roster.ts'
import { SharingPanel } from '../../modules/coaching/ui/portal/end-coaching.tsx'
import { PortalDialog } from '../../ui/portal-dialog.tsx'
import { showToast } from '../../ui/toast.tsx'

export function NotSharedDialog({ row, onClose }: { row: RosterRow; onClose: () => void }) {
  const t = useTranslations('roster.noTraining')
  const coach = useTranslations('coach')
  const page = useTranslations('athletePage')
  const queries = useQueryClient()
  const { name } = row
  return (
    <PortalDialog open onClose={onClose} title={t('title', { name })} closeLabel={coach('close')}>
      <div className="grid gap-5">
        <p className="text-ink-2">{t('text', { name })}</p>
        <SharingPanel
          name={name}
          relation={row}
          onEnded={() => {
            onClose()
            void queries.invalidateQueries({ queryKey: ['roster'] })
            showToast({ text: page('ended', { name }) })
          }}
        />
      </div>
    </PortalDialog>
  )
}
