'use client'
/** The number pad as the logging screen wires it: unit, effort, copy, plates and the way to the next field. */
import { useTranslations } from 'use-intl'
import { NumberPad } from '../../../../ui/number-pad.tsx'
import { CheckMark } from '../../../../ui/tick.tsx'
import { countedOf } from '../../../exercises/model.ts'
import type { Place as GymPlace } from '../../../gyms/model/places.ts'
import type { ExerciseParts } from './exercise-picker.tsx'
import { usePlateParts } from './late-plates.ts'
import { LateLine } from './late-sheets.tsx'
import { type PadState, typedFigures } from './pad-state.ts'
import { type FieldName, type Habits, stepOf } from './set-fields.ts'
import type { Logging, Place } from './use-logging.ts'
import type { SetWords } from './use-set-words.ts'

type Props = {
  pad: PadState
  place: Place
  /** Where it is done. */
  at: GymPlace | null
  /** It is this set's turn: behind its last field it is checked. */
  isNext: boolean
  bodyweightG: number | null
  logging: Logging
  habits: Habits
  words: SetWords
  onWhy?: (entryId: string) => void
  /** Around what helps to choose the number, which comes late. */
  Words: ExerciseParts['lines']
}

export function LoggingPad({ pad, place, at, isNext, bodyweightG, logging, habits, words, onWhy, Words }: Props) {
  const t = useTranslations('workout.pad')
  const u = useTranslations('workout.unit')
  const { block, set, index, fields, figures } = place
  const { field } = pad
  const counted = countedOf(block.exercise.measure)
  const name = (of: FieldName) =>
    of === 'reps' && counted
      ? u(counted)
      : t(`field.${of === 'effort' ? (habits.effort === 'rir' ? 'rir' : 'rpe') : of}`)
  const following = fields[fields.indexOf(field) + 1]
  const checks = !following && set.doneAt === null && isNext
  const above = block.sets[index - 1]
  const beside = block.beside[index]
  const by = stepOf(field, block.exercise.equipment, pad.unit)
  const shownStep = new Intl.NumberFormat(habits.locale).format(by)
  const stepWords = field === 'load' ? `${shownStep} ${u(pad.unit.load)}` : shownStep
  const parts = usePlateParts()
  const stepKey = (direction: 1 | -1) => {
    const now = { ...figures, ...typedFigures(pad, habits) }
    const to = field === 'load' ? parts?.nextLoad(at, block.exercise, now, direction, pad.unit.load) : undefined
    return {
      label: to
        ? t('stepTo', { load: `${to.text.replace('.', habits.decimalSign)} ${u(to.unit)}` })
        : t(direction === 1 ? 'plus' : 'minus', { step: stepWords }),
      text: direction === 1 ? '+' : '−',
      run: () => logging.stepBy(direction),
      disabled: to === null,
    }
  }
  const aboveMark = block.marks[index - 1] ?? ''
  return (
    <NumberPad
      label={t('label', { field: name(field) })}
      decimalSign={decimals(field, pad) ? habits.decimalSign : null}
      onKey={logging.press}
      minus={stepKey(-1)}
      plus={stepKey(1)}
      left={
        fields.includes('load')
          ? {
              label: field === 'load' ? t(pad.unit.load === 'kg' ? 'unitKg' : 'unitLb') : t('toLoad'),
              // Only where it changes the unit does it bear the unit's name.
              text:
                field === 'load' ? (
                  u(pad.unit.load)
                ) : (
                  <small className="text-[min(0.8125rem,17px)]">{name('load')}</small>
                ),
              run: () => (field === 'load' ? logging.flipUnit() : logging.openField(set.id, 'load')),
            }
          : null
      }
      right={
        fields.includes('effort')
          ? {
              label: t('toEffort'),
              text: <span className="text-[min(0.875rem,18px)]">{name('effort')}</span>,
              run: () => logging.openField(set.id, 'effort'),
              on: field === 'effort',
            }
          : null
      }
      wide={
        above
          ? {
              label: t('sameAsLabel', { name: words.name(above, aboveMark) }),
              text: t('sameAs', { mark: aboveMark }),
              run: () => logging.copyFrom(above),
            }
          : beside
            ? { label: t('sameAsLast'), text: t('sameAsLast'), run: () => logging.copyFrom(beside) }
            : null
      }
      next={{
        label: following ? t('next', { field: name(following) }) : checks ? t('check') : t('done'),
        text: following ? name(following) : checks ? <CheckMark size={30} /> : t('done'),
        run: logging.next,
      }}
      onClose={logging.close}
      words={{ close: t('close'), back: t('back'), decimal: t('decimal') }}
      strip={
        parts && (
          <LateLine Words={Words}>
            <parts.PadStrip
              pad={pad}
              block={block}
              place={at}
              index={index}
              figures={figures}
              bodyweightG={bodyweightG}
              habits={habits}
              words={words}
              onWhy={onWhy && (() => onWhy(block.entry.id))}
              fields={fields}
            />
          </LateLine>
        )
      }
    />
  )
}

function decimals(field: FieldName, { unit }: PadState): boolean {
  return field === 'load' || field === 'effort' || (field === 'distance' && unit.distance !== 'm')
}
