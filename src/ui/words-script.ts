/** Which language the athlete's app speaks on this device, and its words on their way before any script of the app runs. */
import { LANGUAGES, type Language } from '../shared/languages.ts'

const LANGUAGE_KEY = 'spotter.language'

/** What the person chose here; null: as the phone says. */
export function chosenLanguage(): Language | null {
  try {
    const said = localStorage.getItem(LANGUAGE_KEY) ?? ''
    return said in LANGUAGES ? (said as Language) : null
  } catch {
    return null
  }
}

/** From the next load on. False where the device remembers nothing. */
export function chooseLanguage(language: Language | null): boolean {
  try {
    if (language) localStorage.setItem(LANGUAGE_KEY, language)
    else localStorage.removeItem(LANGUAGE_KEY)
    return true
  } catch {
    return false
  }
}

/** What the page speaks where nothing was chosen: the phone's first language that there are words of. */
export function phonesLanguage(languages: readonly string[] = navigator.languages): Language {
  const found = languages.map((tag) => tag.split('-')[0] ?? '').find((language) => language in LANGUAGES)
  return (found ?? 'en') as Language
}

/**
 * Runs before the first paint: the first language of the phone that we speak, or the chosen one, becomes the page's. Its
 * words are fetched at once, and nothing English is shown till they are here (global.css; three seconds at most). The
 * reader's own way of writing numbers and days comes with it: the phone's for that language, its first where English is
 * only what is left.
 */
export const wordsScript = `(function () {
  try {
    var page = document.documentElement, known = ${JSON.stringify(Object.keys(LANGUAGES))}
    var phones = navigator.languages, chosen = null, language = 'en', locale, i
    if (!phones || !phones.length) phones = [navigator.language || 'en']
    try { chosen = localStorage.getItem('${LANGUAGE_KEY}') } catch (e) {}
    function of(tag) { return tag.split('-')[0] }
    if (known.indexOf(chosen) >= 0) language = chosen
    else for (i = phones.length - 1; i >= 0; i--) if (known.indexOf(of(phones[i])) >= 0) language = of(phones[i])
    locale = phones[0]
    if (language !== 'en' || chosen === language) {
      locale = language === 'en' ? 'en-GB' : language
      for (i = phones.length - 1; i >= 0; i--) if (of(phones[i]) === language) locale = phones[i]
    }
    try { locale = Intl.getCanonicalLocales(locale)[0] || language } catch (e) { locale = language }
    page.dataset.locale = locale
    page.lang = language
    if (language === 'en') return
    page.dataset.words = 'coming'
    window.spotterWords = fetch('/train/words/' + language + '.json', { signal: AbortSignal.timeout(3000) })
      .then(function (answer) { if (!answer.ok) throw 0; return answer.json() })
      .catch(function () { return null })
  } catch (e) {}
})()`
