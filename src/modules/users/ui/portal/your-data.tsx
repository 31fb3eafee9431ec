'use client'
/** What the server holds about a person, as a file; the log itself is saved where it is, in the athlete's app. */
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../../client/trpc.ts'
import { Button } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { downloadText } from '../../../../ui/portal-csv.ts'

export function YourData() {
  const t = useTranslations('account.data')
  const utils = trpc.useUtils()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  async function save() {
    setBusy(true)
    setProblem(null)
    try {
      const held = await utils.privacy.export.fetch(undefined, { staleTime: 0 })
      const day = new Date().toISOString().slice(0, 10)
      downloadText(`spotter-account-${day}.json`, `${JSON.stringify(held, null, 2)}\n`, 'application/json')
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
    setBusy(false)
  }

  return (
    <div className="grid gap-3 text-sm">
      <p className="text-ink-2">{t('text')}</p>
      {problem && (
        <Notice tone="bad" urgent>
          {problem}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button size="compact" busy={isBusy} onClick={() => void save()}>
          {t('save')}
        </Button>
        <a
          href="/train/you/data"
          className="inline-flex min-h-8 items-center font-semibold text-accent-text underline underline-offset-2 pointer-coarse:min-h-12"
        >
          {t('log')}
        </a>
      </div>
    </div>
  )
}
