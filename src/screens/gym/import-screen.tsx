'use client'
/** Members from a file: which column is what, who is here already, what can't be read; then all at once, and undone so. */
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { trpc } from '../../client/trpc.ts'
import { ImportColumns } from '../../modules/gyms/ui/portal/import-columns.tsx'
import { ImportFile } from '../../modules/gyms/ui/portal/import-file.tsx'
import { ImportHistory } from '../../modules/gyms/ui/portal/import-history.tsx'
import { ImportPreview } from '../../modules/gyms/ui/portal/import-preview.tsx'
import { ImportProgress } from '../../modules/gyms/ui/portal/import-progress.tsx'
import { useGymRoster, useRefreshRoster } from '../../modules/gyms/ui/portal/use-gym-roster.ts'
import { useMemberImport } from '../../modules/gyms/ui/portal/use-member-import.ts'
import { useSendImport } from '../../modules/gyms/ui/portal/use-send-import.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useGymPortal } from './gym-context.tsx'
import { PageHead } from './page-head.tsx'

export function ImportScreen() {
  const t = useTranslations('gym')
  const { home, path } = useGymPortal()
  const { gymId } = home
  const roster = useGymRoster(gymId)
  const refresh = useRefreshRoster(gymId)
  const imports = trpc.gyms.imports.useQuery({ gymId })
  const locations = useMemo(() => home.locations.filter(({ isClosed }) => !isClosed), [home.locations])
  const remembered = useMemo(() => imports.data?.map(({ columns }) => columns) ?? [], [imports.data])
  const file = useMemberImport({ roster: roster.prepared?.rows ?? null, locations, zone: home.zone, remembered })
  const { running, done, problem, send } = useSendImport({
    gymId,
    onDone: async () => {
      // First: nobody looks at the preview any more, and it would be made anew for the roster that comes.
      file.close()
      await Promise.all([refresh(), imports.refetch()])
    },
    onRefused: () => void refresh(),
  })
  const { current } = file
  return (
    <div className="flex h-full min-h-96 flex-col">
      <PageHead title={t('page.import')}>
        {current && (
          <>
            <p className="num min-w-0 truncate text-ink-2">{current.fileName}</p>
            <span className="flex-1" />
            {!running && (
              <>
                <Button size="compact" tone="quiet" onClick={file.close}>
                  {t('import.other')}
                </Button>
                <Button
                  size="compact"
                  tone="primary"
                  disabled={current.plan.rows.length === 0 || !roster.prepared}
                  onClick={() => send(current, roster)}
                >
                  {t('import.button', { added: current.plan.added, updated: current.plan.updated })}
                </Button>
              </>
            )}
          </>
        )}
      </PageHead>
      {problem && (
        <div className="px-6 pt-4">
          <Notice tone="bad" urgent>
            {problem === 'lost' ? t('import.lost') : problem.message}
          </Notice>
        </div>
      )}
      {done && !current && (
        <div className="px-6 pt-4">
          <Notice
            tone="good"
            actions={
              <a
                href={path('roster')}
                className="edge inline-flex min-h-8 items-center rounded-1 px-3 font-medium text-sm hover:bg-raised"
              >
                {t('import.toRoster')}
              </a>
            }
          >
            {t('import.done', { ...done })}
            {done.leftAlone > 0 && ` ${t('import.leftAlone', { count: done.leftAlone })}`}
          </Notice>
        </div>
      )}
      {running ? (
        <ImportProgress {...running} />
      ) : current ? (
        <>
          <ImportColumns current={current} />
          <ImportPreview current={current} />
        </>
      ) : (
        <div className="grid max-w-3xl gap-8 px-6 py-5">
          <ImportFile isReading={file.isReading} fault={file.fault} onFile={file.open} />
          <ImportHistory
            gymId={gymId}
            imports={imports.data ?? []}
            onUndone={() => void Promise.all([refresh(), imports.refetch()])}
          />
        </div>
      )}
    </div>
  )
}
