'use client'
/** Files that came in, each with its way out. */
import { useLocale, useTranslations } from 'use-intl'
import { type Answers, trpc } from '../../../../client/trpc.ts'
import { Button } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PartHead } from '../../../../ui/portal-parts.tsx'
import { showMoment } from '../../../../ui/show-day.ts'
import { showToast } from '../../../../ui/toast.tsx'

type Props = { gymId: string; imports: Answers['gyms']['imports']; onUndone: () => void }

export function ImportHistory({ gymId, imports, onUndone }: Props) {
  const t = useTranslations('gym')
  const locale = useLocale()
  const undo = trpc.gyms.undoImport.useMutation({
    onSuccess: (done) => {
      showToast({ text: t('import.undone', { ...done }) })
      onUndone()
    },
  })
  if (imports.length === 0) return null
  return (
    <section aria-label={t('import.history')}>
      <PartHead title={t('import.history')} />
      {undo.error && (
        <Notice tone="bad" urgent>
          {undo.error.message}
        </Notice>
      )}
      <ul className="divide-y divide-line border-line border-y">
        {imports.map((one) => (
          <li key={one.id} className="num flex min-h-10 items-center gap-4 py-1.5">
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{one.fileName}</span>
              <span className="block text-ink-2">
                {t('import.was', {
                  who: one.byName,
                  when: showMoment(one.createdAt, locale),
                  added: one.added,
                  updated: one.updated,
                  skipped: one.skipped,
                  leftAlone: one.leftAlone,
                })}
              </span>
            </span>
            {one.undoneAt !== null && <span className="text-ink-3">{t('import.isUndone')}</span>}
            {one.canUndo && (
              <Button
                size="compact"
                busy={undo.isPending && undo.variables.importId === one.id}
                onClick={() => undo.mutate({ gymId, importId: one.id })}
                aria-label={t('import.undoLabel', { file: one.fileName, when: showMoment(one.createdAt, locale) })}
              >
                {t('import.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
