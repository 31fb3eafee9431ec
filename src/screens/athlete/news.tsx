'use client'
/** What is new; and on today, once after an update, the way there. */
import { useEffect, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { dayFromIso } from '../../shared/local-instant.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { showDay } from '../../ui/show-day.ts'
import { address } from './addresses.ts'
import { hasNews, NEWS, tellNoMore } from './news-list.ts'
import { Page } from './page.tsx'
import { TodayNotice } from './today-notice.tsx'

export function NewsScreen() {
  const t = useTranslations('news')
  const locale = useLocale()
  useEffect(() => tellNoMore(), [])
  return (
    <Page title={t('title')} back={address.you}>
      {NEWS.map(({ date, ids }) => (
        <Section key={date} title={showDay(dayFromIso(date) ?? 0, 'year', locale)}>
          <ul className="grid gap-4">
            {ids.map((id) => (
              <li key={id}>
                <h3 className="font-semibold">{t(`items.${id}.title`)}</h3>
                <p className="text-ink-2">{t(`items.${id}.text`)}</p>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </Page>
  )
}

export function NewsCard() {
  const t = useTranslations('day.news')
  const [, navigate] = useLocation()
  const [isShown, setShown] = useState(false)
  useEffect(() => setShown(hasNews()), [])
  if (!isShown) return null
  return (
    <TodayNotice title={t('title')}>
      <Button onClick={() => navigate(address.news)}>{t('open')}</Button>
      <Button
        tone="quiet"
        onClick={() => {
          tellNoMore()
          setShown(false)
        }}
      >
        {t('away')}
      </Button>
    </TodayNotice>
  )
}
