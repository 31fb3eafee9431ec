'use client'
/** What is on this phone: what the server has not got yet, what is stored and how firmly, and whether all of it works. */
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { useInstallWay } from '../../client/install.ts'
import { useWaiting } from '../../client/uploads.ts'
import { loggedSets, workoutExercises } from '../../modules/workouts/model.ts'
import { fieldsOf } from '../../modules/workouts/ui/athlete/set-fields.ts'
import { useSetWords } from '../../modules/workouts/ui/athlete/use-set-words.ts'
import { useLive, useMaybePhone, useSyncStatus } from '../../sync/client/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { Tick } from '../../ui/tick.tsx'
import { address } from './addresses.ts'
import { DeviceCheck } from './device-check.tsx'
import { Page } from './page.tsx'
import { RescueButton } from './rescue-button.tsx'
import { useAthlete } from './use-athlete.ts'
import { type DeviceFacts, useDeviceFacts, type Waiting } from './use-device-facts.ts'
import { useSizeText } from './use-size-text.ts'

export function DeviceDataScreen() {
  const t = useTranslations('phoneData')
  const { keep, ...facts } = useDeviceFacts()
  return (
    <Page title={t('title')} back={address.you}>
      <Section title={t('waits.title')}>
        <NotOnServer waiting={facts.waiting} />
      </Section>
      <Section title={t('rescue.title')}>
        <p className="mb-3 text-ink-2">{t('rescue.text')}</p>
        <RescueButton />
      </Section>
      <Section title={t('offline')}>
        <DeviceCheck />
      </Section>
      <Section title={t('stored.title')}>
        <Stored facts={facts} keep={keep} />
      </Section>
    </Page>
  )
}

/** More than these are counted, of so many that are looked at. */
const NAMED = 5
const LOOKED_AT = 200

function NotOnServer({ waiting }: Pick<DeviceFacts, 'waiting'>) {
  const t = useTranslations('phoneData.waits')
  const { pending, unsaved, attention, paused } = useSyncStatus()
  const phone = useMaybePhone()
  const [isBusy, setBusy] = useState(false)
  const isGuest = paused === 'guest'
  const things = [...(waiting?.things ?? [])].map(([entity, n]) => {
    const known = t.has(`of.${entity}`)
    return { entity: known ? entity : 'other', n }
  })
  const counted = Map.groupBy(things, ({ entity }) => entity)
  const total = pending + unsaved
  const uploads = [...useWaiting().values()].filter(({ state }) => state !== 'removing').length
  return (
    <div>
      <div className="flex items-center gap-3 py-1">
        <Tick state={unsaved > 0 ? 'alert' : isGuest ? 'hollow' : total > 0 ? 'half' : 'full'} size={24} />
        <p role="status" className="num min-w-0 flex-1 font-medium">
          {isGuest ? t('guest') : total > 0 ? t('some', { n: total }) : t('none')}
        </p>
      </div>
      {unsaved > 0 && <p className="num mt-1 pl-9 text-bad">{t('unsaved', { n: unsaved })}</p>}
      {attention > 0 && <p className="num mt-1 pl-9 text-warn">{t('attention', { n: attention })}</p>}
      {waiting === null && <p className="mt-1 pl-9 text-ink-2">{t('unreadable')}</p>}
      {counted.size > 0 && (
        <ul aria-label={t('what')} className="num mt-2 flex flex-col gap-1 pl-9">
          {[...counted].map(([entity, parts]) => (
            <li key={entity}>{t(`of.${entity}`, { n: parts.reduce((sum, { n }) => sum + n, 0) })}</li>
          ))}
        </ul>
      )}
      {uploads > 0 && <p className="num mt-2 pl-9">{t('uploads', { n: uploads })}</p>}
      {waiting && !isGuest && <NamedSets waiting={waiting} />}
      {total > 0 && !isGuest && (
        <Button
          className="mt-3"
          busy={isBusy}
          onClick={async () => {
            setBusy(true)
            await phone?.sync()
            setBusy(false)
          }}
        >
          {t('send')}
        </Button>
      )}
    </div>
  )
}

/** The newest of the done sets that wait, by exercise and figures. */
function NamedSets({ waiting }: { waiting: Waiting }) {
  const t = useTranslations('phoneData.waits')
  const { habits, book } = useAthlete()
  const words = useSetWords(habits)
  const ids = waiting.sets
  const done = useLive(
    async (rows) => {
      const found = (await rows.getMany(loggedSets, ids.slice(0, LOOKED_AT))).filter(({ doneAt }) => doneAt !== null)
      const entries = await rows.getMany(
        workoutExercises,
        found.map(({ entryId }) => entryId),
      )
      const exerciseOf = new Map(entries.map(({ id, exerciseId }) => [id, exerciseId]))
      return found.map((set) => ({ set, exerciseId: exerciseOf.get(set.entryId) ?? '' }))
    },
    [ids],
  )
  if (!done || done.length === 0 || !book.ready) return null
  return (
    <ul aria-label={t('sets')} className="num mt-2 flex flex-col gap-1 pl-9 text-ink-2 text-sm">
      {done.slice(0, NAMED).map(({ set, exerciseId }) => {
        const exercise = book.get(exerciseId)
        const fields = fieldsOf({ measure: exercise.measure, loadMode: set.loadMode }, habits.effort)
        return <li key={set.id}>{t('set', { name: exercise.name, set: words.long(set, fields, exercise.measure) })}</li>
      })}
      {done.length > NAMED && <li>{t('more', { n: done.length - NAMED })}</li>}
    </ul>
  )
}

function Stored({ facts, keep }: { facts: DeviceFacts; keep: () => Promise<boolean> }) {
  const t = useTranslations('phoneData.stored')
  const size = useSizeText()
  const way = useInstallWay()
  const [, navigate] = useLocation()
  const [wasRefused, setRefused] = useState(false)
  const { counts, used, room, files, persistent } = facts
  const of = (name: string) => counts?.rows.get(name) ?? 0
  const rows = counts ? [...counts.rows.values()].reduce((sum, n) => sum + n, 0) : 0
  const rest = rows - of('workout') - of('logged_set')
  return (
    <div>
      {used !== null && (
        <p className="num font-medium">
          {room === null ? t('used', { size: size(used) }) : t('usedOf', { size: size(used), room: size(room) })}
        </p>
      )}
      {counts === null ? (
        <p className="mt-2 text-warn">{t('unreadable')}</p>
      ) : (
        <ul className="num mt-2 flex flex-col gap-1 text-ink-2">
          {counts && <li>{t('log', { workouts: of('workout'), sets: of('logged_set') })}</li>}
          {counts && counts.months > 0 && <li>{t('months', { n: counts.months })}</li>}
          {counts && rest > 0 && <li>{t('rest', { n: rest })}</li>}
          {files > 0 && <li>{t('files', { n: files })}</li>}
        </ul>
      )}
      <p className="mt-4 font-medium">
        {persistent === null ? t('kept.unknown') : persistent ? t('kept.yes') : t('kept.no')}
      </p>
      {persistent === false && (
        <>
          <p className="mt-1 text-ink-2 text-sm">{wasRefused ? t('kept.refused') : t('kept.why')}</p>
          <div className="mt-3 flex flex-wrap gap-2.5">
            <Button onClick={async () => setRefused(!(await keep()))}>{t('kept.ask')}</Button>
            {wasRefused && way !== 'installed' && way !== 'none' && (
              <Button onClick={() => navigate(address.install)}>{t('kept.install')}</Button>
            )}
          </div>
        </>
      )}
    </div>
  )
}
