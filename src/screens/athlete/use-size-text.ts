'use client'
import { useLocale } from 'use-intl'

/** "840 kB", "1.9 MB", "5.2 GB". */
function sizeText(bytes: number, locale: string): string {
  const [unit, of] = bytes >= 1e9 ? ['gigabyte', 1e9] : bytes >= 1e6 ? ['megabyte', 1e6] : ['kilobyte', 1e3]
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: String(unit),
    maximumFractionDigits: unit === 'kilobyte' ? 0 : 1,
  })
  const text = format.format(unit === 'kilobyte' ? Math.max(1, bytes / 1e3) : bytes / Number(of))
  // A number and its unit stay on one line.
  return text.replaceAll(' ', '\u00a0')
}

export function useSizeText(): (bytes: number) => string {
  const locale = useLocale()
  return (bytes) => sizeText(bytes, locale)
}
