'use client'
import { useTranslations } from 'use-intl'
import { PhotoEditor } from '../photo/photo-editor.tsx'

/** One's picture, on the account's page. */
export function PhotoPart({ personId, name }: { personId: string; name: string }) {
  const t = useTranslations('account.photo')
  return (
    <PhotoEditor
      compact
      personId={personId}
      name={name}
      words={{
        choose: t('choose'),
        change: t('change'),
        remove: t('remove'),
        save: t('save'),
        cancel: t('cancel'),
        hint: t('hint'),
        crop: t('crop'),
        zoom: t('zoom'),
        saved: t('saved'),
        removed: t('removed'),
        fault: (fault) => ('said' in fault ? fault.said : t(`fault.${fault.key}`)),
      }}
    />
  )
}
