'use client'
/** The front desk: a name, a number or a code, Enter, in. Who came today stands beside it, with the way back. */
import { useQueryClient } from '@tanstack/react-query'
import { ScanLine } from 'lucide-react'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { trpc } from '../../client/trpc.ts'
import { readCheckInText } from '../../modules/gyms/rules/check-in-code.ts'
import { FIRST_VIEW, type RosterRow, viewRows } from '../../modules/gyms/rules/roster.ts'
import { CodeScanner } from '../../modules/gyms/ui/portal/code-scanner.tsx'
import { DeskFound } from '../../modules/gyms/ui/portal/desk-found.tsx'
import { DeskToday } from '../../modules/gyms/ui/portal/desk-today.tsx'
import { Choice } from '../../modules/gyms/ui/portal/gym-fields.tsx'
import { patchRoster, useGymRoster } from '../../modules/gyms/ui/portal/use-gym-roster.ts'
import { useMemberWords } from '../../modules/gyms/ui/portal/use-member-words.ts'
import { newId } from '../../shared/id.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { useShortcuts } from '../../ui/portal-shortcuts.ts'
import { showTime } from '../../ui/show-day.ts'
import { useGymPortal } from './gym-context.tsx'
import { PageHead } from './page-head.tsx'

const SHOWN = 8
/** The same device stays at the same door. */
const PLACE_KEY = 'gym-desk-location'
const ANYWHERE = 'none'

export function DeskScreen() {
  const t = useTranslations('gym')
  const locale = useLocale()
  const utils = trpc.useUtils()
  const queries = useQueryClient()
  const { home } = useGymPortal()
  const { gymId, zone } = home
  const { prepared, at } = useGymRoster(gymId)
  const words = useMemberWords(
    zone,
    useMemo(() => ({ now: at, absentWeeks: home.absentWeeks }), [at, home.absentWeeks]),
  )
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const [scanning, setScanning] = useState(false)
  const [said, setSaid] = useState<{ tone: 'good' | 'warn' | 'bad'; text: string } | null>(null)
  const [place, setPlace] = useState(() =>
    typeof localStorage === 'undefined' ? null : localStorage.getItem(PLACE_KEY),
  )
  const field = useRef<HTMLInputElement>(null)
  const byButton = trpc.gyms.checkIn.useMutation()
  const byCode = trpc.gyms.checkInByCode.useMutation()

  const locations = home.locations.filter(({ isClosed }) => !isClosed)
  const locationId = locations.find(({ id }) => id === place)?.id ?? null
  const isCode = readCheckInText(text) !== null
  const found = useMemo(() => {
    if (!prepared || text.trim() === '') return []
    const clock = { now: at, absentWeeks: home.absentWeeks }
    return viewRows(prepared, { ...FIRST_VIEW, search: text }, clock).slice(0, SHOWN)
  }, [prepared, at, home.absentWeeks, text])

  async function record(order: Promise<Awaited<ReturnType<typeof byCode.mutateAsync>>>) {
    try {
      const done = await order
      const time = showTime(done.at, zone, locale)
      const name = words.name(done)
      setSaid({
        tone: done.outcome === 'in' ? 'good' : 'warn',
        text: t(done.outcome === 'in' ? 'desk.inNamed' : 'desk.againNamed', { name, time, visits: done.visits }),
      })
      setText('')
      patchRoster(queries, gymId, new Set([done.memberId]), { lastSeenAt: done.at })
      void utils.gyms.desk.invalidate({ gymId })
    } catch (error) {
      const { data, message } = error as { data?: object | null; message: string }
      setSaid({ tone: 'bad', text: data ? message : t('desk.noSignal') })
    }
    field.current?.focus()
    field.current?.select()
  }
  const press = (row: RosterRow | undefined) =>
    row && void record(byButton.mutateAsync({ gymId, id: newId(), locationId, memberId: row.id }))
  const show = (code: string) => void record(byCode.mutateAsync({ gymId, id: newId(), locationId, code }))

  function onKey(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && found.length > 0) {
      event.preventDefault()
      setActive((active + step + found.length) % found.length)
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      if (found[active]) press(found[active])
      else if (isCode) show(text)
    } else if (event.key === 'Escape') setText('')
  }
  const focusField = () => field.current?.focus()
  useShortcuts({ '/': focusField, s: () => setScanning(true) })
  return (
    <div className="flex h-full min-h-96 flex-col">
      <PageHead title={t('page.desk')}>
        <span className="flex-1" />
        {locations.length > 0 && (
          <Choice
            label={t('desk.at')}
            value={locationId ?? ANYWHERE}
            onChange={(value) => {
              const next = value === ANYWHERE ? null : value
              setPlace(next)
              if (next) localStorage.setItem(PLACE_KEY, next)
              else localStorage.removeItem(PLACE_KEY)
            }}
            options={[
              { value: ANYWHERE, label: t('nowhere') },
              ...locations.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        <Button size="compact" icon={<ScanLine size={15} aria-hidden />} onClick={() => setScanning((now) => !now)}>
          {scanning ? t('desk.stopScan') : t('desk.scan')}
        </Button>
      </PageHead>
      <div className="grid min-h-0 flex-1 content-start gap-x-8 gap-y-6 overflow-y-auto px-6 py-5 @container lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0 max-w-2xl">
          <TextField
            ref={field}
            autoFocus
            type="search"
            label={t('desk.field')}
            hint={t('desk.fieldHint')}
            value={text}
            role="combobox"
            aria-expanded={found.length > 0}
            aria-controls="desk-found"
            aria-activedescendant={found.length > 0 ? `desk-found-${active}` : undefined}
            onChange={(event) => {
              setText(event.target.value)
              setActive(0)
              setSaid(null)
            }}
            onKeyDown={onKey}
            autoComplete="off"
            spellCheck={false}
          />
          <p role="status" className="min-h-8 py-2 font-semibold text-base">
            {said && <span className={TONE[said.tone]}>{said.text}</span>}
            {!said && isCode && found.length === 0 && <span className="text-ink-2">{t('desk.isCode')}</span>}
            {!said && !isCode && text.trim() !== '' && prepared && found.length === 0 && (
              <span className="text-ink-2">{t('desk.nobody', { text: text.trim() })}</span>
            )}
          </p>
          {scanning && <CodeScanner onCode={show} onClose={() => setScanning(false)} />}
          <DeskFound id="desk-found" gymId={gymId} rows={found} words={words} active={active} onPress={press} />
        </div>
        <DeskToday home={home} words={words} />
      </div>
    </div>
  )
}

const TONE = { good: 'text-good', warn: 'text-warn', bad: 'text-bad' } as const
