'use client'
/** Which members are looked at: by what they are, by coach, by location. Each state says how many it holds. */
import { useFormatter, useTranslations } from 'use-intl'
import { ROSTER_STATES, type RosterState, type RosterView } from '../../modules/gyms/model.ts'
import { COACHING_ROLES } from '../../modules/gyms/rules/access.ts'
import { NOBODY } from '../../modules/gyms/rules/roster.ts'
import { Choice } from '../../modules/gyms/ui/portal/gym-fields.tsx'
import { cx } from '../../ui/cx.ts'
import { useGymPortal } from './gym-context.tsx'

const WEEKS = [2, 3, 4, 6, 8, 12, 26, 52] as const
const ANY = 'any'

type Props = {
  view: RosterView
  counts: Record<RosterState, number>
  onChange: (next: Partial<RosterView>) => void
}

export function RosterFilters({ view, counts, onChange }: Props) {
  const t = useTranslations('gym')
  const format = useFormatter()
  const { home } = useGymPortal()
  const weeks = view.weeks ?? home.absentWeeks
  const choices = [...new Set([...WEEKS, home.absentWeeks, weeks])].sort((a, b) => a - b)
  const coaches = home.staff.filter(({ role }) => COACHING_ROLES.includes(role))
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2 border-line border-b px-6 py-1.5">
      <fieldset className="-mx-2 flex min-w-0 gap-0.5 max-sm:w-[calc(100%+1rem)] max-sm:overflow-x-auto sm:flex-wrap">
        <legend className="sr-only">{t('filter.state')}</legend>
        {ROSTER_STATES.map((state) => (
          <button
            key={state}
            type="button"
            aria-pressed={view.state === state}
            onClick={() => onChange({ state, weeks: null })}
            className={cx(
              'inline-flex min-h-8 shrink-0 items-center gap-1.5 rounded-1 px-2 pointer-coarse:min-h-12',
              view.state === state ? 'bg-pressed font-semibold text-ink' : 'text-ink-2 hover:bg-bg',
            )}
          >
            {t(`state.${state}`)}
            <span className="num text-ink-3 text-xs">{format.number(counts[state])}</span>
          </button>
        ))}
      </fieldset>
      <span className="grid min-w-0 grid-cols-2 items-center gap-x-4 gap-y-2 max-sm:w-full sm:flex sm:flex-wrap">
        {view.state === 'absent' && (
          <Choice
            label={t('filter.weeks')}
            value={String(weeks)}
            onChange={(value) => onChange({ weeks: Number(value) === home.absentWeeks ? null : Number(value) })}
            options={choices.map((count) => ({ value: String(count), label: t('filter.weekCount', { count }) }))}
          />
        )}
        <Choice
          label={t('roster.coach')}
          value={view.coach ?? ANY}
          onChange={(value) => onChange({ coach: value === ANY ? null : value })}
          options={[
            { value: ANY, label: t('filter.any') },
            ...coaches.map(({ userId, name }) => ({ value: userId, label: name })),
            { value: NOBODY, label: t('nobody') },
          ]}
        />
        {home.locations.length > 0 && (
          <Choice
            label={t('roster.location')}
            value={view.location ?? ANY}
            onChange={(value) => onChange({ location: value === ANY ? null : value })}
            options={[
              { value: ANY, label: t('filter.any') },
              ...home.locations.map(({ id, name }) => ({ value: id, label: name })),
              { value: NOBODY, label: t('nowhere') },
            ]}
          />
        )}
      </span>
    </div>
  )
}
