'use client'
/** Files that came in, each with its way out. */
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { type Answers, trpc } from '../../../../client/trpc.ts'
import { Button } from '../../../../ui/button.tsx'
import { PartHead } from '../../../../ui/portal-parts.tsx'
import { PortalQuestion } from '../../../../ui/portal-question.tsx'
import { showMoment } from '../../../../ui/show-day.ts'
import { showToast } from '../../../../ui/toast.tsx'

type One = Answers['gyms']['imports'][number]
type Props = { gymId: string; imports: Answers['gyms']['imports']; onUndone: () => void }

export function ImportHistory({ gymId, imports, onUndone }: Props) {
  const t = useTranslations('gym')
  const locale = useLocale()
  const [asking, setAsking] = useState<One | null>(null)
  if (imports.length === 0) return null
  return (
    <section aria-label={t('import.history')}>
      <PartHead title={t('import.history')} />
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
                onClick={() => setAsking(one)}
                aria-label={t('import.undoLabel', { file: one.fileName, when: showMoment(one.createdAt, locale) })}
              >
                {t('import.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asking && <UndoDialog gymId={gymId} one={asking} onClose={() => setAsking(null)} onUndone={onUndone} />}
    </section>
  )
}

/** Taking a file out can’t be undone but by its file, so it is asked first: how many go, and what stays. */
function UndoDialog(props: { gymId: string; one: One; onClose: () => void; onUndone: () => void }) {
  const { gymId, one, onClose, onUndone } = props
  const t = useTranslations('gym')
  const undo = trpc.gyms.undoImport.useMutation({
    onSuccess: (done) => {
      showToast({ text: t('import.undone', { ...done }) })
      onClose()
      onUndone()
    },
  })
  return (
    <PortalQuestion
      onClose={onClose}
      title={t('import.undoTitle', { file: one.fileName })}
      closeLabel={t('close')}
      no={t('cancel')}
      yes={t('import.undo')}
      sending={undo}
      onYes={() => undo.mutate({ gymId, importId: one.id })}
    >
      <p className="num">{t('import.undoGo', { added: one.added, updated: one.updated })}</p>
      <p className="mt-2 text-ink-2">{t('import.undoStay')}</p>
    </PortalQuestion>
  )
}
