'use client'
/** An archive on its way in: read, looked at, brought, and taken out again. */
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import type { ArchiveCount, ArchiveRun, ArchiveState } from '../../modules/workouts/ui/athlete/archive-run.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { Switch } from '../../ui/switch.tsx'
import { showToast } from '../../ui/toast.tsx'
import { address } from './addresses.ts'
import { Page } from './page.tsx'
import { ProgressBar } from './progress-bar.tsx'

type StepOf<S extends ArchiveState['step']> = Extract<ArchiveState, { step: S }>

export function ArchiveSteps({ run, state }: { run: ArchiveRun; state: Exclude<ArchiveState, { step: 'idle' }> }) {
  switch (state.step) {
    case 'reading':
      return <Working name={state.fileName} kind="reading" share={state.share} />
    case 'bringing':
      return <Working name={state.fileName} kind="bringing" share={state.total > 0 ? state.done / state.total : 1} />
    case 'review':
      return <Review run={run} state={state} />
    case 'stopped':
      return <Stopped run={run} state={state} />
    case 'done':
      return <Done run={run} state={state} />
  }
}

function Working({ name, kind, share }: { name: string; kind: 'reading' | 'bringing'; share: number }) {
  const t = useTranslations('data.in')
  return (
    <Page title={t('title')} back={address.data}>
      <div className="pt-16">
        <p role="status" className="mb-1 break-words font-bold text-lg tracking-tight">
          {t(`${kind}.title`, { name })}
        </p>
        <p className="mb-4 text-ink-2">{t(`${kind}.text`)}</p>
        <ProgressBar share={share} label={t(`${kind}.title`, { name })} />
      </div>
    </Page>
  )
}

const sum = (counts: readonly ArchiveCount[], of: 'fresh' | 'here' | 'deleted') =>
  counts.reduce((all, count) => all + count[of], 0)

function Review({ run, state }: { run: ArchiveRun; state: StepOf<'review'> }) {
  const t = useTranslations('data.in')
  const { fileName, counts, bad, missing, hasSettings, takeSettings, revive } = state
  const [fresh, here, deleted] = [sum(counts, 'fresh'), sum(counts, 'here'), sum(counts, 'deleted')]
  const comes = fresh + (revive ? deleted : 0)
  const isNothing = comes === 0 && !takeSettings
  return (
    <Page
      title={t('title')}
      detail={fileName}
      back={address.data}
      dock={
        <div className="flex flex-wrap gap-2.5">
          <Button size="large" className="whitespace-nowrap bg-bg" onClick={run.reset}>
            {t('cancel')}
          </Button>
          <Button
            tone="primary"
            size="large"
            className="flex-[1_1_50%]"
            disabled={isNothing}
            onClick={() => void run.start()}
          >
            {isNothing ? t('nothingNew') : t('bring')}
          </Button>
        </div>
      }
    >
      <Section title={t('fresh')}>
        {fresh === 0 && <p className="text-ink-2">{t('freshNone')}</p>}
        <ul className="num flex flex-col gap-1">
          {counts
            .filter((count) => count.fresh > 0)
            .map((count) => (
              <li key={count.of} className="font-medium">
                <Counted of={count.of} n={count.fresh} />
              </li>
            ))}
        </ul>
        {here > 0 && <p className="num mt-3 text-ink-2">{t('here', { n: here })}</p>}
      </Section>
      {bad.length > 0 && (
        <div className="mt-4">
          <Notice tone="warn">
            <p className="font-semibold">{t('bad', { n: bad.length })}</p>
            <ul className="mt-1 text-ink-2 text-sm">
              {bad.slice(0, 20).map(({ of, place, field }) => (
                <li key={`${of} ${place}`}>{t('badLine', { of, place, field })}</li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      {missing.length > 0 && (
        <div className="mt-4">
          <Notice tone="warn">{t('missing', { n: missing.length })}</Notice>
        </div>
      )}
      {(deleted > 0 || hasSettings) && (
        <Section title={t('choices')}>
          {deleted > 0 && (
            <Switch
              label={t('revive', { n: deleted })}
              detail={t('reviveDetail')}
              checked={revive}
              onChange={(is) => run.decide({ revive: is })}
            />
          )}
          {hasSettings && (
            <Switch
              label={t('settings')}
              detail={t('settingsDetail')}
              checked={takeSettings}
              onChange={(is) => run.decide({ takeSettings: is })}
            />
          )}
        </Section>
      )}
    </Page>
  )
}

/** What a collection holds, by its name where the catalogue has one. */
function Counted({ of, n }: { of: string; n: number }) {
  const t = useTranslations('data.in.of')
  return t.has(of) ? t(of, { n }) : t('other', { n })
}

function Stopped({ run, state }: { run: ArchiveRun; state: StepOf<'stopped'> }) {
  const t = useTranslations('data.in')
  return (
    <Page title={t('title')} back={address.data}>
      <div className="pt-4">
        <Notice tone="bad" urgent actions={<Button onClick={run.reset}>{t('close')}</Button>}>
          <p className="font-semibold">{t('stopped', { name: state.fileName })}</p>
          <p className="mt-1 break-words text-sm">{state.why}</p>
          <p className="mt-1 text-ink-2 text-sm">{t('stoppedText')}</p>
        </Notice>
      </div>
    </Page>
  )
}

function Done({ run, state }: { run: ArchiveRun; state: StepOf<'done'> }) {
  const t = useTranslations('data.in')
  const c = useTranslations('common')
  const [, navigate] = useLocation()
  const { kept, counts, revived } = state
  async function takeOut() {
    await run.takeOut(kept)
    run.reset()
    const action = { label: c('undo'), run: () => void run.putBack(kept) }
    showToast({ text: t('takenOut', { name: kept.fileName }), action })
  }
  return (
    <Page
      title={t('title')}
      back={address.data}
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
          {t('look')}
        </Button>
      }
    >
      <div className="pt-16 text-center">
        <p role="status" className="font-bold text-2xl tracking-tight">
          {t('done')}
        </p>
        <ul className="num mt-3 flex flex-col gap-1 text-ink-2">
          {counts.map(({ of, fresh, deleted }) => {
            const n = fresh + (revived ? deleted : 0)
            return (
              n > 0 && (
                <li key={of}>
                  <Counted of={of} n={n} />
                </li>
              )
            )
          })}
        </ul>
        <div className="mt-8">
          <Button onClick={() => void takeOut()}>{t('takeOut')}</Button>
        </div>
      </div>
    </Page>
  )
}
