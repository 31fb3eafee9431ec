'use client'
/** Where one is signed in; any of them can be signed out from here. */
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { signOut } from '../../../../client/account.ts'
import { trpc } from '../../../../client/trpc.ts'
import { Button } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'

export function DeviceList() {
  const t = useTranslations('account')
  const format = useFormatter()
  const utils = trpc.useUtils()
  const devices = trpc.users.sessions.useQuery()
  const reload = { onSettled: () => utils.users.sessions.invalidate() }
  const revoke = trpc.users.revokeSession.useMutation(reload)
  const revokeOthers = trpc.users.revokeOtherSessions.useMutation(reload)
  const revokeAll = trpc.users.revokeEverySession.useMutation({
    // The cookie goes as well; it opens nothing any more either way.
    onSuccess: () => void signOut().finally(() => location.assign('/')),
  })
  const [isAsking, setAsking] = useState(false)
  const problem = devices.error ?? revoke.error ?? revokeOthers.error ?? revokeAll.error
  const others = devices.data?.filter((device) => !device.current) ?? []

  return (
    <div className="grid gap-3">
      {problem && (
        <Notice tone="bad" urgent>
          {problem.message}
        </Notice>
      )}
      {devices.isPending && <p className="text-ink-2 text-sm">{t('loading')}</p>}
      <ul className="divide-y divide-line">
        {devices.data?.map((device) => {
          const when = format.dateTime(device.lastSeenAt, { dateStyle: 'medium', timeStyle: 'short' })
          return (
            <li key={device.id} className="flex min-h-10 items-center gap-3 py-1 text-sm">
              <span className="min-w-0 flex-1">
                <span className="flex flex-wrap gap-x-3">
                  <span className="break-words font-medium">{device.device}</span>
                  <span className="text-ink-2">{device.current ? t('thisDevice') : t('lastUsed', { when })}</span>
                </span>
                <span className="block text-ink-2">
                  {t('deviceSince', {
                    when: format.dateTime(device.createdAt, { dateStyle: 'medium' }),
                    how: t(`madeBy.${device.madeBy}`),
                  })}
                </span>
              </span>
              {!device.current && (
                <Button
                  size="compact"
                  aria-label={t('signOutDeviceLabel', { device: device.device, when })}
                  busy={revoke.isPending && revoke.variables.sessionId === device.id}
                  onClick={() => revoke.mutate({ sessionId: device.id })}
                >
                  {t('signOutDevice')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      <div className="flex flex-wrap items-center gap-2">
        {isAsking ? (
          <>
            <span className="text-ink-2 text-sm">{t('signOutEverywhereWhat')}</span>
            <Button size="compact" tone="danger" busy={revokeAll.isPending} onClick={() => revokeAll.mutate()}>
              {t('signOutEverywhereYes')}
            </Button>
            <Button size="compact" autoFocus onClick={() => setAsking(false)}>
              {t('cancel')}
            </Button>
          </>
        ) : (
          <>
            {others.length > 1 && (
              <Button size="compact" busy={revokeOthers.isPending} onClick={() => revokeOthers.mutate()}>
                {t('signOutOthers')}
              </Button>
            )}
            {others.length > 0 && (
              <Button size="compact" tone="danger-quiet" onClick={() => setAsking(true)}>
                {t('signOutEverywhere')}
              </Button>
            )}
          </>
        )}
      </div>
    </div>
  )
}
