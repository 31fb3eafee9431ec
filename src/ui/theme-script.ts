/** Where the device remembers the theme that the person chose: `system`, `dark` or `light`. */
const THEME_KEY = 'spotter.theme'

/** The person has chosen: this page shows it, and every later one. Storage that is switched off forgets it with the page. */
export function chooseTheme(theme: 'system' | 'dark' | 'light'): void {
  try {
    localStorage.setItem(THEME_KEY, theme)
  } catch {}
  const isLight = theme === 'light' || (theme === 'system' && matchMedia('(prefers-color-scheme: light)').matches)
  document.documentElement.dataset.theme = isLight ? 'light' : 'dark'
}

/**
 * Runs before the first paint, and again when the device goes from light to dark or back: every page follows it. Its hash
 * goes into the page's content security policy after the build.
 */
export const themeScript = `(function(){try{var m=matchMedia('(prefers-color-scheme: light)');function a(){var t=null;try{t=localStorage.getItem('${THEME_KEY}')}catch(e){}document.documentElement.dataset.theme=t==='light'||(t!=='dark'&&m.matches)?'light':'dark'}a();m.addEventListener('change',a)}catch(e){}})()`
