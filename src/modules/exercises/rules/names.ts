/** Exercise names as sets of words, so that `Bench Press (Barbell)`, `barbell bench-press` and `BB Bench Press` meet. */
import { foldLetters } from '../../../shared/fold-letters.ts'
import { isId } from '../../../shared/id.ts'

/** Short forms and other spellings, after the plural is off. */
const SAME: Record<string, string> = {
  bb: 'barbell',
  db: 'dumbbell',
  dumbell: 'dumbbell',
  kb: 'kettlebell',
  kettle: 'kettlebell',
  bw: 'bodyweight',
  tricep: 'triceps',
  bicep: 'biceps',
  ab: 'abdominal',
  abs: 'abdominal',
  calve: 'calf',
  delt: 'deltoid',
  hammie: 'hamstring',
  quad: 'quadriceps',
  bike: 'cycling',
  bicycle: 'cycling',
  alternate: 'alternating',
  alternated: 'alternating',
  weighed: 'weighted',
  laying: 'lying',
  one: 'single',
  '1': 'single',
  seat: 'seated',
  stand: 'standing',
  supported: 'support',
  flie: 'fly',
  flye: 'fly',
}

/** Written as one word or as two. */
const COMPOUNDS = new Set(
  'pullup pushup chinup situp stepup muscleup getup pulldown pushdown pullover pullthrough kickback crossover deadlift bodyweight dropset ezbar tbar warmup skullcrusher facepull legpress kettlebell barbell dumbbell walkout rollout windmill burpee handstand backextension'.split(
    ' ',
  ),
)
const SPLIT_AGAIN: Record<string, readonly string[]> = {
  skullcrusher: ['skull', 'crusher'],
  facepull: ['face', 'pull'],
  legpress: ['leg', 'press'],
  backextension: ['back', 'extension'],
}
/** Whole names that are known by their initials. */
const INITIALS: Record<string, string> = {
  ohp: 'overhead press',
  rdl: 'romanian deadlift',
  sldl: 'stiff leg deadlift',
  bss: 'bulgarian split squat',
  ghr: 'glute ham raise',
  cgbp: 'close grip bench press',
  oh: 'overhead',
}
const EMPTY_WORDS = new Set(['the', 'a', 'an', 'with', 'on', 'of', 'in', 'to', 'and', 'for', 'using', 'at', 'or'])

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us')
    ? word.slice(0, -1)
    : word
}

const ASCII = /^[\x20-\x7e]*$/

/** Letters alone: folded as in every search, without signs. */
export function foldName(name: string): string {
  const folded = foldLetters(name).replaceAll("'", '')
  // Nearly all of them; the marks and scripts below cost several times as much.
  if (ASCII.test(folded)) return folded.replace(/[^a-z0-9]+/g, ' ').trim()
  return folded
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The words of a name in one spelling, in order. */
export function wordsOf(name: string): string[] {
  return wordsOfFolded(foldName(name))
}

export function wordsOfFolded(folded: string): string[] {
  const words: string[] = []
  for (const raw of folded.split(' ')) {
    const expanded = INITIALS[raw]
    for (const word of (expanded ?? raw).split(' ')) {
      if (word === '' || EMPTY_WORDS.has(word)) continue
      const bare = singular(word)
      const one = SAME[bare] ?? SAME[word] ?? bare
      const before = words.at(-1)
      const joined = before === undefined ? '' : `${before}${one}`
      if (COMPOUNDS.has(joined)) words.splice(-1, 1, ...(SPLIT_AGAIN[joined] ?? [joined]))
      else words.push(...(SPLIT_AGAIN[one] ?? [one]))
    }
  }
  return words
}

/** The same for names with the same words in whatever order. */
export function bagOf(name: string): string {
  return [...new Set(wordsOf(name))].sort().join(' ')
}

/** An athlete's own exercise has a made id, a shipped one a readable slug. */
export function isOwn(exerciseId: string): boolean {
  return isId(exerciseId)
}
