'use client'
/** The athlete's own data: out of here as files, back in from one, and the way to leave for good. */
import { FileArchive, FileUp, Images, Server, Table2, UserX } from 'lucide-react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useDeviceAccount } from '../../client/account-provider.tsx'
import { createArchiveKeep, type KeptArchive } from '../../modules/workouts/ui/athlete/archive-keep.ts'
import type { ArchiveRun } from '../../modules/workouts/ui/athlete/archive-run.ts'
import type { Phone } from '../../sync/client/api.ts'
import { useMaybePhone } from '../../sync/client/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { showMoment } from '../../ui/show-day.ts'
import { AccountRow } from './account-row.tsx'
import { address } from './addresses.ts'
import { archiveRunOf } from './archive-run-of.ts'
import { ArchiveSteps } from './archive-steps.tsx'
import { type ExportState, ExportSteps, useExport } from './export-steps.tsx'
import { Page } from './page.tsx'
import { SharedLinks } from './shared-links.tsx'
import { useAthlete } from './use-athlete.ts'

export function DataScreen() {
  const t = useTranslations('data')
  const phone = useMaybePhone()
  const { book } = useAthlete()
  if (!phone || !book.ready) {
    return (
      <Page title={t('title')} back={address.you} ready={false}>
        {null}
      </Page>
    )
  }
  return <Data phone={phone} />
}

function Data({ phone }: { phone: Phone }) {
  const run = archiveRunOf(phone)
  const archive = useSyncExternalStore(run.subscribe, run.get, run.get)
  const [exporting, { begin, reset }] = useExport(phone)
  if (exporting.step !== 'idle') return <ExportSteps state={exporting} onClose={reset} onAgain={begin} />
  if (archive.step !== 'idle') return <ArchiveSteps run={run} state={archive} />
  return <Choose run={run} refusal={archive.refusal} begin={begin} />
}

type Props = {
  run: ArchiveRun
  refusal: Extract<ReturnType<ArchiveRun['get']>, { step: 'idle' }>['refusal']
  begin: (kind: ExportState['kind']) => void
}

function Choose({ run, refusal, begin }: Props) {
  const t = useTranslations('data')
  const isAccount = useDeviceAccount().identity?.kind === 'account'
  const picker = useRef<HTMLInputElement>(null)
  return (
    <Page title={t('title')} back={address.you}>
      <Section title={t('out.title')}>
        <ListRow
          lead={<FileArchive size={20} aria-hidden />}
          title={t('out.log')}
          detail={t('out.logDetail')}
          onClick={() => begin('log')}
        />
        <ListRow
          lead={<Table2 size={20} aria-hidden />}
          title={t('out.sets')}
          detail={t('out.setsDetail')}
          onClick={() => begin('sets')}
        />
        <ListRow
          lead={<Images size={20} aria-hidden />}
          title={t('out.files')}
          detail={t('out.filesDetail')}
          onClick={() => begin('files')}
        />
        {isAccount && (
          <ListRow
            lead={<Server size={20} aria-hidden />}
            title={t('out.account')}
            detail={t('out.accountDetail')}
            onClick={() => begin('account')}
          />
        )}
      </Section>
      <SharedLinks />
      <Section title={t('in.section')}>
        {refusal && (
          <div className="mb-2">
            <Notice tone="bad" urgent>
              {t(`in.refused.${refusal.why}`, { name: refusal.fileName })}
            </Notice>
          </div>
        )}
        <ListRow
          lead={<FileUp size={20} aria-hidden />}
          title={t('in.choose')}
          detail={t('in.chooseDetail')}
          onClick={() => picker.current?.click()}
        />
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          tabIndex={-1}
          aria-hidden
          className="sr-only"
          onChange={(event) => {
            const [file] = event.target.files ?? []
            if (file) void run.choose(file)
            event.target.value = ''
          }}
        />
        <BroughtBefore run={run} />
      </Section>
      {isAccount && (
        <Section title={t('leave.title')}>
          <AccountRow
            lead={<UserX size={20} aria-hidden />}
            title={t('leave.delete')}
            detail={t('leave.deleteDetail')}
            href="/account#delete"
            tone="danger"
          />
        </Section>
      )}
    </Page>
  )
}

/** Archives that this phone brought in: each can be taken out again as a whole. */
function BroughtBefore({ run }: { run: ArchiveRun }) {
  const t = useTranslations('data.in')
  const locale = useLocale()
  const phone = useMaybePhone()
  const [kept, setKept] = useState<KeptArchive[]>([])
  const read = () => {
    if (phone)
      createArchiveKeep(phone.space)
        .all()
        .then(setKept, () => {})
  }
  useEffect(read, [phone])
  if (kept.length === 0) return null
  return (
    <ul aria-label={t('before')} className="mt-2">
      {kept.map((one) => (
        <li key={one.id} className="border-line border-b py-3 last:border-b-0">
          <p className="break-words font-medium">{one.fileName}</p>
          <p className="num text-ink-2 text-sm">
            {[t(`state.${one.state}`, { n: one.rows.length }), showMoment(one.at, locale)].join(' · ')}
          </p>
          <Button
            className="mt-2.5"
            onClick={async () => {
              await (one.state === 'in' ? run.takeOut(one) : run.putBack(one))
              read()
            }}
          >
            {one.state === 'in' ? t('takeOut') : t('putBack')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
