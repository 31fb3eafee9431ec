'use client'
/** What sync could not apply and kept: in one's own log, or sent by oneself into an athlete's. Shown only when there is any. */
import type { ReactNode } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { trpc } from '../../../../client/trpc.ts'
import { Button } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'

export function SetAsideList({ around }: { around: (list: ReactNode) => ReactNode }) {
  const t = useTranslations('account')
  const format = useFormatter()
  const utils = trpc.useUtils()
  const { data = [] } = trpc.sync.setAside.useQuery()
  const reload = { onSettled: () => utils.sync.setAside.invalidate() }
  const applyAgain = trpc.sync.applyAgain.useMutation(reload)
  const dismiss = trpc.sync.dismissAside.useMutation(reload)
  const problem = applyAgain.error ?? dismiss.error
  if (data.length === 0) return null
  return around(
    <div className="grid gap-3 text-sm">
      <p className="text-ink-2">{t('setAsideWhy')}</p>
      {problem && (
        <Notice tone="bad" urgent>
          {problem.message}
        </Notice>
      )}
      <ul className="divide-y divide-line">
        {data.map(({ mid, message, receivedAt, isOwnLog, isOwnDoing }) => {
          const when = format.dateTime(receivedAt, { dateStyle: 'medium', timeStyle: 'short' })
          return (
            <li key={mid} className="grid gap-2 py-2">
              <div className="grid gap-0.5">
                <span className="font-medium">{message}</span>
                <span className="text-ink-2">
                  {when}
                  {' · '}
                  {t(isOwnDoing ? (isOwnLog ? 'setAsideOwn' : 'setAsideSent') : 'setAsideByOther')}
                </span>
              </div>
              <div className="flex flex-wrap gap-2">
                <Button
                  size="compact"
                  aria-label={t('applyAgainLabel', { when })}
                  busy={applyAgain.isPending && applyAgain.variables.mid === mid}
                  onClick={() => applyAgain.mutate({ mid })}
                >
                  {t('applyAgain')}
                </Button>
                <Button
                  size="compact"
                  aria-label={t('dismissAsideLabel', { when })}
                  busy={dismiss.isPending && dismiss.variables.mid === mid}
                  onClick={() => dismiss.mutate({ mid })}
                >
                  {t('dismissAside')}
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
    </div>,
  )
}
