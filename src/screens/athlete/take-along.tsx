'use client'
/** A program to take along: its days in the phone's calendar, and on paper. Both are made on the phone. */
import { CalendarPlus, FileDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { ProgramVersion } from '../../modules/programs/model.ts'
import type { NextDay, PlannedPlace } from '../../modules/programs/rules/next-session.ts'
import { icsOf, plannedOn, usualWeekdays } from '../../modules/programs/rules/program-calendar.ts'
import { programPdf } from '../../modules/programs/rules/program-pdf.ts'
import { useSetsText } from '../../modules/programs/ui/athlete/use-step-words.ts'
import { loadNumber } from '../../shared/units.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { ListRow } from '../../ui/list-row.tsx'
import { Section } from '../../ui/section.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { showDay } from '../../ui/show-day.ts'
import { saveFile } from './save-file.ts'
import type { Athlete } from './use-athlete.ts'

type Props = {
  athlete: Athlete
  program: ProgramVersion
  /** Names what is followed: a calendar that reads a later file changes its days instead of doubling them. */
  followedId: string
  toCome: readonly NextDay[]
  plan: (day: NextDay) => readonly PlannedPlace[]
}

const EACH_DAY = [0, 1, 2, 3, 4, 5, 6]
/** A Monday, to name the days of a week by. */
const MONDAY = 4

export function TakeAlong({ athlete, program, followedId, toCome, plan }: Props) {
  const t = useTranslations('takeAlong')
  const c = useTranslations('common')
  const setsText = useSetsText()
  const { book, habits, profile, today } = athlete
  const { loadUnit, locale } = habits
  const [isOpen, setOpen] = useState(false)
  const [weekdays, setWeekdays] = useState(() => usualWeekdays(program.daysAWeek))
  const [from] = toCome
  const fileName = program.title.replace(/[^\p{L}\p{N}]+/gu, '-')

  function savePdf() {
    const days = program.days.map((day) => {
      const next = toCome.find((one) => one.day.id === day.id) ?? { day, round: (from?.round ?? 0) + 1 }
      const lines = plan(next).map(({ exerciseId, sets }) => {
        const topG = Math.max(0, ...sets.map(({ loadG }) => loadG ?? 0))
        // Rounded loads are plain numbers: no space of a kind that the face does not have.
        const load = topG > 0 ? `, ${loadNumber(topG, loadUnit, locale)} ${loadUnit}` : ''
        return { name: book.get(exerciseId).name, sets: `${setsText(sets)}${load}` }
      })
      return { title: day.title, lines }
    })
    const pdf = programPdf(program.title, days, profile.loadUnit === 'lb' ? 'letter' : 'a4')
    void saveFile(`${fileName}.pdf`, pdf, 'application/pdf')
  }

  function saveCalendar() {
    const planned = plannedOn(program, toCome, { from: today, weekdays })
    // The loads are those of the day it is: what is due in weeks nobody knows yet.
    const tell = ({ day }: NextDay) => ({
      title: t('event', { day: day.title, program: program.title }),
      text: day.slots
        .map(({ exerciseId, sets, reps }) => t('line', { name: book.get(exerciseId).name, sets, reps }))
        .join('\n'),
    })
    const file = icsOf(program.title, planned, { id: followedId, now: Date.now(), tell })
    void saveFile(`${fileName}.ics`, file, 'text/calendar')
    setOpen(false)
  }

  return (
    <Section title={t('title')}>
      {from && (
        <ListRow
          lead={<CalendarPlus size={20} aria-hidden />}
          title={t('calendar')}
          detail={t('calendarDetail')}
          onClick={() => setOpen(true)}
        />
      )}
      <ListRow lead={<FileDown size={20} aria-hidden />} title={t('pdf')} detail={t('pdfDetail')} onClick={savePdf} />
      <Sheet
        open={isOpen}
        onClose={() => setOpen(false)}
        title={t('calendar')}
        detail={program.title}
        closeLabel={c('close')}
        footer={
          <Button tone="primary" size="large" wide disabled={weekdays.length === 0} onClick={saveCalendar}>
            {t('save')}
          </Button>
        }
      >
        <fieldset>
          <legend className="mb-1.5 font-medium text-ink-2 text-sm">{t('weekdays')}</legend>
          <div className="flex flex-wrap gap-2">
            {EACH_DAY.map((i) => {
              const n = ((profile.weekStart - 1 + i) % 7) + 1
              const isIn = weekdays.includes(n)
              return (
                <button
                  key={n}
                  type="button"
                  aria-pressed={isIn}
                  onClick={() => setWeekdays(isIn ? weekdays.filter((one) => one !== n) : [...weekdays, n])}
                  className={cx(
                    'min-h-12 min-w-12 rounded-full px-4 font-medium text-[0.875rem] active:bg-pressed',
                    isIn ? 'bg-ink text-bg' : 'edge text-ink-2',
                  )}
                >
                  {showDay(MONDAY + n - 1, 'shortWeekday', locale)}
                </button>
              )
            })}
          </div>
        </fieldset>
        <p className="mt-3 text-ink-2 text-sm">{t('calendarHint')}</p>
      </Sheet>
    </Section>
  )
}
