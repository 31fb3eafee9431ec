'use client'
/** A screen that throws, or whose chunk is nowhere to be had, takes only itself down: tabs and log stay. */
import { Component, type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useDeviceAccount } from '../../client/account-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { rescueNow } from './rescue-now.ts'

/** `path`: another screen is another try. */
type Props = { path: string; children: ReactNode }

export class ScreenGuard extends Component<Props, { brokenAt: string | null }> {
  override state = { brokenAt: null as string | null }

  static getDerivedStateFromError() {
    return { brokenAt: '' }
  }

  static getDerivedStateFromProps({ path }: Props, { brokenAt }: { brokenAt: string | null }) {
    if (brokenAt === null || brokenAt === path) return null
    return { brokenAt: brokenAt === '' ? path : null }
  }

  override render() {
    return this.state.brokenAt === null ? this.props.children : <BrokenScreen />
  }
}

function BrokenScreen() {
  const t = useTranslations('broken')
  const { account } = useDeviceAccount()
  const [failed, setFailed] = useState(false)
  return (
    <main role="alert" className="grid min-h-dvh place-items-center">
      <EmptyState
        title={t('title')}
        text={t(failed ? 'failed' : 'text')}
        action={
          <div className="flex flex-col gap-3">
            <Button tone="primary" size="large" onClick={() => location.reload()}>
              {t('reload')}
            </Button>
            <Button onClick={async () => setFailed(!(await rescueNow(account)))}>{t('rescue')}</Button>
          </div>
        }
      />
    </main>
  )
}
