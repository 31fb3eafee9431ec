'use client'
/** A link on its way to somebody: by what the phone has for that, or copied. */
import { useTranslations } from 'use-intl'
import { copyText } from '../../ui/portal-csv.ts'
import { showToast } from '../../ui/toast.tsx'

export function useSendLink() {
  const t = useTranslations('share')
  return async (url: string, title?: string): Promise<void> => {
    if (navigator.share) await navigator.share({ url, ...(title && { title }) }).catch(() => {})
    else if (await copyText(url)) showToast({ tone: 'good', text: t('copied') })
  }
}
