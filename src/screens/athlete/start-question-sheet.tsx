'use client'
/** Another device has a workout open: go on with it, or end it and start the new one. Every answer can be taken back. */
import { useLocale, useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { thisDevice } from '../../client/device-memory.ts'
import { takeOverWorkout } from '../../modules/workouts/mutators.ts'
import { finishCounts, finishProposal } from '../../modules/workouts/rules/finish.ts'
import { useEndWorkout } from '../../modules/workouts/ui/athlete/use-end-workout.ts'
import { useMutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import { useLive } from '../../sync/client/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { showTime } from '../../ui/show-day.ts'
import { address } from './addresses.ts'
import { readWhole } from './reads.ts'
import { askBeforeStart, type StartQuestion } from './start-question.ts'

export function StartQuestionSheet({ openId, start }: StartQuestion) {
  const t = useTranslations('startQuestion')
  const locale = useLocale()
  const [, navigate] = useLocation()
  const mutate = useMutate()
  const end = useEndWorkout()
  const whole = useLive((rows) => readWhole(rows, openId), [openId])
  if (!whole) return null
  const { workout } = whole
  const counts = finishCounts(whole)
  const proposal = finishProposal(counts)
  const close = () => askBeforeStart(null)
  return (
    <Sheet
      open
      onClose={close}
      title={t('title', { title: workout.title || t('untitled') })}
      detail={t('detail', {
        time: showTime(workout.startedAt, workout.zone, locale),
        done: counts.setsDone,
        total: counts.setsDone + counts.setsLeft,
      })}
      closeLabel={t('cancel')}
    >
      <div className="flex flex-col gap-3">
        <Button
          tone="primary"
          size="large"
          wide
          onClick={() => {
            close()
            void mutate(takeOverWorkout, { id: openId, holder: thisDevice() })
            navigate(address.workout(openId))
          }}
        >
          {t('takeOver')}
        </Button>
        <div>
          <Button
            size="large"
            wide
            onClick={() => {
              close()
              start()
              end(whole)
            }}
          >
            {t(`end.${proposal}`)}
          </Button>
          <p className="num mt-1.5 text-center text-ink-2 text-sm">{t(`hint.${proposal}`, { n: counts.setsDone })}</p>
        </div>
        <Button tone="quiet" size="large" wide onClick={close}>
          {t('cancel')}
        </Button>
      </div>
    </Sheet>
  )
}
