'use client'
/** What was just measured, or long ago: as many of the seventeen, and of what a day held, as there are figures for. */
import { Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { newId } from '../../../../shared/id.ts'
import { dayOf, isoDate } from '../../../../shared/local-day.ts'
import { Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { Sheet } from '../../../../ui/sheet.tsx'
import { showToast } from '../../../../ui/toast.tsx'
import { DAILY, MEASURES, type Measure, type Measurement } from '../../model/body.ts'
import { measureNumber, parseMeasure, unitOf } from '../../rules/body-figures.ts'
import { bodyWhenOf, type Moment, momentOf } from '../../rules/body-when.ts'
import { latestOf } from '../../rules/latest-measures.ts'
import { useBodyUnits, useMeasuring } from './use-body.ts'

type Texts = Partial<Record<Measure, string>>
type Errors = Partial<Record<Measure | 'when', string>>

/** Side by side, as they are measured one after the other. */
const GROUPS: readonly (readonly Measure[])[] = [
  ['weight', 'body_fat', 'lean_mass'],
  DAILY,
  ['neck', 'shoulders', 'chest', 'waist', 'abdomen', 'hips'],
  [
    ...(['left_biceps', 'right_biceps', 'left_forearm', 'right_forearm'] as const),
    ...(['left_thigh', 'right_thigh', 'left_calf', 'right_calf'] as const),
  ],
]

type Props = {
  open: boolean
  onClose: () => void
  all: readonly Measurement[]
  today: number
  zone: string
  /** The one that is changed, or the kind that is measured; else any of them. */
  editing?: Measurement | null
  only?: Measure | null
}

export function BodyLogSheet(props: Props) {
  const { open, onClose, editing, only } = props
  const t = useTranslations('body')
  const c = useTranslations('common')
  const formId = useId()
  const { remove } = useMeasuring()
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={editing ? t('edit') : t('log')}
      detail={editing ? t(`is.${editing.kind}`) : only ? t(`is.${only}`) : t('logDetail')}
      closeLabel={c('close')}
      footer={
        <div className="flex flex-wrap gap-2.5">
          {editing && (
            <Button
              tone="danger-quiet"
              icon={<Trash2 size={18} aria-hidden />}
              onClick={() => {
                void remove([editing])
                onClose()
              }}
            >
              {t('delete')}
            </Button>
          )}
          <Button type="submit" form={formId} tone="primary" size="large" className="flex-1">
            {t('save')}
          </Button>
        </div>
      }
    >
      <Form {...props} formId={formId} />
    </Sheet>
  )
}

function Form({ formId, onClose, all, today, zone, editing = null, only = null }: Props & { formId: string }) {
  const t = useTranslations('body')
  const { units, locale } = useBodyUnits()
  const { save } = useMeasuring()
  const [texts, setTexts] = useState<Texts>(() =>
    editing ? { [editing.kind]: measureNumber(editing.value, editing.kind, units, locale) } : {},
  )
  const [first] = useState(() => editing ?? nowIn(zone))
  const [when, setWhen] = useState(() => bodyWhenOf(first, zone))
  const [errors, setErrors] = useState<Errors>({})
  const kinds = editing ? [editing.kind] : only ? [only] : [...MEASURES, ...DAILY]

  function badWord(why: string, unit: string): string {
    if (why === 'too_small') return t('bad.small', { unit })
    return why === 'too_large' ? t('bad.large', { unit }) : t('bad.number')
  }

  function submit() {
    const found: Errors = {}
    const figures: { kind: Measure; value: number }[] = []
    for (const kind of kinds) {
      const text = texts[kind] ?? ''
      if (text.trim() === '') continue
      const parsed = parseMeasure(text, kind, units)
      if (parsed.ok) figures.push({ kind, value: parsed.value })
      else found[kind] = badWord(parsed.why, unitOf(kind, units))
    }
    const moment = momentOf(when, first, zone, Date.now())
    if (moment === null) found.when = t('bad.when')
    if (figures.length === 0 && Object.keys(found).length === 0 && kinds[0]) found[kinds[0]] = t('bad.empty')
    setErrors(found)
    if (Object.keys(found).length > 0 || moment === null) return
    const { at, localDay } = moment
    const rows = figures.map((figure) => ({ id: editing?.id ?? newId(), ...figure, at, localDay }))
    void save(rows)
    showToast({ tone: 'good', text: t('saved', { n: rows.length }) })
    onClose()
  }

  const names = [t('group.whole'), t('group.day'), t('group.girths'), t('group.sides')]
  const field = (kind: Measure) => {
    const before = editing ? undefined : latestOf(all, kind)
    return (
      <TextField
        key={kind}
        label={t('field', { name: t(`is.${kind}`), unit: unitOf(kind, units) })}
        inputMode="decimal"
        enterKeyHint="done"
        autoComplete="off"
        ref={kind === kinds[0] ? beFirst : undefined}
        placeholder={before && measureNumber(before.value, kind, units, locale)}
        value={texts[kind] ?? ''}
        error={errors[kind]}
        onChange={(event) => setTexts({ ...texts, [kind]: event.target.value })}
      />
    )
  }
  const grid = 'grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-3'
  return (
    <form
      id={formId}
      className="grid gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <div className={grid}>
        <TextField
          label={t('day')}
          type="date"
          max={isoDate(today)}
          value={when.date}
          error={errors.when}
          onChange={(event) => setWhen({ ...when, date: event.target.value })}
        />
        <TextField
          label={t('time')}
          type="time"
          value={when.time}
          onChange={(event) => setWhen({ ...when, time: event.target.value })}
        />
      </div>
      {editing || only
        ? kinds.map(field)
        : GROUPS.map((group, i) => (
            <fieldset key={group[0]} className="min-w-0">
              <legend className="mb-2 font-bold text-[1rem] tracking-tight">{names[i]}</legend>
              <div className={grid}>{group.map(field)}</div>
            </fieldset>
          ))}
    </form>
  )
}

function nowIn(zone: string): Moment {
  const at = Date.now()
  return { at, localDay: dayOf(at, zone) }
}

/** The sheet opens with it: the browser's own way, since it moves the focus when it shows a dialog. */
function beFirst(field: HTMLInputElement | null): void {
  field?.setAttribute('autofocus', '')
}
