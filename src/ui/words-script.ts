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
export const wordsScript = `(function(){try{var d=document.documentElement,k=${JSON.stringify(Object.keys(LANGUAGES))},n=navigator.languages,c=null,l='en',t,i;if(!n||!n.length)n=[navigator.language||'en'];try{c=localStorage.getItem('${LANGUAGE_KEY}')}catch(e){}if(k.indexOf(c)>=0){l=c}else{for(i=0;i<n.length;i++){t=n[i].slice(0,2);if(/^..(-|$)/.test(n[i])&&k.indexOf(t)>=0){l=t;break}}}t=n[0];if(l!=='en'||c===l){t=l==='en'?'en-GB':l;for(i=n.length-1;i>=0;i--)if(n[i].slice(0,2)===l)t=n[i]}try{t=Intl.getCanonicalLocales(t)[0]||l}catch(e){t=l}d.dataset.locale=t;d.lang=l;if(l!=='en'){d.dataset.words='coming';window.spotterWords=fetch('/train/words/'+l+'.json',{signal:AbortSignal.timeout(3000)}).then(function(r){if(!r.ok)throw 0;return r.json()}).catch(function(){return null})}}catch(e){}})()`
