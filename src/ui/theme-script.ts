/** Where the device remembers the theme that the person chose: `system`, `dark` or `light`. */
export const THEME_KEY = 'spotter.theme'

/**
 * Runs before the first paint, and again when the device goes from light to dark or back: every page follows it. Its hash
 * goes into the page's content security policy after the build.
 */
export const themeScript = `(function(){try{var m=matchMedia('(prefers-color-scheme: light)');function a(){var t=null;try{t=localStorage.getItem('${THEME_KEY}')}catch(e){}document.documentElement.dataset.theme=t==='light'||(t!=='dark'&&m.matches)?'light':'dark'}a();m.addEventListener('change',a)}catch(e){}})()`
