'use client'
/** A way to the pages of the account, which are the server's: without a signal it says so, and leads nowhere. */
import { type ReactNode, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { ListRow } from '../../ui/list-row.tsx'

type Props = { lead: ReactNode; title: string; detail: string; href?: string; tone?: 'plain' | 'danger' }

export function AccountRow({ href = '/account', detail, ...row }: Props) {
  const t = useTranslations('you')
  // Not what sync knows: it does not look while the account is signed out.
  const isOnline = useSyncExternalStore(watchSignal, hasSignal)
  return <ListRow {...row} detail={isOnline ? detail : t('noSignal')} href={isOnline ? href : undefined} />
}

const hasSignal = () => navigator.onLine

function watchSignal(onChange: () => void): () => void {
  const gone = new AbortController()
  for (const event of ['online', 'offline']) window.addEventListener(event, onChange, { signal: gone.signal })
  return () => gone.abort()
}
