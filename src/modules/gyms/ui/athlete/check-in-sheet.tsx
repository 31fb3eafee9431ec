'use client'
/** The code for the door: a picture for the scanner, digits for the ear. Black on white in either theme, or nothing reads it. */
import encodeQR from 'qr'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Sheet } from '../../../../ui/sheet.tsx'
import { qrText, STEP_MS, stepOf } from '../../rules/check-in-code.ts'
import { type CheckInKey, makeCode } from './check-in-keys.ts'

type Props = { of: CheckInKey; aheadMs: number; open: boolean; onClose: () => void }

export function CheckInSheet({ of, aheadMs, open, onClose }: Props) {
  const t = useTranslations('checkIn')
  return (
    <Sheet open={open} onClose={onClose} title={of.gymName} closeLabel={t('close')}>
      <Code of={of} aheadMs={aheadMs} />
    </Sheet>
  )
}

function Code({ of, aheadMs }: { of: CheckInKey; aheadMs: number }) {
  const t = useTranslations('checkIn')
  const now = useServerSecond(aheadMs)
  const step = stepOf(now)
  const [made, setMade] = useState<{ step: number; code: string | null } | null>(null)
  useEffect(() => {
    let isOver = false
    void makeCode(of.key, step * STEP_MS).then((code) => {
      if (!isOver) setMade({ step, code })
    })
    return () => {
      isOver = true
    }
  }, [of.key, step])
  useAwake()
  const left = Math.ceil(((step + 1) * STEP_MS - now) / 1000)
  if (!made) return <div className="min-h-96" />
  if (made.code === null) return <p className="pb-4">{t('noCrypto')}</p>
  const { code } = made
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] justify-items-center gap-3 pb-2 text-center">
      <QrPicture text={qrText({ gymId: of.gymId, number: of.number, code })} label={t('picture')} />
      <p className="num max-w-full font-bold text-2xl tracking-wide">
        {of.number} {code.slice(0, 3)} {code.slice(3)}
      </p>
      <p className="max-w-full text-ink-2">{t('say', { name: of.name })}</p>
      <p className="num text-ink-2 text-sm" aria-hidden>
        {t('next', { seconds: left })}
      </p>
    </div>
  )
}

function QrPicture({ text, label }: { text: string; label: string }) {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 2 })
  const path = rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .filter(Boolean)
    .join('')
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      shapeRendering="crispEdges"
      className="aspect-square w-full max-w-80 rounded-2 bg-(--code-ground) text-(--code-ink)"
    >
      <path d={path} fill="currentColor" />
    </svg>
  )
}

/** The server's time, a new one each second. */
function useServerSecond(aheadMs: number): number {
  const [now, setNow] = useState(() => Date.now() + aheadMs)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now() + aheadMs), 1000)
    return () => clearInterval(timer)
  }, [aheadMs])
  return now
}

/** The screen stays on while somebody holds it to a reader. */
function useAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null
    let isOver = false
    navigator.wakeLock?.request('screen').then(
      (held) => {
        if (isOver) void held.release()
        else lock = held
      },
      () => {},
    )
    return () => {
      isOver = true
      void lock?.release()
    }
  }, [])
}
