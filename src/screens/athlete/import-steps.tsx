'use client'
/** The steps of an import after its file was chosen. */
import { type ComponentProps, type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import type { Role } from '../../modules/workouts/rules/import/headers.ts'
import { ImportColumns } from '../../modules/workouts/ui/athlete/import-columns.tsx'
import { ImportMatches } from '../../modules/workouts/ui/athlete/import-matches.tsx'
import { ImportPreview } from '../../modules/workouts/ui/athlete/import-preview.tsx'
import { ImportQuestions } from '../../modules/workouts/ui/athlete/import-questions.tsx'
import type { ImportRun } from '../../modules/workouts/ui/athlete/import-run.ts'
import type { ImportState } from '../../modules/workouts/ui/athlete/import-state.ts'
import { useProblemWords } from '../../modules/workouts/ui/athlete/use-problem-words.ts'
import { useSyncStatus } from '../../sync/client/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { address } from './addresses.ts'
import { ImportDock } from './import-dock.tsx'
import { Page } from './page.tsx'
import { ProgressBar } from './progress-bar.tsx'
import type { Athlete } from './use-athlete.ts'
import { useUndoImport } from './use-undo-import.ts'

type StepOf<S extends ImportState['step']> = Extract<ImportState, { step: S }>

export function Working({
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
        <ProgressBar share={share} label={t(`${kind}.title`, { name: title })} />
        {children}
      </div>
    </Page>
  )
}

export function Importing({ state }: { state: StepOf<'importing'> }) {
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

export function Review(props: { run: ImportRun; state: StepOf<'review'>; athlete: Athlete }) {
  const { run, state, athlete } = props
  const t = useTranslations('import')
  const say = useProblemWords()
  const { plan, read, answers, fileName } = state
  const questions = plan?.questions ?? read.questions
  const left = plan ? plan.open.length + plan.unsure.length : 0
  const isNothing = plan !== undefined && left === 0 && plan.counts.workouts === 0
  const zone = questions.filter(({ kind }) => kind === 'zone')
  const chosen = answers.exercises ?? {}
  const isColumnAsked = questions.some((question) => question.kind === 'column' && question.required)
  const wasUnknown = read.problems.find(({ kind }) => kind === 'unknown')
  const unknown = isColumnAsked ? wasUnknown : undefined
  // Of a file that nobody knows each column is shown anyway, to be told what it holds.
  const asked = questions.filter(
    ({ kind }) => kind !== 'zone' && !(kind === 'column' && read.source === 'csv' && wasUnknown),
  )
  const onAnswer = run.answer
  const label = !plan
    ? t('planning')
    : left > 0
      ? t('answerFirst', { n: left })
      : isNothing
        ? t('nothingNew')
        : t('import', { n: plan.counts.workouts })
  return (
    <Page
      title={t('title')}
      detail={fileName}
      back={address.you}
      ready={plan !== undefined || state.isWaiting}
      dock={
        <ImportDock
          other={t('other')}
          onOther={run.reset}
          label={label}
          busy={state.isPlanning}
          disabled={!plan || isNothing}
          onStart={() => {
            if (left === 0) void run.start()
            else document.querySelector('[data-asked]')?.scrollIntoView({ behavior: 'smooth', block: 'center' })
          }}
        />
      }
    >
      {state.isWaiting && <WaitsForHistory onGoOn={run.goOnWithout} />}
      {unknown && (
        <div className="mt-2 break-words">
          <Notice tone="warn">{say(unknown)}</Notice>
        </div>
      )}
      {state.rememberedOf !== null && (
        <div className="mt-2">
          <Notice tone="info">
            <p>{t('remembered', { name: state.rememberedOf })}</p>
            <p className="mt-1 text-ink-2 text-sm">{t('rememberedText')}</p>
          </Notice>
        </div>
      )}
      {asked.length > 0 && (
        <div data-asked={plan?.open.length ? true : undefined}>
          <Section title={t('questions')}>
            <ImportQuestions questions={asked} answers={answers} zone={athlete.zone} onAnswer={onAnswer} />
          </Section>
        </div>
      )}
      {plan && read.source === 'csv' && (
        <Columns
          needed={wasUnknown ? plan.open.flatMap((one) => (one.kind === 'column' ? [one.role] : [])) : []}
          columns={plan.columns}
          sampleRows={read.sampleRows}
          answers={answers}
          isAsked={isColumnAsked}
          onAnswer={onAnswer}
        />
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

/** Open where the headers say too little, and then for good: it must not close under the thumb with the last answer. */
function Columns({
  isAsked,
  needed,
  ...props
}: ComponentProps<typeof ImportColumns> & { isAsked: boolean; needed: readonly Role[] }) {
  const t = useTranslations('import.columns')
  const [isOpen, setOpen] = useState(isAsked)
  const used = props.columns.filter(({ role }) => role !== null).length
  return (
    <Section title={t('title')}>
      {needed.length > 0 && (
        <p role="status" data-asked className="mb-3 text-warn">
          {t('needed', { what: needed.map((role) => t(`role.${role}`)).join(', ') })}
        </p>
      )}
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)} className="border-line border-y">
        <summary className="num flex min-h-12 cursor-pointer items-center font-medium marker:content-none after:ml-auto after:text-ink-3 after:content-['+'] [details[open]>&]:after:content-['–']">
          {t('used', { n: used, total: props.columns.length })}
        </summary>
        <ImportColumns {...props} />
      </details>
    </Section>
  )
}

function WaitsForHistory({ onGoOn }: { onGoOn: () => void }) {
  const t = useTranslations('import.waits')
  const { here, dropped } = useSyncStatus()
  return (
    <div className="mt-2">
      <Notice tone="info" actions={<Button onClick={onGoOn}>{t('goOn')}</Button>}>
        <p className="num">{here === 'partly' ? t('partly', { n: dropped }) : t('coming')}</p>
        <p className="mt-1 text-ink-2 text-sm">{t('risk')}</p>
      </Notice>
    </div>
  )
}

type Way = Pick<ImportRun, 'reset'>

export function Stopped({ run, state }: { run: Way; state: Omit<StepOf<'stopped'>, 'fileName'> }) {
  const t = useTranslations('import')
  const say = useProblemWords()
  const { why } = state
  return (
    <Page title={t('title')} back={address.you}>
      <div className="pt-4">
        <Notice tone="bad" urgent actions={<Button onClick={run.reset}>{t('stopped.back')}</Button>}>
          <p className="font-semibold">{t('stopped.title', { n: state.done })}</p>
          <p className="mt-1 break-words text-sm">{typeof why === 'string' ? why : say(why)}</p>
          <p className="mt-1 text-ink-2 text-sm">{t('stopped.text')}</p>
        </Notice>
      </div>
    </Page>
  )
}

export function Done({ run, state }: { run: Way; state: StepOf<'done'> }) {
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
