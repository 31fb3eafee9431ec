'use client'
/** Who changed what, as sentences, the latest first, by day. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { type Answers, trpc } from '../../../../client/trpc.ts'
import { dayOf } from '../../../../shared/local-day.ts'
import { Button } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { showDay, showTime } from '../../../../ui/show-day.ts'
import { STAFF_ROLES } from '../../model.ts'

type Home = Answers['gyms']['home']
type Page = Answers['gyms']['log']
type Entry = Page['entries'][number]

/** What the log tells; anything that a later version writes is told as what it is called. */
const TOLD = [
  ...['gym.create', 'gym.edit', 'location.add', 'location.edit', 'location.close', 'location.open'],
  ...['staff.add', 'staff.invite', 'staff.join', 'staff.role', 'staff.end', 'invite.revoke', 'invite.create'],
  ...['member.add', 'member.edit', 'member.coach', 'member.location', 'member.end', 'member.restore'],
  ...['member.invite', 'member.uninvite', 'member.join', 'member.leave', 'relation.begin'],
  ...['members.coach', 'members.location', 'members.end', 'members.restore', 'members.invite'],
  ...['members.import', 'members.import_undo', 'members.export', 'attendance.add', 'attendance.undo'],
  ...['place.add', 'place.edit', 'place.publish', 'place.remove'],
]

export function ChangeLog({ home }: { home: Home }) {
  const t = useTranslations('gym')
  const locale = useLocale()
  const { client } = trpc.useUtils()
  const query = useInfiniteQuery({
    queryKey: ['gym-log', home.gymId],
    initialPageParam: null as Page['next'],
    queryFn: ({ pageParam, signal }) => client.gyms.log.query({ gymId: home.gymId, after: pageParam }, { signal }),
    getNextPageParam: (page) => page.next,
  })
  const sentence = useSentence()
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? []
  const days = Map.groupBy(entries, ({ at }) => dayOf(at, home.zone))
  if (query.isPending) return <p className="p-6 text-ink-2">{t('loading')}</p>
  return (
    <div className="px-6 py-4">
      {query.error && (
        <Notice tone="bad" urgent>
          {query.error.message}
        </Notice>
      )}
      {[...days].map(([day, those]) => (
        <section key={day} aria-label={showDay(day, 'full', locale)} className="mb-4">
          <h2 className="mb-1 font-semibold text-ink-2">{showDay(day, 'full', locale)}</h2>
          <ul className="divide-y divide-line border-line border-y">
            {those.map((entry) => (
              <li key={entry.id} className="flex min-h-8 items-baseline gap-4 py-1.5">
                <time dateTime={new Date(entry.at).toISOString()} className="num w-14 shrink-0 text-ink-3">
                  {showTime(entry.at, home.zone, locale)}
                </time>
                <span className="min-w-0 break-words">{sentence(entry)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {query.hasNextPage && (
        <Button size="compact" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('log.older')}
        </Button>
      )}
    </div>
  )
}

/** Everything that a sentence may name is given to it, so that none can fail for want of a word. */
const BLANK = {
  was: '',
  coach: '',
  location: '',
  fileName: '',
  count: 0,
  added: 0,
  updated: 0,
  skipped: 0,
  leftAlone: 0,
}
const BLANK_TOO = { removed: 0, stayed: 0, restored: 0, changed: '', nameBefore: '', zone: '', absentWeeks: 0 }

function useSentence(): (entry: Entry) => string {
  const t = useTranslations('gym')
  return ({ action, who, name, values }) => {
    const known = TOLD.includes(action) ? action.replace('.', '_') : 'other'
    const roleName = (value: unknown) => {
      const role = STAFF_ROLES.find((one) => one === value)
      return role ? t(`roleAs.${role}`) : ''
    }
    return t(`log.did.${known}`, {
      ...BLANK,
      ...BLANK_TOO,
      ...values,
      action,
      who: who || t('log.somebody'),
      name: name || t('log.nobody'),
      role: roleName(values.role),
      roleBefore: roleName(values.roleBefore),
      // Nobody takes themself on, but for who creates a gym.
      self: who !== '' && who === name ? 'yes' : 'no',
      had: values.was ? 'yes' : 'no',
      has: values.coach || values.location ? 'yes' : 'no',
    })
  }
}
