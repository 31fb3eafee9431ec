'use client'
/** The camera as a reader of codes. The picture stays on this device; only the text of a code is sent. */
import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { openDetector } from './code-detector.ts'

const LOOK_MS = 150
/** One code is one order, however long it is held before the lens: it counts anew when it was away for so long. */
const AWAY_MS = 2_000

export function CodeScanner({ onCode, onClose }: { onCode: (text: string) => void; onClose: () => void }) {
  const t = useTranslations('gym')
  const video = useRef<HTMLVideoElement>(null)
  const [fault, setFault] = useState<'denied' | 'none' | null>(null)
  const latest = useRef(onCode)
  useEffect(() => {
    latest.current = onCode
  }, [onCode])

  useEffect(() => {
    let isOver = false
    let stream: MediaStream | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    let last = { text: '', at: 0 }

    async function run() {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      const screen = video.current
      if (isOver || !screen) return stop()
      screen.srcObject = stream
      await screen.play()
      const detector = await openDetector()
      const look = async () => {
        if (isOver) return
        const found = screen.readyState >= 2 ? await detector.detect(screen).catch(() => []) : []
        const text = found[0]?.rawValue
        if (text) {
          const isHeld = text === last.text && Date.now() - last.at < AWAY_MS
          last = { text, at: Date.now() }
          if (!isHeld) latest.current(text)
        }
        timer = setTimeout(() => void look(), LOOK_MS)
      }
      await look()
    }

    function stop() {
      for (const track of stream?.getTracks() ?? []) track.stop()
    }

    run().catch((error: unknown) => {
      if (!isOver) setFault((error as Partial<Error>).name === 'NotAllowedError' ? 'denied' : 'none')
    })
    return () => {
      isOver = true
      clearTimeout(timer)
      stop()
    }
  }, [])

  return (
    <section
      aria-label={t('desk.scanner')}
      className="relative mb-4 overflow-hidden rounded-2 border border-line bg-bg"
    >
      {fault ? (
        <Notice tone="warn" urgent>
          {t(`desk.camera.${fault}`)}
        </Notice>
      ) : (
        <>
          <video ref={video} muted playsInline className="aspect-video w-full object-cover" />
          <p className="px-4 py-2 text-ink-2">{t('desk.scanText')}</p>
        </>
      )}
      <IconButton compact label={t('desk.stopScan')} onClick={onClose} className="absolute top-2 right-2 bg-surface">
        <X size={16} aria-hidden />
      </IconButton>
    </section>
  )
}
