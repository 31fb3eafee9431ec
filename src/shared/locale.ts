/** The browser's language as Intl takes it; `en` for a tag that is none: Chromium under LANG=C says `en-US@posix`. */
export function usableLocale(tag: string | undefined): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en'
  } catch {
    return 'en'
  }
}

/** The reader's kind of English, where days stand inside English sentences: British for who reads no English at all. */
export function englishLocale(tag: string | undefined): string {
  const locale = usableLocale(tag)
  return /^en(-[A-Z]{2})?$/.test(locale) ? locale : 'en-GB'
}
