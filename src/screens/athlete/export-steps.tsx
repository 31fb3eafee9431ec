'use client'
/** A file on its way out: gathered with progress, looked at, saved by a tap of its own. */
import { Download } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useUploads } from '../../client/uploads.ts'
import type { LossKey } from '../../modules/workouts/rules/export/losses.ts'
import type { Phone } from '../../sync/client/api.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { address } from './addresses.ts'
import { filesZip } from './export-files.ts'
import { accountFile, archiveFile, fileName, gatherHere } from './export-log.ts'
import { setsFile } from './export-sets.ts'
import { Page } from './page.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { saveFile } from './save-file.ts'
import { followUploads } from './uploads.ts'
import { useAthlete } from './use-athlete.ts'
import { useSizeText } from './use-size-text.ts'

type Kind = 'log' | 'sets' | 'files' | 'account'
type Ready = {
  step: 'ready'
  kind: Kind
  name: string
  file: Blob
  /** What is not in it. */
  missing: { months: number; files: number }
  losses: { key: LossKey; n: number }[]
  /** Sets, or files, that are. */
  held: number
}
export type ExportState =
  | { step: 'idle'; kind: Kind }
  | { step: 'working'; kind: Kind; share: number; part: 'gather' | 'write' }
  | { step: 'failed'; kind: Kind }
  | Ready

const IDLE: ExportState = { step: 'idle', kind: 'log' }

export function useExport(phone: Phone) {
  const athlete = useAthlete()
  const uploads = useUploads()
  // Opened by its address, the page asks for files before their queue has begun.
  useEffect(followUploads, [])
  const [state, setState] = useState<ExportState>(IDLE)
  const turn = useRef(0)

  async function make(kind: Kind, share: (part: 'gather' | 'write') => (share: number) => void): Promise<Ready> {
    const { today } = athlete
    const ready: Omit<Ready, 'name' | 'file'> = {
      step: 'ready',
      kind,
      losses: [],
      missing: { months: 0, files: 0 },
      held: 0,
    }
    if (kind === 'account') return { ...ready, name: fileName(kind, today, 'json'), file: await accountFile() }
    if (kind === 'files') {
      if (!uploads) throw new Error('The queue of files has not begun.')
      const mine = turn.current
      const isWanted = () => mine === turn.current
      const log = await gatherHere(phone)
      const zip = await filesZip(log, uploads, { onShare: share('gather'), isWanted })
      const missing = { months: log.missing.length, files: zip.missing }
      const isPart = missing.months + missing.files > 0
      return { ...ready, ...zip, missing, name: fileName(kind, today, 'zip', isPart) }
    }
    const whole = await gatherHere(phone, share('gather'))
    const missing = { months: whole.missing.length, files: 0 }
    if (kind === 'log') {
      const file = await archiveFile(phone, whole, share('write'))
      return { ...ready, name: fileName(kind, today, 'json', missing.months > 0), file, missing }
    }
    const { file, losses, sets } = await setsFile(whole, athlete, share('write'))
    return { ...ready, name: fileName(kind, today, 'csv', missing.months > 0), file, losses, held: sets, missing }
  }

  async function begin(kind: Kind): Promise<void> {
    const mine = ++turn.current
    const show = (next: ExportState) => {
      if (mine === turn.current) setState(next)
    }
    show({ step: 'working', kind, share: 0, part: 'gather' })
    try {
      show(await make(kind, (part) => (share) => show({ step: 'working', kind, share, part })))
    } catch {
      show({ step: 'failed', kind })
    }
  }

  function reset(): void {
    turn.current++
    setState(IDLE)
  }

  return [state, { begin: (kind: Kind) => void begin(kind), reset }] as const
}

/** Files come from wherever they are, a log from here. */
const partOf = ({ kind, part }: Extract<ExportState, { step: 'working' }>) => (kind === 'files' ? 'fetch' : part)

type Props = { state: ExportState; onClose: () => void; onAgain: (kind: Kind) => void }

export function ExportSteps({ state, onClose, onAgain }: Props) {
  const t = useTranslations('data.export')
  const title = t(`title.${state.kind}`)
  if (state.step === 'working') {
    return (
      <Page title={title} back={address.data}>
        <div className="pt-16">
          <p role="status" className="mb-4 font-bold text-lg tracking-tight">
            {t(`working.${partOf(state)}`)}
          </p>
          <ProgressBar share={state.share} label={t(`working.${partOf(state)}`)} />
          <Button className="mt-6" onClick={onClose}>
            {t('stop')}
          </Button>
        </div>
      </Page>
    )
  }
  if (state.step === 'failed') {
    return (
      <Page title={title} back={address.data}>
        <div className="pt-4">
          <Notice
            tone="bad"
            urgent
            actions={
              <>
                <Button onClick={() => onAgain(state.kind)}>{t('again')}</Button>
                <Button onClick={onClose}>{t('close')}</Button>
              </>
            }
          >
            {t(`failed.${state.kind === 'account' ? 'account' : 'log'}`)}
          </Notice>
        </div>
      </Page>
    )
  }
  if (state.step === 'idle') return null
  return <ReadyToSave state={state} title={title} onClose={onClose} onAgain={onAgain} />
}

function ReadyToSave({ state, title, onClose, onAgain }: { state: Ready; title: string } & Omit<Props, 'state'>) {
  const t = useTranslations('data.export')
  const size = useSizeText()
  const { kind, name, file, missing, losses, held } = state
  const { loadUnit: load, distanceUnit: distance } = useAthlete().profile
  return (
    <Page
      title={title}
      back={address.data}
      dock={
        <div className="flex flex-wrap gap-2.5">
          <Button size="large" className="bg-bg" onClick={onClose}>
            {t('close')}
          </Button>
          <Button
            tone="primary"
            size="large"
            className="flex-[1_1_50%]"
            icon={<Download size={20} aria-hidden />}
            onClick={() => void saveFile(name, file, file.type)}
          >
            {t('save')}
          </Button>
        </div>
      }
    >
      <p role="status" className="break-words pt-4 font-semibold">
        {name}
      </p>
      <p className="num mt-0.5 text-ink-2 text-sm">{t('size', { size: size(file.size) })}</p>
      {missing.months + missing.files > 0 && (
        <div className="mt-4">
          <Notice tone="warn" actions={<Button onClick={() => onAgain(kind)}>{t('again')}</Button>}>
            {missing.files > 0 && <p className="font-semibold">{t('partFiles', { n: missing.files })}</p>}
            {missing.months > 0 && <p className="font-semibold">{t('part', { n: missing.months })}</p>}
            <p className="mt-1 text-ink-2 text-sm">{t('partText')}</p>
          </Notice>
        </div>
      )}
      <p className="mt-4 text-ink-2 leading-relaxed">{t(`about.${kind}`, { n: held })}</p>
      {kind === 'sets' && (
        <Section title={t('lossTitle')}>
          <ul className="num flex list-disc flex-col gap-2 pl-5">
            {losses.map(({ key, n }) => (
              <li key={key}>{t(`loss.${key}`, { n, load, distance, typed: load === 'kg' ? 'lb' : 'kg' })}</li>
            ))}
            <li>{t('loss.always')}</li>
          </ul>
        </Section>
      )}
    </Page>
  )
}
