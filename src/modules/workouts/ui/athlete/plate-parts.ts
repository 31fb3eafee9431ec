/** The chunk behind `late-plates.ts`. */
export { PadStrip } from './pad-strip.tsx'
export { atPlace, barLine, nextLoad } from './plate-words.ts'
