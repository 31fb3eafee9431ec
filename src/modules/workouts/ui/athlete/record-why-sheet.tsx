'use client'
/** Behind a record: the set, the formula with its figures, and what it beat. */
import { useTranslations } from 'use-intl'
import { formatLoad } from '../../../../shared/units.ts'
import { Button } from '../../../../ui/button.tsx'
import { Sheet } from '../../../../ui/sheet.tsx'
import type { Exercise } from '../../../exercises/model.ts'
import type { WholeWorkout } from '../../model.ts'
import { editSet } from '../../mutators.ts'
import { explainRecord, type RecordWhy } from '../../rules/record-why.ts'
import { BY_HAND, confirmationOf, type PersonalRecord } from '../../rules/records.ts'
import { CalcE1rm } from './calc-e1rm.tsx'
import { Answer, Why } from './calc-parts.tsx'
import { fieldsOf, type Habits } from './set-fields.ts'
import { useMutate } from './use-mutate.ts'
import { useRecordText } from './use-record-text.ts'
import { useSetWords } from './use-set-words.ts'

type Props = {
  record: PersonalRecord
  /** The workout in which it was made. */
  whole: WholeWorkout
  exercise: Exercise
  habits: Habits
  day: string
  onClose: () => void
  /** To that workout, from elsewhere. */
  onOpen?: () => void
}

export function RecordWhySheet({ record, whole, exercise, habits, day, onClose, onOpen }: Props) {
  const t = useTranslations('recordWhy')
  const c = useTranslations('common')
  const text = useRecordText(habits)
  const told = explainRecord(record, whole, exercise)
  const mutate = useMutate()
  const lines = useLines(record, told, exercise, habits)
  return (
    <Sheet open onClose={onClose} title={text.name(record)} detail={exercise.name} closeLabel={c('close')}>
      {told?.e1rm && told.e1rm.by !== null ? (
        <CalcE1rm tried={{ ...told.e1rm, rir2: told.set.rir2 }} habits={habits} lead={[day, ...lines]} />
      ) : (
        <>
          <Answer value={text.value(record)} text={day} />
          <Why lines={lines} />
        </>
      )}
      {told && record.isDoubtful && (
        <Button
          wide
          className="mt-3"
          onClick={() => {
            void mutate(editSet, { id: told.set.id, fields: { confirmed: confirmationOf(told.set) } })
            onClose()
          }}
        >
          {t('right')}
        </Button>
      )}
      {onOpen && (
        <Button wide className="mt-3" onClick={onOpen}>
          {t(record.workoutId === BY_HAND ? 'change' : 'open')}
        </Button>
      )}
    </Sheet>
  )
}

function useLines(of: PersonalRecord, why: RecordWhy | null, facts: Exercise, own: Habits): string[] {
  const t = useTranslations('recordWhy')
  const text = useRecordText(own)
  const words = useSetWords(own)
  const load = (grams: number) => formatLoad(grams, own.loadUnit, own.locale)
  const lines: string[] = []
  if (why) {
    const fields = fieldsOf({ ...facts, loadMode: why.set.loadMode }, own.effort, why.set.repsRight != null)
    lines.push(t('set', { set: words.long(why.set, fields, facts.measure) }))
    if (why.body) {
      const { bodyweightG, percent, liftedG } = why.body
      lines.push(t('body', { percent, bodyweight: load(bodyweightG), lifted: load(liftedG) }))
    }
    if (why.volume && 'sets' in why.volume) lines.push(t('session', { n: why.volume.sets }))
    else if (why.volume) {
      lines.push(t('volume', { load: load(why.volume.movedG), n: why.volume.reps }))
      if (facts.implements > 1 || facts.laterality === 'unilateral') lines.push(t('both'))
    }
  }
  lines.push(
    of.isBaseline || of.previous === null
      ? t(of.workoutId === BY_HAND ? 'byHand' : 'baseline')
      : t('before', { value: text.value({ ...of, value: of.previous }) }),
  )
  lines.push(t('rule'))
  return lines
}
