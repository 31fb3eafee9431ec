'use client'
import { useTranslations } from 'use-intl'
import { PortalDialog } from '../../ui/portal-dialog.tsx'
import { Kbd } from '../../ui/portal-parts.tsx'
import { usePaletteKey } from '../../ui/portal-shortcuts.ts'

export type Shortcut = { keys: readonly string[]; does: string }

/** What each key does, those of the page after those of every page. */
export function ShortcutsDialog(props: { open: boolean; onClose: () => void; shortcuts: readonly Shortcut[] }) {
  const t = useTranslations('portal')
  const shortcuts = [
    { keys: [usePaletteKey()], does: t('shortcuts.palette') },
    ...props.shortcuts,
    { keys: ['?'], does: t('shortcuts.help') },
  ]
  return (
    <PortalDialog open={props.open} onClose={props.onClose} title={t('shortcuts.title')} closeLabel={t('close')}>
      <dl className="divide-y divide-line">
        {shortcuts.map(({ keys, does }) => (
          <div key={does} className="flex min-h-8 items-center gap-4">
            <dt className="flex w-32 gap-1">
              {keys.map((key) => (
                <Kbd key={key} always>
                  {key}
                </Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </PortalDialog>
  )
}
