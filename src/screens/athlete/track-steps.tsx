'use client'
/** Recorded files after they were chosen: what comes in of each, what doesn't and why, and what each was. */
import type { ReactNode } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import type { PlannedTrack } from '../../modules/workouts/rules/cardio/plan.ts'
import { SPORTS, type Sport } from '../../modules/workouts/rules/cardio/track.ts'
import { MAX_TRACK_BYTES } from '../../modules/workouts/rules/cardio/track-file.ts'
import { clockText } from '../../modules/workouts/ui/athlete/clock-text.ts'
import type { TrackRun, TrackState } from '../../modules/workouts/ui/athlete/track-run.ts'
import { useCardioWords } from '../../modules/workouts/ui/athlete/use-cardio-words.ts'
import { dayOf } from '../../shared/local-day.ts'
import { Section } from '../../ui/section.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { showDay, showTime } from '../../ui/show-day.ts'
import { address } from './addresses.ts'
import { ImportDock } from './import-dock.tsx'
import { Page } from './page.tsx'
import type { Athlete } from './use-athlete.ts'

type StepOf<S extends TrackState['step']> = Extract<TrackState, { step: S }>

export function TrackReview({ run, state, athlete }: { run: TrackRun; state: StepOf<'review'>; athlete: Athlete }) {
  const t = useTranslations('cardio.files')
  const all = state.files.flatMap(({ planned }, at) => planned.map((one, i) => ({ one, key: `${at}/${i}` })))
  const coming = all.filter(({ one }) => one.kind === 'new')
  const here = all.filter(({ one }) => one.kind === 'duplicate')
  const refused = all.filter(({ one }) => one.kind === 'refused')
  const rows = (of: typeof all) =>
    of.map(({ one, key }) => <Row key={key} one={one} track={key} run={run} athlete={athlete} />)
  return (
    <Page
      title={t('title')}
      back={address.cardio}
      dock={
        <ImportDock
          other={t('others')}
          onOther={run.reset}
          label={coming.length === 0 ? t('nothing') : t('import', { n: coming.length })}
          busy={state.isPlanning}
          disabled={coming.length === 0}
          onStart={() => void run.start()}
        />
      }
    >
      {refused.length > 0 && (
        <Section title={t('refused', { n: refused.length })}>
          <ul>{rows(refused)}</ul>
        </Section>
      )}
      {coming.length > 0 && (
        <Section title={t('coming', { n: coming.length })}>
          <ul>{rows(coming)}</ul>
        </Section>
      )}
      {here.length > 0 && (
        <Section title={t('duplicates', { n: here.length })}>
          <ul>{rows(here)}</ul>
        </Section>
      )}
    </Page>
  )
}

type RowProps = { one: PlannedTrack; track: string; run: TrackRun; athlete: Athlete }

function Row({ one, track, run, athlete }: RowProps) {
  const t = useTranslations('cardio')
  const locale = useLocale()
  const words = useCardioWords(athlete.habits)
  const moment = (at: number, zone: string) =>
    `${showDay(dayOf(at, zone), 'year', locale)}, ${showTime(at, zone, locale)}`
  if (one.kind === 'refused') {
    const values = { name: one.fileName, most: Math.round(MAX_TRACK_BYTES / 1_048_576) }
    return (
      <Line>
        <p className="break-words">{t(`files.why.${one.why}`, values)}</p>
        {one.said && <WhatWas fileName={one.fileName} sport={one.said} onSay={(said) => run.say(track, said)} />}
      </Line>
    )
  }
  if (one.kind === 'duplicate') {
    return (
      <Line>
        <p className="break-words font-medium">{one.fileName}</p>
        <p className="num text-ink-2 text-sm">{t('files.isHere', { when: moment(one.startedAt, one.zone) })}</p>
      </Line>
    )
  }
  const { sport, title, zone, figures } = one.session
  const { distanceM, movingMs, startAt } = figures
  return (
    <Line>
      <p className="break-words font-medium">{title}</p>
      <p className="num text-ink-2 text-sm">{moment(startAt, zone)}</p>
      {zone !== athlete.zone && <p className="text-ink-2 text-sm">{t('files.elsewhere')}</p>}
      <p className="num mt-0.5">
        {[
          `${words.distance(distanceM, sport)}\u00a0${words.distanceUnit(sport)}`,
          clockText(movingMs),
          `${words.paceNumber(sport, distanceM, movingMs) ?? '–'}\u00a0${words.paceUnit(sport)}`,
        ].join(' · ')}
      </p>
      <WhatWas fileName={one.fileName} sport={sport} onSay={(said) => run.say(track, said)} />
    </Line>
  )
}

function WhatWas({ fileName, sport, onSay }: { fileName: string; sport: Sport; onSay: (sport: Sport) => void }) {
  const t = useTranslations('cardio')
  return (
    <div className="mt-2">
      <SelectField
        label={t('files.whatWas', { name: fileName })}
        options={SPORTS.map((value) => ({ value, label: t(`sport.${value}`) }))}
        value={sport}
        onChange={onSay}
      />
    </div>
  )
}

function Line({ children }: { children: ReactNode }) {
  return <li className="border-line border-b py-3 last:border-b-0">{children}</li>
}
