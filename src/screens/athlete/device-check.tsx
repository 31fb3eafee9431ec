'use client'
/** Whether the app works without a signal, tried in earnest: every file of it read, the store read and written. */
import { CircleAlert, CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useDeviceAccount } from '../../client/account-provider.tsx'
import { checkStored, type StoredFiles, storeAgain } from '../../client/check-stored.ts'
import { databaseOf } from '../../client/device-account.ts'
import { useSyncStatus } from '../../sync/client/hooks.ts'
import { openSecondHandle } from '../../sync/client/second-handle.ts'
import { Button } from '../../ui/button.tsx'
import { phoneCollections } from '../../wiring/sync-phone.ts'
import { useSizeText } from './use-size-text.ts'

type Result = { files: StoredFiles | null; canRead: boolean; canWrite: boolean }

export function DeviceCheck() {
  const t = useTranslations('phoneData.check')
  const size = useSizeText()
  const { identity } = useDeviceAccount()
  const { readyOffline } = useSyncStatus()
  const [isBusy, setBusy] = useState(false)
  const [result, setResult] = useState<Result | null>(null)

  async function check(): Promise<void> {
    if (!identity) return
    setBusy(true)
    const handle = openSecondHandle(databaseOf(identity), phoneCollections)
    const works = (trial: Promise<void>) =>
      trial.then(
        () => true,
        () => false,
      )
    const [files, canRead, canWrite] = await Promise.all([
      checkStored(),
      works(handle.tryRead()),
      works(handle.tryWrite()),
    ])
    void handle.close().catch(() => {})
    setResult({ files, canRead, canWrite })
    setBusy(false)
  }

  const missing = result?.files?.missing.length ?? 0
  return (
    <div>
      {!result && (
        <p className="text-ink-2">{readyOffline === null ? t('unknown') : readyOffline ? t('ready') : t('notReady')}</p>
      )}
      <div role="status">
        {result && (
          <ul className="num mt-3 flex flex-col gap-2">
            {result.files === null ? (
              <Line isGood={false} text={t('noWorker')} />
            ) : missing > 0 ? (
              <Line isGood={false} text={t('missing', { n: missing, of: result.files.files })} />
            ) : (
              <Line isGood text={t('files', { n: result.files.files, size: size(result.files.bytes) })} />
            )}
            <Line isGood={result.canRead} text={result.canRead ? t('canRead') : t('cannotRead')} />
            <Line isGood={result.canWrite} text={result.canWrite ? t('canWrite') : t('cannotWrite')} />
          </ul>
        )}
      </div>
      <div className="mt-3 flex flex-wrap gap-2.5">
        <Button busy={isBusy} onClick={() => void check()}>
          {result ? t('again') : t('now')}
        </Button>
        {missing > 0 && (
          <Button
            tone="primary"
            onClick={() => {
              storeAgain()
              setResult(null)
            }}
          >
            {t('fetch')}
          </Button>
        )}
      </div>
    </div>
  )
}

function Line({ isGood, text }: { isGood: boolean; text: string }) {
  const Icon = isGood ? CircleCheck : CircleAlert
  return (
    <li className="flex gap-2.5">
      <Icon size={20} aria-hidden className={`mt-0.5 shrink-0 ${isGood ? 'text-good' : 'text-warn'}`} />
      <span>{text}</span>
    </li>
  )
}
