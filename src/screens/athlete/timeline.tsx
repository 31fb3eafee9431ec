'use client'
/** What was done in the last 30 days, on whatever device: each of it can be undone, and done again. */
import { History } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useDeviceAccount } from '../../client/account-provider.tsx'
import { isAppError } from '../../shared/errors.ts'
import { useMaybePhone } from '../../sync/client/hooks.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { showToast } from '../../ui/toast.tsx'
import { address } from './addresses.ts'
import { Page } from './page.tsx'
import { factsKeyOf } from './timeline-items.ts'
import { TimelineList } from './timeline-list.tsx'
import { type UndoAnswer, undoItems } from './undo-items.ts'
import { useAthlete } from './use-athlete.ts'
import { useDeedWords } from './use-deed-words.ts'
import { useTimeline } from './use-timeline.ts'

export type Refusal = { key: string; answer: Exclude<UndoAnswer, { done: true }> }

export function TimelineScreen() {
  const t = useTranslations('timeline')
  const athlete = useAthlete()
  const { identity } = useDeviceAccount()
  const phone = useMaybePhone()
  const words = useDeedWords(athlete)
  const timeline = useTimeline(identity?.kind === 'account')
  const { items, facts, isAlone, more } = timeline
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  const undo = useCallback(
    async (keys: readonly string[], said: string, isRedo: boolean): Promise<void> => {
      if (!phone) return
      const [key = ''] = keys
      try {
        const answer = await undoItems(phone, keys, (item) => facts.get(factsKeyOf(item))?.sessionId, Date.now())
        if (!('done' in answer)) {
          setRefusal({ key, answer })
          return
        }
        setRefusal(null)
        const back = { label: isRedo ? t('undo') : t('redo'), run: () => void undo(keys, said, !isRedo) }
        showToast({ text: t(isRedo ? 'saidRedone' : 'saidUndone', { text: said }), action: back })
      } catch (error) {
        showToast({ tone: 'bad', text: t('failed', { why: isAppError(error) ? error.message : String(error) }) })
      }
    },
    [phone, facts, t],
  )

  return (
    <Page title={t('title')} back={address.you} ready={items !== undefined && athlete.book.ready}>
      <p className="mt-2 text-ink-2">{t('detail')}</p>
      {isAlone && (
        <div className="mt-3">
          <Notice>{t('alone')}</Notice>
        </div>
      )}
      {items?.length === 0 && isAlone !== undefined && (
        <EmptyState icon={<History size={28} aria-hidden />} title={t('empty')} text={t('emptyText')} />
      )}
      {items && items.length > 0 && (
        <TimelineList
          items={items}
          facts={facts}
          words={words}
          athlete={athlete}
          space={phone?.space ?? ''}
          refusal={refusal}
          onUndo={undo}
          onEnd={more}
        />
      )}
    </Page>
  )
}
