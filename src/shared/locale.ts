/** The browser's language as Intl takes it; `en` for a tag that is none: Chromium under LANG=C says `en-US@posix`. */
export function usableLocale(tag: string | undefined): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
