/** Which build the browser's code is of: a hash of its sources; `dev` in development. */
export const BUILD = process.env.NEXT_PUBLIC_BUILD ?? 'dev'
