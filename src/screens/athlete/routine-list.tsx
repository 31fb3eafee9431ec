import { CirclePlay } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import type { Routine } from '../../modules/workouts/model/routines.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { address } from './addresses.ts'
import type { Athlete } from './use-athlete.ts'

type Props = { routines: readonly Routine[]; athlete: Athlete; onStart: (routine: Routine) => void }

/** A tap looks at one, the button starts it. */
export function RoutineList({ routines, athlete, onStart }: Props) {
  const l = useTranslations('routineList')
  const { book } = athlete
  return (
    <ul>
      {routines.map((routine) => {
        const title = routine.title || l('untitled')
        return (
          <li key={routine.id} className="flex items-center gap-2 border-line border-b last:border-b-0">
            <Link
              href={address.routine(routine.id)}
              className="-ml-3 flex min-h-15 min-w-0 flex-1 flex-col justify-center rounded-1 py-1.5 pl-3 active:bg-pressed"
            >
              <span className="truncate font-medium">{title}</span>
              <span className="truncate text-ink-2 text-sm">
                {routine.exercises.map(({ exerciseId }) => book.get(exerciseId).name).join(', ') || l('noExercises')}
              </span>
            </Link>
            <IconButton label={l('startLabel', { title })} onClick={() => onStart(routine)} className="edge">
              <CirclePlay size={20} aria-hidden />
            </IconButton>
          </li>
        )
      })}
    </ul>
  )
}
