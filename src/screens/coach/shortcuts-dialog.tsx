'use client'
import { useTranslations } from 'use-intl'
import { PortalDialog } from '../../ui/portal-dialog.tsx'
import { Kbd } from '../../ui/portal-parts.tsx'
import { usePaletteKey } from '../../ui/portal-shortcuts.ts'

const SHORTCUTS = [
  { keys: ['/'], does: 'search' },
  { keys: ['↑', '↓'], does: 'move' },
  { keys: ['Enter'], does: 'open' },
  { keys: ['[', ']'], does: 'neighbours' },
  { keys: ['1', '2'], does: 'tabs' },
  { keys: ['U'], does: 'up' },
  { keys: ['I'], does: 'invite' },
  { keys: ['?'], does: 'help' },
] as const

export function ShortcutsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations('coach')
  const shortcuts = [{ keys: [usePaletteKey()], does: 'palette' } as const, ...SHORTCUTS]
  return (
    <PortalDialog open={open} onClose={onClose} title={t('shortcuts.title')} closeLabel={t('close')}>
      <dl className="divide-y divide-line">
        {shortcuts.map(({ keys, does }) => (
          <div key={does} className="flex min-h-8 items-center gap-4">
            <dt className="flex w-32 gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{t(`shortcuts.${does}`)}</dd>
          </div>
        ))}
      </dl>
    </PortalDialog>
  )
}
