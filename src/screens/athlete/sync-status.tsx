'use client'
/** Where the log is, in words: on this phone, on its way, on the server; and what the server would not take. */
import { Download, FolderInput, RefreshCw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { useDeviceAccount } from '../../client/account-provider.tsx'
import type { DeadMutation } from '../../sync/client/api.ts'
import { useLive, useMaybePhone, useSyncStatus } from '../../sync/client/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { showMoment } from '../../ui/show-day.ts'
import { Tick, type TickState } from '../../ui/tick.tsx'
import { showToast } from '../../ui/toast.tsx'
import { AccountRow } from './account-row.tsx'
import { findPlaces } from './places.ts'
import { saveFile } from './save-file.ts'

export function SyncStatus() {
  const t = useTranslations('you.sync')
  const locale = useLocale()
  const status = useSyncStatus()
  const phone = useMaybePhone()
  const [isBusy, setBusy] = useState(false)
  const { pending, unsaved, paused, online, lastSyncAt, here, readyOffline } = status
  const isGuest = paused === 'guest'

  const line = ((): { tick: TickState; text: string } => {
    if (unsaved > 0) return { tick: 'alert', text: t('unsaved', { n: unsaved }) }
    if (isGuest) return { tick: 'hollow', text: t('guest') }
    if (paused === 'signed-out') return { tick: 'half', text: t('signedOut', { n: pending }) }
    if (paused === 'upgrade') return { tick: 'half', text: t('upgrade') }
    if (pending > 0) return { tick: 'half', text: online ? t('sending', { n: pending }) : t('offline', { n: pending }) }
    if (here === 'nothing') return { tick: 'half', text: t('here.nothing') }
    return { tick: 'full', text: status.attention > 0 ? t('allElse') : t('all') }
  })()

  async function syncNow() {
    setBusy(true)
    const outcome = await phone?.sync()
    setBusy(false)
    if (outcome === 'waiting') showToast({ text: t('noAnswer') })
  }

  return (
    <div>
      <div className="flex items-center gap-3 py-1">
        <Tick state={line.tick} size={24} />
        <p role="status" className="num min-w-0 flex-1 font-medium">
          {line.text}
        </p>
      </div>
      <ul className="num mt-1 flex flex-col gap-1 pl-9 text-ink-2 text-sm">
        {!isGuest && lastSyncAt !== null && <li>{t('last', { when: showMoment(lastSyncAt, locale) })}</li>}
        {!isGuest && here !== 'nothing' && <li>{t(`here.${here}`, { n: status.dropped })}</li>}
        {readyOffline !== null && <li>{readyOffline ? t('readyOffline') : t('notReadyOffline')}</li>}
      </ul>
      <div className="mt-3 flex flex-wrap gap-2.5">
        {!isGuest && (
          <Button icon={<RefreshCw size={18} aria-hidden />} busy={isBusy} onClick={() => void syncNow()}>
            {t('now')}
          </Button>
        )}
        {pending + status.attention > 0 && <ExportButton guest={isGuest} />}
      </div>
    </div>
  )
}

export function ExportButton({ guest }: { guest?: boolean }) {
  const t = useTranslations('you.sync')
  const { account } = useDeviceAccount()
  return (
    <Button
      icon={<Download size={18} aria-hidden />}
      onClick={async () => {
        if (account) await saveFile('spotter-unsynced.json', await account.exportUnsynced())
      }}
    >
      {guest ? t('exportGuest') : t('export')}
    </Button>
  )
}

/** What the server refused or set aside. The data is kept on this phone until the person has dealt with it. */
export function NeedsAttention() {
  const t = useTranslations('you.attention')
  const locale = useLocale()
  const phone = useMaybePhone()
  const { attention } = useSyncStatus()
  const [dead, setDead] = useState<DeadMutation[]>([])
  const [, navigate] = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the count tells that the list changed
  useEffect(() => {
    let isOver = false
    phone?.attention().then(
      (read) => {
        if (!isOver) setDead(read)
      },
      () => {},
    )
    return () => {
      isOver = true
    }
  }, [phone, attention])
  async function dismiss(mid: string) {
    const undo = await phone?.dismiss(mid)
    if (undo) showToast({ text: t('dismissed'), action: { label: t('undo'), run: () => void undo() } })
  }

  const places = useLive((rows) => findPlaces(rows, dead), [dead])

  if (dead.length === 0) return null
  return (
    <section aria-label={t('title')} className="mt-6">
      <h2 className="mb-2 font-bold text-[1rem] text-warn tracking-tight">{t('title')}</h2>
      <p className="mb-3 text-ink-2 text-sm">{t('text')}</p>
      <ul className="flex flex-col gap-2.5">
        {dead.map((one) => {
          const place = places?.get(one.mid)
          return (
            <li key={one.mid}>
              <Notice
                tone="warn"
                actions={
                  <>
                    {place && <Button onClick={() => navigate(place)}>{t('look')}</Button>}
                    <Button tone="danger-quiet" className={place ? '' : '-ml-4'} onClick={() => void dismiss(one.mid)}>
                      {t('dismiss')}
                    </Button>
                  </>
                }
              >
                <p className="font-medium">
                  {t.has(`what.${one.name.replace('.', '_')}`)
                    ? t(`what.${one.name.replace('.', '_')}`)
                    : t('what.other')}
                </p>
                <p className="break-words text-ink-2 text-sm">{one.message}</p>
                <p className="num mt-1 text-ink-2 text-sm">{showMoment(one.at, locale)}</p>
              </Notice>
            </li>
          )
        })}
      </ul>
      {dead.some(({ status }) => status === 'quarantined') && (
        <AccountRow lead={<FolderInput size={20} aria-hidden />} title={t('settle')} detail={t('settleDetail')} />
      )}
    </section>
  )
}
