'use client'
/** Whose log this is, and the way in and out. Signing out never loses what the server does not have. */
import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { signOut } from '../../client/account.ts'
import { useDeviceAccount } from '../../client/account-provider.tsx'
import { endPush } from '../../client/push.ts'
import { useUploads } from '../../client/uploads.ts'
import { forgetCheckInKeys } from '../../modules/gyms/ui/athlete/check-in-keys.ts'
import { useLive, useSyncStatus } from '../../sync/client/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { Notice } from '../../ui/notice.tsx'
import { showToast } from '../../ui/toast.tsx'
import { address, NEWCOMER } from './addresses.ts'
import { EndedAccount } from './ended-account.tsx'
import { forgetBeside } from './forget-beside.ts'
import { PhotoSection } from './photo-section.tsx'
import { readHasLog } from './reads.ts'
import { ExportButton } from './sync-status.tsx'

type Asking = { left: number } | null

export function AccountSection({ name }: { name: string }) {
  const t = useTranslations('you')
  const [, navigate] = useLocation()
  const { identity } = useDeviceAccount()
  const { paused } = useSyncStatus()
  const hasLog = useLive(readHasLog, [])
  if (identity?.kind !== 'account') {
    return (
      <Notice
        tone={hasLog ? 'warn' : 'plain'}
        actions={
          <Button
            tone="primary"
            disabled={hasLog === undefined}
            onClick={() => navigate(address.signIn, { state: hasLog ? NEWCOMER : undefined })}
          >
            {t('account.signIn')}
          </Button>
        }
      >
        <p className="font-semibold">{t('account.guestTitle')}</p>
        <p className="mt-0.5 text-ink-2 text-sm">{t('account.guestText')}</p>
      </Notice>
    )
  }
  // What the settings say; until they are here, what was known when the person signed in.
  const known = name || identity.name
  return (
    <>
      {paused === 'signed-out' && <EndedAccount />}
      <p className="py-2 text-ink-2">{t('account.signedInAs', { name: known || t('account.you') })}</p>
      <PhotoSection personId={identity.space} name={known} />
      <SignOut />
    </>
  )
}

function SignOut() {
  const t = useTranslations('you')
  const c = useTranslations('common')
  const { account } = useDeviceAccount()
  const { attention } = useSyncStatus()
  const [asking, setAsking] = useState<Asking>(null)
  const [isBusy, setBusy] = useState(false)

  const queue = useUploads()?.queue

  async function ask() {
    const photos = [...(queue?.get().values() ?? [])].filter(({ state }) => state !== 'removing').length
    if (account) setAsking({ left: (await account.unsynced()) + photos })
  }

  async function syncFirst() {
    if (!account) return
    setBusy(true)
    const left = (await account.syncFirst()) + ((await queue?.sendAll()) ?? 0)
    setBusy(false)
    setAsking({ left })
    if (left > 0) showToast({ text: t('out.stillLeft', { n: left }) })
  }

  async function leave() {
    setBusy(true)
    try {
      await signOut()
      void endPush().catch(() => {})
      const gone = await account?.signedOut()
      // What is not on the server yet stays for the next sign-in, with what belongs to it.
      if (gone) await forgetBeside(gone)
      else forgetCheckInKeys()
      showToast({ text: t('out.done') })
    } catch {
      showToast({ tone: 'bad', text: t('out.noSignal') })
    }
    setBusy(false)
    setAsking(null)
  }

  const left = asking?.left ?? 0
  return (
    <>
      <ListRow lead={<LogOut size={20} aria-hidden />} title={t('out.button')} onClick={() => void ask()} />
      <Dialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={left > 0 ? t('out.unsyncedTitle', { n: left }) : t('out.title')}
        actions={
          <>
            <Button onClick={() => setAsking(null)}>{c('cancel')}</Button>
            {left > 0 && <ExportButton />}
            {left > 0 && (
              <Button tone="danger-quiet" busy={isBusy} onClick={() => void leave()}>
                {t('out.keep')}
              </Button>
            )}
            <Button tone="primary" busy={isBusy} onClick={() => void (left > 0 ? syncFirst() : leave())}>
              {left > 0 ? t('out.syncNow') : t('out.confirm')}
            </Button>
          </>
        }
      >
        {left > 0 ? t('out.unsyncedText') : attention > 0 ? t('out.textAttention') : t('out.text')}
      </Dialog>
    </>
  )
}
