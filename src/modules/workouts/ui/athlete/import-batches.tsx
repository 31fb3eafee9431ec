'use client'
/** Imports so far: each can be taken out again as a whole; one that was cut short goes on. */
import { useRef, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Button } from '../../../../ui/button.tsx'
import { showMoment } from '../../../../ui/show-day.ts'
import type { ImportBatch } from '../../model.ts'
import { TRACK_FORMATS } from '../../rules/cardio/track.ts'

const isOf = (formats: readonly string[], source: string) => formats.includes(source)

type Props = {
  batches: readonly ImportBatch[]
  onUndo: (batch: ImportBatch) => void
  /** False when the file is not kept here: then it is asked for. */
  onGoOn: (batch: ImportBatch, file?: File) => Promise<boolean>
}

export function ImportBatches({ batches, onUndo, onGoOn }: Props) {
  const t = useTranslations('import.batches')
  const locale = useLocale()
  const picker = useRef<HTMLInputElement>(null)
  const [asking, setAsking] = useState<ImportBatch | null>(null)
  return (
    <>
      <ul>
        {batches.map((batch) => (
          <li key={batch.id} className="border-line border-b py-3 last:border-b-0">
            <p className="break-words font-medium">{batch.fileName}</p>
            <p className="num text-ink-2 text-sm">
              {[
                t(`source.${batch.source}`),
                t(`state.${batch.state}`, { n: batch.total }),
                showMoment(batch.createdAt, locale),
              ].join(' · ')}
            </p>
            {batch.state !== 'removed' && (
              <div className="mt-2.5 flex flex-wrap gap-2">
                {/* What is missing of recorded files comes with the files again: they are known one by one. */}
                {batch.state === 'running' && !isOf(TRACK_FORMATS, batch.source) && (
                  <Button
                    tone="primary"
                    onClick={async () => {
                      if (await onGoOn(batch)) return
                      setAsking(batch)
                      picker.current?.click()
                    }}
                  >
                    {t('goOn')}
                  </Button>
                )}
                <Button onClick={() => onUndo(batch)}>{t('undo')}</Button>
              </div>
            )}
            {asking?.id === batch.id && (
              <p className="mt-2 text-ink-2 text-sm">{t('chooseAgain', { name: batch.fileName })}</p>
            )}
          </li>
        ))}
      </ul>
      <input
        ref={picker}
        type="file"
        accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
        className="sr-only"
        tabIndex={-1}
        aria-hidden
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (asking && file) void onGoOn(asking, file)
          event.target.value = ''
        }}
      />
    </>
  )
}
