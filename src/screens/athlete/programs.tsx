'use client'
/** The ready programs, found by days, level and what there is to train with. */
import { useTranslations } from 'use-intl'
import { Link, useLocation, useSearch } from 'wouter'
import {
  findPrograms,
  KITS,
  LEVELS,
  type OnShelf,
  readWish,
  type Wish,
  writeWish,
} from '../../modules/programs/rules/find-programs.ts'
import { useReady } from '../../modules/programs/ui/athlete/use-ready.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { address } from './addresses.ts'
import { Page } from './page.tsx'
import { useAthlete } from './use-athlete.ts'
import { useProgram } from './use-program.ts'

export function ProgramsScreen() {
  const t = useTranslations('programs')
  const followed = useProgram(useAthlete())
  const ready = useReady()
  const search = useSearch()
  const [, navigate] = useLocation()
  const wish = readWish(search)
  const shelf = (ready?.READY_PROGRAMS ?? []).flatMap((program): OnShelf[] => {
    const place = ready?.SHELF[program.id]
    return place ? [{ program, ...place }] : []
  })
  const found = findPrograms(shelf, wish)
  const days = [...new Set(shelf.map(({ program }) => program.daysAWeek))].toSorted((a, b) => a - b)
  const ask = (change: Partial<Wish>) =>
    navigate(address.programs + writeWish({ ...wish, ...change }), { replace: true })
  const any = { value: '' as const, label: t('filter.any') }
  const isAsking = writeWish(wish) !== ''
  return (
    <Page title={t('title')} back={address.today} ready={ready !== undefined}>
      <p className="pt-2 text-ink-2">{t('text')}</p>
      {ready === null && <p className="mt-4">{t('lost')}</p>}
      {ready && (
        <>
          <div className="mt-4 grid grid-cols-2 gap-3">
            <SelectField
              label={t('filter.days')}
              options={[any, ...days.map((n) => ({ value: String(n), label: t('filter.n', { n }) }))]}
              value={String(wish.days ?? '')}
              onChange={(value) => ask({ days: Number(value) || null })}
            />
            <SelectField
              label={t('filter.level')}
              options={[any, ...LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))]}
              value={wish.level ?? ''}
              onChange={(value) => ask({ level: value || null })}
            />
            <div className="col-span-2">
              <SelectField
                label={t('filter.kit')}
                options={[any, ...KITS.map((value) => ({ value, label: t(`kit.${value}`) }))]}
                value={wish.kit ?? ''}
                onChange={(value) => ask({ kit: value || null })}
              />
            </div>
          </div>
          <div className="mt-3 flex min-h-12 flex-wrap items-center justify-between gap-x-3">
            <p role="status" className="num text-ink-2 text-sm">
              {t('filter.found', { n: found.length })}
            </p>
            {isAsking && (
              <Button tone="quiet" className="-mr-4" onClick={() => ask({ days: null, level: null, kit: null })}>
                {t('filter.clear')}
              </Button>
            )}
          </div>
          <ul className="mt-1 grid gap-3">
            {found.map((one) => (
              <li key={one.program.id}>
                <ProgramCard {...one} isFollowed={followed?.program.id === one.program.id} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}

function ProgramCard({ program, level, kit, isFollowed }: OnShelf & { isFollowed: boolean }) {
  const t = useTranslations('programs')
  const { id, title, forWhom, daysAWeek, minutes } = program
  return (
    <Link href={address.program(id)} className="edge block rounded-2 bg-surface p-4 active:bg-pressed">
      <span className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="font-bold text-xl tracking-tight">{title}</span>
        {isFollowed && <span className="font-semibold text-good-num text-sm">{t('followed')}</span>}
      </span>
      <span className="num mt-0.5 block font-medium">{t('week', { days: daysAWeek, minutes })}</span>
      <span className="mt-1 block text-ink-2">{forWhom}</span>
      <span className="mt-1 block text-ink-2 text-sm">
        {t(`level.${level}`)} · {t(`kit.${kit}`)}
      </span>
    </Link>
  )
}
