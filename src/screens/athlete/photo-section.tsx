'use client'
import { useTranslations } from 'use-intl'
import { PhotoEditor } from '../photo/photo-editor.tsx'

/** One's picture, on the phone. It is the account's and not the log's: changing it needs a signal, and says so. */
export function PhotoSection({ personId, name }: { personId: string; name: string }) {
  const t = useTranslations('you.photo')
  return (
    <div className="py-2">
      <PhotoEditor
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
    </div>
  )
}
