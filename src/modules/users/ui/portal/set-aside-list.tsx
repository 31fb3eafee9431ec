'use client'
/** What sync could not apply and kept: in one's own log, or sent by oneself into an athlete's. Shown only when there is any. */
import { type ReactNode, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { trpc } from '../../../../client/trpc.ts'
import { Button } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'

type Entry = { mid: string; name: string; message: string; receivedAt: number; isOwnLog: boolean; isOwnDoing: boolean }

export function SetAsideList({ around }: { around: (list: ReactNode) => ReactNode }) {
  const t = useTranslations('account')
  const { data = [] } = trpc.sync.setAside.useQuery()
  if (data.length === 0) return null
  return around(
    <div className="grid gap-3 text-sm">
      <p className="text-ink-2">{t('setAsideWhy')}</p>
      <ul className="divide-y divide-line">
        {data.map((entry) => (
          <SetAsideEntry key={entry.mid} entry={entry} />
        ))}
      </ul>
    </div>,
  )
}

function SetAsideEntry({ entry: { mid, name, message, receivedAt, isOwnLog, isOwnDoing } }: { entry: Entry }) {
  const t = useTranslations('account')
  const format = useFormatter()
  const utils = trpc.useUtils()
  const reload = { onSettled: () => utils.sync.setAside.invalidate() }
  const applyAgain = trpc.sync.applyAgain.useMutation(reload)
  const dismiss = trpc.sync.dismissAside.useMutation(reload)
  const [isAsking, setAsking] = useState(false)
  const problem = applyAgain.error ?? dismiss.error
  const what = `setAsideWhat.${name.replace('.', '_')}` as 'setAsideWhat.other'
  const when = format.dateTime(receivedAt, { dateStyle: 'medium', timeStyle: 'short' })

  return (
    <li className="grid gap-2 py-3">
      <div className="grid gap-0.5">
        <span className="font-medium">{t(t.has(what) ? what : 'setAsideWhat.other')}</span>
        <span className="break-words text-ink-2">{message}</span>
        <span className="text-ink-2">
          {when}
          {' · '}
          {t(isOwnDoing ? (isOwnLog ? 'setAsideOwn' : 'setAsideSent') : 'setAsideByOther')}
        </span>
      </div>
      {problem && (
        <Notice tone="bad" urgent>
          {problem.message}
        </Notice>
      )}
      {isAsking ? (
        <Notice
          tone="warn"
          urgent
          actions={
            <>
              <Button size="compact" tone="danger" busy={dismiss.isPending} onClick={() => dismiss.mutate({ mid })}>
                {t('dismissAsideYes')}
              </Button>
              <Button size="compact" autoFocus onClick={() => setAsking(false)}>
                {t('dismissAsideNo')}
              </Button>
            </>
          }
        >
          {t('dismissAsideQuestion', { when })}
        </Notice>
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button
            size="compact"
            aria-label={t('applyAgainLabel', { when })}
            busy={applyAgain.isPending}
            onClick={() => applyAgain.mutate({ mid })}
          >
            {t('applyAgain')}
          </Button>
          <Button
            size="compact"
            tone="danger-quiet"
            aria-label={t('dismissAsideLabel', { when })}
            onClick={() => setAsking(true)}
          >
            {t('dismissAside')}
          </Button>
        </div>
      )}
    </li>
  )
}
