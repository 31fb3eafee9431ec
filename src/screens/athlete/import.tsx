'use client'
/** Bringing history in: a file, its questions, a look at what comes, then the workouts; and the way back. */
import { FileUp } from 'lucide-react'
import { type ReactNode, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import type { Exercise } from '../../modules/exercises/model.ts'
import { type ImportBatch, importBatches, workouts } from '../../modules/workouts/model.ts'
import { removeBatch, restoreBatch } from '../../modules/workouts/mutators/import.ts'
import { ImportBatches } from '../../modules/workouts/ui/athlete/import-batches.tsx'
import { createImportKeep } from '../../modules/workouts/ui/athlete/import-keep.ts'
import { ImportMatches } from '../../modules/workouts/ui/athlete/import-matches.tsx'
import { ImportPreview } from '../../modules/workouts/ui/athlete/import-preview.tsx'
import { ImportQuestions } from '../../modules/workouts/ui/athlete/import-questions.tsx'
import { createImportRun, type ImportRun, type ImportState } from '../../modules/workouts/ui/athlete/import-run.ts'
import { openImportWorker } from '../../modules/workouts/ui/athlete/open-import-worker.ts'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import type { Phone } from '../../sync/client/api.ts'
import { useLive, useMaybePhone } from '../../sync/client/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { showToast } from '../../ui/toast.tsx'
import { address } from './addresses.ts'
import { Page } from './page.tsx'
import { type Athlete, deviceZone, useAthlete } from './use-athlete.ts'

/** One a log: an import goes on while other screens are open. */
let running: { of: Phone; run: ImportRun; exercises: readonly Exercise[] } | null = null

function runOf(phone: Phone): ImportRun {
  if (running?.of === phone) return running.run
  const run = createImportRun({
    phone,
    keep: createImportKeep(phone.space),
    exercises: () => running?.exercises ?? [],
    zone: deviceZone(),
    openWorker: openImportWorker,
    now: () => Date.now(),
  })
  running = { of: phone, run, exercises: [] }
  return run
}

export function ImportScreen() {
  const athlete = useAthlete()
  const phone = useMaybePhone()
  const t = useTranslations('import')
  const run = useMemo(() => phone && runOf(phone), [phone])
  useEffect(() => {
    if (running) running.exercises = athlete.book.all
  }, [athlete.book])
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

function useUndoImport() {
  const t = useTranslations('import')
  const c = useTranslations('common')
  const mutate = useMutate()
  const phone = useMaybePhone()
  return async ({ id, fileName }: Pick<ImportBatch, 'id' | 'fileName'>) => {
    const own = (await phone?.read((rows) => rows.find(workouts, 'batchId', id))) ?? []
    await mutate(removeBatch, { id })
    const ids = own.map((workout) => workout.id)
    showToast({
      text: t('undone', { n: ids.length, name: fileName }),
      action: {
        label: c('undo'),
        run: () => {
          for (let i = 0; i === 0 || i < ids.length; i += 2000) {
            void mutate(restoreBatch, { id, workoutIds: ids.slice(i, i + 2000) })
          }
        },
      },
    })
  }
}

const ACCEPT = '.csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values'

function Choose({ run, refusal }: { run: ImportRun; refusal: string | null }) {
  const t = useTranslations('import')
  const picker = useRef<HTMLInputElement>(null)
  const undo = useUndoImport()
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
        accept={ACCEPT}
        aria-label={t('choose')}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) run.choose(file)
          event.target.value = ''
        }}
      />
      {refusal && (
        <div className="mt-2">
          <Notice tone="bad" urgent>
            {refusal}
          </Notice>
        </div>
      )}
      <p className="pt-3 text-[1rem] text-ink-2 leading-relaxed">{t('intro')}</p>
      <Section title={t('how.title')}>
        <ol className="flex list-decimal flex-col gap-2 pl-5 text-ink-2">
          <li>{t('how.strong')}</li>
          <li>{t('how.hevy')}</li>
          <li>{t('how.other')}</li>
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

function Bar({ share, label }: { share: number; label: string }) {
  const percent = Math.round(Math.min(1, share) * 100)
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      className="h-2.5 overflow-hidden rounded-full bg-raised shadow-row"
    >
      <div className="h-full rounded-full bg-accent transition-[width]" style={{ width: `${percent}%` }} />
    </div>
  )
}

function Working({
  title,
  share,
  kind,
  children,
}: {
  title: string
  share: number
  kind: 'reading' | 'importing'
  children?: ReactNode
}) {
  const t = useTranslations('import')
  return (
    <Page title={t('title')} back={address.you}>
      <div className="pt-16">
        <p className="mb-1 break-words font-bold text-lg tracking-tight">{t(`${kind}.title`, { name: title })}</p>
        <p className="mb-4 text-ink-2">{t(`${kind}.text`)}</p>
        <Bar share={share} label={t(`${kind}.title`, { name: title })} />
        {children}
      </div>
    </Page>
  )
}

function Importing({ state }: { state: Extract<ImportState, { step: 'importing' }> }) {
  const t = useTranslations('import')
  const { fileName, done, total } = state
  return (
    <Working title={fileName} share={total > 0 ? done / total : 1} kind="importing">
      <p role="status" className="num mt-3 font-semibold text-xl">
        {t('importing.count', { done, total })}
      </p>
    </Working>
  )
}

function Review(props: { run: ImportRun; state: Extract<ImportState, { step: 'review' }>; athlete: Athlete }) {
  const { run, state, athlete } = props
  const t = useTranslations('import')
  const { plan, read, answers, fileName } = state
  const questions = plan?.questions ?? read.questions
  const asked = questions.filter(({ kind }) => kind !== 'zone')
  const zone = questions.filter(({ kind }) => kind === 'zone')
  const left = plan ? plan.open.length + plan.unsure.length : 0
  const chosen = answers.exercises ?? {}
  const onAnswer = run.answer
  const label = !plan
    ? t('planning')
    : left > 0
      ? t('answerFirst', { n: left })
      : plan.counts.workouts === 0
        ? t('nothingNew')
        : t('import', { n: plan.counts.workouts })
  return (
    <Page
      title={t('title')}
      detail={fileName}
      back={address.you}
      ready={plan !== undefined}
      dock={
        <div className="grid grid-cols-[1fr_2fr] gap-2.5">
          <Button size="large" className="bg-bg" onClick={run.reset}>
            {t('other')}
          </Button>
          <Button
            tone="primary"
            size="large"
            aria-busy={state.isPlanning}
            disabled={!plan || (left === 0 && plan.counts.workouts === 0)}
            onClick={() => {
              if (left === 0) void run.start()
              else document.querySelector('[data-asked]')?.scrollIntoView({ behavior: 'smooth', block: 'center' })
            }}
          >
            {label}
          </Button>
        </div>
      }
    >
      {asked.length > 0 && (
        <div data-asked={plan?.open.length ? true : undefined}>
          <Section title={t('questions')}>
            <ImportQuestions questions={asked} answers={answers} zone={athlete.zone} onAnswer={onAnswer} />
          </Section>
        </div>
      )}
      {plan && (plan.unsure.length > 0 || Object.keys(chosen).length > 0) && (
        <div data-asked={plan.unsure.length > 0 ? true : undefined}>
          <Section
            title={t('match.title')}
            aside={
              plan.unsure.length > 0 ? (
                <span className="text-ink-2">{t('match.aside', { n: plan.unsure.length })}</span>
              ) : undefined
            }
          >
            <ImportMatches
              unsure={plan.unsure}
              chosen={chosen}
              book={athlete.book}
              onChoose={(exercises) => onAnswer({ exercises })}
            />
          </Section>
        </div>
      )}
      {plan && (
        <Section title={t('preview.title')}>
          <ImportPreview plan={plan} book={athlete.book} zone={answers.zone ?? athlete.zone} />
        </Section>
      )}
      {zone.length > 0 && (
        <div className="mt-6">
          <ImportQuestions questions={zone} answers={answers} zone={athlete.zone} onAnswer={onAnswer} />
        </div>
      )}
    </Page>
  )
}

function Stopped({ run, state }: { run: ImportRun; state: Extract<ImportState, { step: 'stopped' }> }) {
  const t = useTranslations('import')
  return (
    <Page title={t('title')} back={address.you}>
      <div className="pt-4">
        <Notice tone="bad" urgent actions={<Button onClick={run.reset}>{t('stopped.back')}</Button>}>
          <p className="font-semibold">{t('stopped.title', { n: state.done })}</p>
          <p className="mt-1 break-words text-sm">{state.message}</p>
          <p className="mt-1 text-ink-2 text-sm">{t('stopped.text')}</p>
        </Notice>
      </div>
    </Page>
  )
}

function Done({ run, state }: { run: ImportRun; state: Extract<ImportState, { step: 'done' }> }) {
  const t = useTranslations('import')
  const [, navigate] = useLocation()
  const undo = useUndoImport()
  return (
    <Page
      title={t('title')}
      back={address.you}
      dock={
        <Button
          tone="primary"
          size="large"
          wide
          onClick={() => {
            run.reset()
            navigate(address.history)
          }}
        >
          {t('done.look')}
        </Button>
      }
    >
      <div className="pt-16 text-center">
        <p className="num font-bold text-2xl tracking-tight">{t('done.title', { n: state.workouts })}</p>
        <p className="num mx-auto mt-2 max-w-80 text-ink-2">
          {t('done.text', { n: state.sets, name: state.fileName })}
        </p>
        <div className="mt-8">
          <Button
            onClick={() => {
              run.reset()
              void undo({ id: state.batchId, fileName: state.fileName })
            }}
          >
            {t('done.undo')}
          </Button>
        </div>
      </div>
    </Page>
  )
}
