'use client'
/** What the file doesn't say, asked with a guess to start from; nothing is answered in silence. */
import { startTransition, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { SelectField } from '../../../../ui/select-field.tsx'
import type { Role } from '../../rules/import/headers.ts'
import type { ImportAnswers, Question } from '../../rules/import/shapes.ts'
import { Options } from './import-options.tsx'

type Props = {
  questions: readonly Question[]
  answers: ImportAnswers
  /** The device's zone. */
  zone: string
  onAnswer: (answers: Partial<ImportAnswers>) => void
}

export function ImportQuestions({ questions, answers, zone, onAnswer }: Props) {
  return (
    <div className="flex flex-col gap-6">
      {questions.map((question) => (
        <QuestionCard
          key={question.kind === 'column' ? question.role : question.kind}
          question={question}
          answers={answers}
          zone={zone}
          onAnswer={onAnswer}
        />
      ))}
    </div>
  )
}

function QuestionCard({ question, answers, zone, onAnswer }: Omit<Props, 'questions'> & { question: Question }) {
  const t = useTranslations('import.question')
  switch (question.kind) {
    case 'loadUnit':
      return (
        <Options
          title={t('loadUnit')}
          detail={t('loadUnitDetail', { samples: question.samples.join(', ') })}
          value={answers.loadUnit}
          guess={question.guess}
          options={[
            { value: 'kg', label: t('kg') },
            { value: 'lb', label: t('lb') },
          ]}
          onChange={(loadUnit) => onAnswer({ loadUnit })}
        />
      )
    case 'distanceUnit':
      return (
        <Options
          title={t('distanceUnit')}
          detail={t('distanceUnitDetail', { samples: question.samples.join(', ') })}
          value={answers.distanceUnit}
          guess={question.guess}
          options={[
            { value: 'm', label: t('m') },
            { value: 'km', label: t('km') },
            { value: 'mi', label: t('mi') },
          ]}
          onChange={(distanceUnit) => onAnswer({ distanceUnit })}
        />
      )
    case 'dateOrder':
      return (
        <Options
          title={t('dateOrder', { sample: question.sample })}
          value={answers.dateOrder}
          guess={question.guess}
          options={[
            { value: 'dmy', label: t('dmy') },
            { value: 'mdy', label: t('mdy') },
          ]}
          onChange={(dateOrder) => onAnswer({ dateOrder })}
        />
      )
    case 'zone':
      return <ZoneQuestion zone={answers.zone ?? zone} sample={question.sample} onAnswer={onAnswer} />
    case 'column':
      return <ColumnQuestion question={question} answers={answers} onAnswer={onAnswer} />
  }
}

function ZoneQuestion(props: { zone: string; sample: string; onAnswer: Props['onAnswer'] }) {
  const t = useTranslations('import.question')
  const [all, setAll] = useState<readonly string[]>([])
  useEffect(() => {
    // There are hundreds: what is asked is painted first.
    const timer = setTimeout(() => startTransition(() => setAll(Intl.supportedValuesOf('timeZone'))), 100)
    return () => clearTimeout(timer)
  }, [])
  const zones = [...new Set([props.zone, ...all])]
  return (
    <SelectField
      label={t('zone')}
      hint={t('zoneDetail', { sample: props.sample })}
      value={props.zone}
      options={zones.map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
      onChange={(zone) => props.onAnswer({ zone })}
    />
  )
}

type ColumnProps = {
  question: Extract<Question, { kind: 'column' }>
  answers: ImportAnswers
  onAnswer: Props['onAnswer']
}

function ColumnQuestion({ question, answers, onAnswer }: ColumnProps) {
  const t = useTranslations('import.question')
  const { role, required, candidates, guess } = question
  const choose = (value: string) => {
    if (value === '') return
    const columns: Record<number, Role | null> = { ...answers.columns, [Number(value)]: role }
    onAnswer({ columns })
  }
  const likely = candidates.find(({ index }) => index === guess)
  const others = candidates.filter(({ index }) => index !== guess)
  return (
    <SelectField
      label={t(`column.${role}`)}
      hint={required ? t('columnRequired') : t('columnOptional')}
      value=""
      onChange={choose}
      options={[
        { value: '', label: required ? t('chooseColumn') : t('noColumn') },
        ...[...(likely ? [likely] : []), ...others].map(({ index, sample, ...column }) => {
          const header = column.header || t('unnamedColumn', { n: index + 1 })
          return { value: String(index), label: sample ? t('columnSample', { header, sample }) : header }
        }),
      ]}
    />
  )
}
