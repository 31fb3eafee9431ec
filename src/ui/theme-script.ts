/** Where the device remembers the theme that the person chose: `system`, `dark` or `light`. */
export const THEME_KEY = 'spotter.theme'

/** Runs before the first paint; its hash goes into the page's content security policy after the build. */
export const themeScript = `(function(){try{var t=localStorage.getItem('${THEME_KEY}');var l=t==='light'||(t!=='dark'&&matchMedia('(prefers-color-scheme: light)').matches);document.documentElement.dataset.theme=l?'light':'dark'}catch(e){}})()`
