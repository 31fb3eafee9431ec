'use client'
import { useTranslations } from 'use-intl'
import { Button } from '../../../../ui/button.tsx'
import { Sheet } from '../../../../ui/sheet.tsx'
import { runMs } from '../../rules/duration.ts'
import { finishCounts, finishProposal } from '../../rules/finish.ts'
import { clockText } from './clock-text.ts'
import { useNow } from './use-now.ts'
import type { SheetProps } from './workout-sheets.tsx'

/** Finish, save partial, or discard: three plain choices, the likeliest one filled; all of them can be undone. */
export function FinishSheet({ onClose, open, actions }: Omit<SheetProps, 'sheet'> & { onClose: () => void }) {
  const t = useTranslations('finishSheet')
  const untitled = useTranslations('workout')('untitled')
  const now = useNow(1000)
  const { workout, blocks, done, total } = open
  const counts = finishCounts({ workout, entries: blocks.map(({ entry, sets }) => ({ entry, sets })) })
  const proposal = finishProposal(counts)
  const left = counts.setsLeft
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('title', { title: workout.title || untitled })}
      detail={t('counts', {
        done,
        total,
        time: clockText(runMs(workout.startedAt, now ?? workout.startedAt, workout.pauses)),
      })}
      closeLabel={t('keep')}
    >
      <div className="flex flex-col gap-4">
        {done > 0 && (
          <Choice hint={left === 0 ? t('finishAll') : t('finishLeft', { left })}>
            <Button tone="primary" size="large" wide onClick={() => actions.finish('done')}>
              {t('finish')}
            </Button>
          </Choice>
        )}
        {done > 0 && left > 0 && (
          <Choice hint={t('partialHint')}>
            <Button size="large" wide onClick={() => actions.finish('partial')}>
              {t('partial')}
            </Button>
          </Choice>
        )}
        <Button size="large" wide tone={done === 0 ? 'primary' : 'outline'} onClick={onClose}>
          {t('keep')}
        </Button>
        <div className="mt-2 border-line border-t pt-4">
          <Choice hint={t('discardHint', { done })}>
            <Button
              tone={proposal === 'discard' ? 'danger' : 'danger-quiet'}
              size="large"
              wide
              onClick={() => actions.discard()}
            >
              {t('discard')}
            </Button>
          </Choice>
        </div>
      </div>
    </Sheet>
  )
}

function Choice({ hint, children }: { hint: string; children: React.ReactNode }) {
  return (
    <div>
      {children}
      <p className="num mt-1.5 text-center text-ink-2 text-sm">{hint}</p>
    </div>
  )
}
