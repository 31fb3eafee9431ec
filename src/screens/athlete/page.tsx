'use client'
/**
 * The frame of a screen: its title, the way back, and what is docked in the thumb's reach above the tabs. Names are
 * people's own: one without a space breaks, or it would push the tabs off the phone.
 */
import { ChevronLeft } from 'lucide-react'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { IconButton } from '../../ui/icon-button.tsx'

/** Where each screen was scrolled to, so that the way back leads to the same place. */
const places = new Map<string, number>()
let cameBack = false
if (typeof window !== 'undefined') {
  window.addEventListener('popstate', () => {
    cameBack = true
  })
  // wouter says so after each push.
  window.addEventListener('pushState', () => {
    cameBack = false
  })
}

/** The screen that is being opened was left a moment ago, and is shown where it was. */
export const isComingBack = () => cameBack

/** Starts at the top, or where it was left when the person came back. `ready`: what gives the page its height is there. */
export function useScrollPlace(ready: boolean): void {
  const [path] = useLocation()
  const placed = useRef<string>(undefined)
  // Layout effects: a screen that leaves must not hear of the scrolling that the next one does.
  useLayoutEffect(() => {
    if (!ready) return
    if (placed.current !== path) window.scrollTo(0, cameBack ? (places.get(path) ?? 0) : 0)
    placed.current = path
    cameBack = false
    const remember = () => places.set(path, window.scrollY)
    window.addEventListener('scroll', remember, { passive: true })
    return () => window.removeEventListener('scroll', remember)
  }, [ready, path])
}

type Navigation = { canGoBack?: boolean }

/** Back to where the person came from; opened by its address, to the screen above. */
export function useBack(above: string): () => void {
  const [, navigate] = useLocation()
  return () => {
    const { navigation } = window as { navigation?: Navigation }
    if (navigation ? navigation.canGoBack : window.history.length > 1) window.history.back()
    else navigate(above, { replace: true })
  }
}

type Props = {
  title: string
  /** Beside the title of a tab's own screen; below it on the others. */
  detail?: ReactNode
  /** The screen above: shows the way back. */
  back?: string
  actions?: ReactNode
  /** Docked above the tabs. */
  dock?: ReactNode
  children: ReactNode
  ready?: boolean
}

export function Page({ title, detail, back, actions, dock, children, ready = true }: Props) {
  useScrollPlace(ready)
  const dockRef = useRef<HTMLDivElement>(null)
  useDock(dockRef, dock != null)
  return (
    <>
      <main className="wrap-break-word mx-auto w-full max-w-[560px] px-4 pb-[calc(max(var(--dock,0px),var(--tabs,0px))+1.5rem)]">
        {back ? (
          <SubHeader title={title} detail={detail} back={back} actions={actions} />
        ) : (
          <header className="flex min-h-16 flex-wrap items-baseline justify-between gap-x-3 pt-6 pb-3">
            <h1 className="first-letter:uppercase min-w-0 font-bold text-2xl tracking-tight">{title}</h1>
            {detail != null && <p className="num text-ink-2">{detail}</p>}
            {actions}
          </header>
        )}
        {children}
      </main>
      {dock != null && (
        <div
          ref={dockRef}
          className="fixed inset-x-0 bottom-[var(--tabs,0px)] z-10 bg-gradient-to-t from-75% from-bg to-transparent pt-6"
        >
          <div className="mx-auto max-w-[560px] px-4 pb-3">{dock}</div>
        </div>
      )}
    </>
  )
}

function SubHeader({ title, detail, back, actions }: Pick<Props, 'title' | 'detail' | 'actions'> & { back: string }) {
  const t = useTranslations('common')
  const goBack = useBack(back)
  return (
    <header className="sticky top-0 z-10 -mx-4 mb-2 flex min-h-16 items-center gap-1 border-line border-b bg-bg px-2 pt-[env(safe-area-inset-top)]">
      <IconButton label={t('back')} onClick={goBack}>
        <ChevronLeft size={26} aria-hidden />
      </IconButton>
      <div className="min-w-0 flex-1 py-2">
        <h1 className="first-letter:uppercase truncate font-bold text-lg tracking-tight">{title}</h1>
        {detail != null && <p className="num truncate text-ink-2 text-sm">{detail}</p>}
      </div>
      {actions}
    </header>
  )
}

/** Tells the toast, and the page's end, how much the dock covers; the tabs are told by the frame. */
function useDock(ref: React.RefObject<HTMLDivElement | null>, isShown: boolean): void {
  useLayoutEffect(() => {
    const element = ref.current
    const root = document.documentElement
    if (!isShown || !element) return
    const before = root.style.getPropertyValue('--dock')
    const measure = () => {
      const tabs = Number.parseFloat(getComputedStyle(root).getPropertyValue('--tabs')) || 0
      root.style.setProperty('--dock', `${element.offsetHeight + tabs}px`)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => {
      observer.disconnect()
      root.style.setProperty('--dock', before)
    }
  }, [ref, isShown])
}
