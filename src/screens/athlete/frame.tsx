'use client'
/** Around every screen: the theme the athlete chose, the tabs, and the chunk of the screen at this address. */
import { Suspense, useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import '../../client/install.ts'
import { registerWorker } from '../../client/worker-registration.ts'
import { profiles } from '../../modules/users/model.ts'
import { useLive, useMaybePhone } from '../../sync/client/hooks.ts'
import { TabBar } from '../../ui/tab-bar.tsx'
import { chooseTheme } from '../../ui/theme-script.ts'
import { address } from './addresses.ts'
import { ScreenGuard } from './broken-screen.tsx'
import { preloadElsewhere, screenElsewhere } from './elsewhere-screen.tsx'
import { Routes } from './routes.tsx'
import { useStartQuestion } from './start-question.ts'
import { ExercisesIcon, HistoryIcon, ProgressIcon, TodayIcon, YouIcon } from './tab-icons.tsx'

const StartQuestionSheet = screenElsewhere((chunk) => chunk.StartQuestionSheet)

export function Frame() {
  const [path, navigate] = useLocation()
  const question = useStartQuestion()
  useTheme()
  useEffect(() => {
    // After the first paint: the app works before its worker does.
    const timer = setTimeout(() => {
      registerWorker()
      // No later tap waits for a chunk, worker or no worker.
      preloadElsewhere()
    }, 2000)
    return () => clearTimeout(timer)
  }, [])
  return (
    <>
      <ScreenGuard path={path}>
        <Suspense fallback={<main className="min-h-dvh" />}>
          <Routes />
        </Suspense>
        {question && (
          <Suspense fallback={null}>
            <StartQuestionSheet {...question} />
          </Suspense>
        )}
      </ScreenGuard>
      {!isFullScreen(path) && <Tabs path={path} onGo={navigate} />}
    </>
  )
}

/** Logging, editing and signing in have the screen to themselves. */
function isFullScreen(path: string): boolean {
  return path.startsWith('/workout') || path.endsWith('/edit') || path === address.signIn
}

const TABS = [
  ['today', address.today, TodayIcon],
  ['history', address.history, HistoryIcon],
  ['exercises', address.exercises, ExercisesIcon],
  ['progress', address.progress, ProgressIcon],
  ['you', address.you, YouIcon],
] as const

function Tabs({ path, onGo }: { path: string; onGo: (path: string) => void }) {
  const t = useTranslations('tabs')
  const current = TABS.find(([, to]) => (to === address.today ? path === to : path.startsWith(to)))
  const hrefOf = (to: string) => `/train${to === '/' ? '' : to}`
  return (
    <TabBar
      label={t('label')}
      tabs={TABS.map(([name, to, Icon]) => ({ href: hrefOf(to), label: t(name), icon: <Icon /> }))}
      current={current ? hrefOf(current[1]) : null}
      onGo={(href) => onGo(href.slice('/train'.length) || '/')}
    />
  )
}

/** The profile's theme, remembered on the device for the script that runs before the first paint. */
function useTheme(): void {
  const space = useMaybePhone()?.space ?? ''
  const theme = useLive(async (rows) => (await rows.get(profiles, space))?.theme ?? null, [space])
  useEffect(() => {
    if (theme) chooseTheme(theme)
  }, [theme])
}
