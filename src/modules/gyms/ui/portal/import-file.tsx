'use client'
/** Where the file comes in: dropped or chosen. What is none says why, and what would be. */
import { FileUp } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../../ui/button.tsx'
import { cx } from '../../../../ui/cx.ts'
import { Notice } from '../../../../ui/notice.tsx'
import type { Fault } from './use-member-import.ts'

type Props = { isReading: boolean; fault: Fault | null; onFile: (file: File) => void }

export function ImportFile({ isReading, fault, onFile }: Props) {
  const t = useTranslations('gym')
  const field = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const take = (files: FileList | null) => {
    const [file] = files ?? []
    if (file) onFile(file)
  }
  function onDrop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <section aria-label={t('import.file')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way beside the button in it */}
      <div
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
        className={cx(
          'grid justify-items-start gap-3 rounded-2 border border-dashed px-5 py-6',
          isOver ? 'border-(--accent-line) bg-accent-soft' : 'border-line-strong',
        )}
      >
        <p className="max-w-prose text-ink-2">{t('import.text')}</p>
        <input
          ref={field}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          aria-label={t('import.choose')}
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            take(event.target.files)
            event.target.value = ''
          }}
        />
        <Button
          size="compact"
          tone="primary"
          icon={<FileUp size={15} aria-hidden />}
          busy={isReading}
          onClick={() => field.current?.click()}
        >
          {isReading ? t('import.reading') : t('import.choose')}
        </Button>
        <p className="text-ink-3">{t('import.kinds')}</p>
      </div>
      {fault && (
        <div className="mt-3">
          <Notice tone="bad" urgent>
            {t(`import.fault.${fault}`)}
          </Notice>
        </div>
      )}
    </section>
  )
}
