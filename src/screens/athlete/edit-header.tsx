import { ChevronLeft } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../../ui/icon-button.tsx'

/** Above what is edited by the rows of a workout: it scrolls with them. */
export function EditHeader({ title, onBack }: { title: string; onBack: () => void }) {
  const c = useTranslations('common')
  return (
    <header className="flex min-h-14 items-center gap-1 px-2 pt-[env(safe-area-inset-top)]">
      <IconButton label={c('back')} onClick={onBack}>
        <ChevronLeft size={26} aria-hidden />
      </IconButton>
      <h1 className="font-bold text-lg tracking-tight">{title}</h1>
    </header>
  )
}
