'use client'
/** What sync could not apply and kept: in one's own log, or sent by oneself into an athlete's. Shown only when there is any. */
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { trpc } from '../../../../client/trpc.ts'
import { Button } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'

type Entry = { mid: string; name: string; message: string; receivedAt: number; isOwnLog: boolean; isOwnDoing: boolean }

export function SetAsideList({ around }: { around: (list: ReactNode) => ReactNode }) {
  const t = useTranslations('account')
  const { data = [] } = trpc.sync.setAside.useQuery()
  const list = useRef<HTMLUListElement>(null)
  const count = useRef(data.length)
  // The entry that had the focus is settled and gone: the focus stays among the others.
  useEffect(() => {
    if (data.length < count.current && document.activeElement === document.body) list.current?.focus()
    count.current = data.length
  }, [data.length])
  if (data.length === 0) return null
  return around(
    <div className="grid gap-3 text-sm">
      <p className="text-ink-2">{t('setAsideWhy')}</p>
      <ul ref={list} tabIndex={-1} aria-label={t('setAsideTitle')} className="divide-y divide-line outline-none">
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
  const [asked, setAsked] = useState<'no' | 'asking' | 'kept'>('no')
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
      {asked === 'asking' ? (
        <Notice
          tone="warn"
          urgent
          actions={
            <>
              <Button size="compact" tone="danger" busy={dismiss.isPending} onClick={() => dismiss.mutate({ mid })}>
                {t('dismissAsideYes')}
              </Button>
              <Button size="compact" autoFocus onClick={() => setAsked('kept')}>
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
            // Back where the question was asked.
            autoFocus={asked === 'kept'}
            onClick={() => setAsked('asking')}
          >
            {t('dismissAside')}
          </Button>
        </div>
      )}
    </li>
  )
}
