'use client'
/** Bringing history in: a file, its questions, a look at what comes, then the workouts; and the way back. */
import { FileUp } from 'lucide-react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { useDeviceAccount } from '../../client/account-provider.tsx'
import type { Exercise } from '../../modules/exercises/model.ts'
import { importBatches } from '../../modules/workouts/model.ts'
import { isTrackFile } from '../../modules/workouts/rules/cardio/track-file.ts'
import type { Said } from '../../modules/workouts/rules/import/problems.ts'
import { ImportBatches } from '../../modules/workouts/ui/athlete/import-batches.tsx'
import { createImportKeep } from '../../modules/workouts/ui/athlete/import-keep.ts'
import { createImportRun, type ImportRun } from '../../modules/workouts/ui/athlete/import-run.ts'
import { openImportWorker } from '../../modules/workouts/ui/athlete/open-import-worker.ts'
import { useProblemWords } from '../../modules/workouts/ui/athlete/use-problem-words.ts'
import type { Phone } from '../../sync/client/api.ts'
import { useLive, useMaybePhone } from '../../sync/client/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { address } from './addresses.ts'
import { archiveRunOf } from './archive-run-of.ts'
import { Done, Importing, Review, Stopped, Working } from './import-steps.tsx'
import { Page } from './page.tsx'
import { trackRunOf } from './track-run-of.ts'
import { type Athlete, deviceZone, useAthlete } from './use-athlete.ts'
import { useUndoImport } from './use-undo-import.ts'

/** One a log: an import goes on while other screens are open. */
let running: { of: Phone; isGuest: boolean; run: ImportRun; exercises: readonly Exercise[] } | null = null

function runOf(phone: Phone, isGuest: boolean): ImportRun {
  if (running?.of === phone) return running.run
  if (running?.isGuest && !isGuest) {
    // The account that came has claimed what the guest wrote: the import is its own from here on.
    running.run.moveTo({ phone, keep: createImportKeep(phone.space) })
    running = { ...running, of: phone, isGuest }
    return running.run
  }
  const run = createImportRun({
    phone,
    keep: createImportKeep(phone.space),
    exercises: () => running?.exercises ?? [],
    zone: deviceZone(),
    openWorker: openImportWorker,
    now: () => Date.now(),
  })
  running = { of: phone, isGuest, run, exercises: [] }
  return run
}

export function ImportScreen() {
  const athlete = useAthlete()
  const phone = useMaybePhone()
  const t = useTranslations('import')
  const isGuest = useDeviceAccount().identity?.kind === 'guest'
  const [run, setRun] = useState<ImportRun | null>(null)
  useEffect(() => setRun(phone && runOf(phone, isGuest)), [phone, isGuest])
  useEffect(() => {
    if (run && running) running.exercises = athlete.book.all
  }, [athlete.book, run])
  if (!run || !athlete.book.ready) {
    return (
      <Page title={t('title')} back={address.you} ready={false}>
        {null}
      </Page>
    )
  }
  return <Steps run={run} athlete={athlete} />
}

function Steps({ run, athlete }: { run: ImportRun; athlete: Athlete }) {
  const state = useSyncExternalStore(run.subscribe, run.get, run.get)
  switch (state.step) {
    case 'idle':
      return <Choose run={run} refusal={state.refusal} />
    case 'reading':
      return <Working title={state.fileName} share={state.share} kind="reading" />
    case 'review':
      return <Review run={run} state={state} athlete={athlete} />
    case 'importing':
      return <Importing state={state} />
    case 'stopped':
      return <Stopped run={run} state={state} />
    case 'done':
      return <Done run={run} state={state} />
  }
}

const ACCEPT =
  '.json,application/json,.csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values,.gpx,.tcx,.fit,.kml,.kmz,.gz,text/xml,application/xml,application/gpx+xml,application/vnd.garmin.tcx+xml,application/octet-stream,application/gzip'

/** Spotter's own file: whole logs come in where they go out. */
const isArchive = ({ name, type }: File) => /\.json$/i.test(name) || type === 'application/json'

function Choose({ run, refusal }: { run: ImportRun; refusal: Said | null }) {
  const t = useTranslations('import')
  const say = useProblemWords()
  const picker = useRef<HTMLInputElement>(null)
  const undo = useUndoImport()
  const phone = useMaybePhone()
  const [, navigate] = useLocation()
  const batches = useLive((rows) => rows.all(importBatches), [])
  const newest = batches?.toSorted((a, b) => b.createdAt - a.createdAt)
  return (
    <Page
      title={t('title')}
      back={address.you}
      dock={
        <Button
          tone="primary"
          size="large"
          wide
          icon={<FileUp size={20} aria-hidden />}
          onClick={() => picker.current?.click()}
        >
          {t('choose')}
        </Button>
      }
    >
      <input
        ref={picker}
        type="file"
        multiple
        accept={ACCEPT}
        aria-label={t('choose')}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          const tracks = files.filter(({ name }) => isTrackFile(name))
          const [file] = files
          if (phone && tracks.length > 0) {
            void trackRunOf(phone).choose(tracks)
            navigate(address.cardio)
          } else if (file && phone && isArchive(file)) {
            void archiveRunOf(phone).choose(file)
            navigate(address.data)
          } else if (file) run.choose(file)
          event.target.value = ''
        }}
      />
      {refusal && (
        <div className="mt-2">
          <Notice tone="bad" urgent>
            {say(refusal)}
          </Notice>
        </div>
      )}
      <p className="pt-3 text-[1rem] text-ink-2 leading-relaxed">{t('intro')}</p>
      <Section title={t('how.title')}>
        <ol className="flex list-decimal flex-col gap-2 pl-5 text-ink-2">
          <li>{t('how.spotter')}</li>
          <li>{t('how.strong')}</li>
          <li>{t('how.hevy')}</li>
          <li>{t('how.apps')}</li>
          <li>{t('how.other')}</li>
          <li>{t('how.tracks')}</li>
        </ol>
      </Section>
      {newest && newest.length > 0 && (
        <Section title={t('before')}>
          <ImportBatches batches={newest} onUndo={(batch) => void undo(batch)} onGoOn={run.goOn} />
        </Section>
      )}
    </Page>
  )
}
