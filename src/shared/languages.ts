/** The languages that the athlete's app speaks, by their own names. English is built in; each other is a file of words. */
export const LANGUAGES = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  it: 'Italiano',
  nl: 'Nederlands',
  pt: 'Português',
  pl: 'Polski',
  sv: 'Svenska',
  ja: '日本語',
} as const
export type Language = keyof typeof LANGUAGES

export const TRANSLATIONS = Object.keys(LANGUAGES).filter((language) => language !== 'en') as Exclude<Language, 'en'>[]
