/** The catalogue and the code that asks it: no message that nobody shows, and no name without a message. */
import { describe, expect, test } from 'vitest'
import { GOOGLE_REFUSALS } from '../client/google.ts'
import athlete from '../messages/en/athlete.json' with { type: 'json' }
import elsewhere from '../messages/en/athlete-elsewhere.json' with { type: 'json' }
import programs from '../messages/en/athlete-programs.json' with { type: 'json' }
import today from '../messages/en/athlete-today.json' with { type: 'json' }
import legal from '../messages/en/legal.json' with { type: 'json' }
import portal from '../messages/en/portal.json' with { type: 'json' }
import { DOMAINS } from '../modules/coaching/model.ts'
import { EQUIPMENT, MUSCLES } from '../modules/exercises/model.ts'
import { BAR_KINDS } from '../modules/gyms/model/places.ts'
import { MEMBER_FIELDS, ROSTER_STATES, STAFF_ROLES } from '../modules/gyms/model.ts'
import { GYM_ACTIONS } from '../modules/gyms/rules/access.ts'
import { LINES } from '../modules/gyms/rules/equipment-lines.ts'
import { DECISIONS } from '../modules/gyms/rules/import/matches.ts'
import { LOADED_BY } from '../modules/gyms/rules/machine-rows.ts'
import { IMPORT_STEPS } from '../modules/gyms/ui/portal/import-progress.tsx'
import { TRIGGERS } from '../modules/programs/model.ts'
import { KITS, LEVELS } from '../modules/programs/rules/find-programs.ts'
import { SOURCES } from '../modules/workouts/model.ts'
import { SPORTS } from '../modules/workouts/rules/cardio/track.ts'
import { LOSSES } from '../modules/workouts/rules/export/losses.ts'
import { ROLES } from '../modules/workouts/rules/import/headers.ts'
import { RECORD_KINDS } from '../modules/workouts/rules/record-marks.ts'
import { GYM_PAGES } from '../screens/gym/gym-context.tsx'
import { readHouse } from './house.ts'
import { type Asked, messagesAskedIn, namesIn } from './messages.ts'
import { PUT_TOGETHER, STANDS_FOR } from './messages-put-together.ts'

/** The lists whose every word is shown: one that is new needs its message. */
const LISTS: Record<'athlete' | 'portal', Record<string, readonly string[]>> = {
  athlete: {
    'cardio.sport.*': SPORTS,
    'data.export.loss.*': LOSSES,
    'import.batches.source.*': SOURCES,
    'import.columns.role.*': ROLES,
    'equipment.*': EQUIPMENT,
    'muscle.*': MUSCLES,
    'places.bars.*': BAR_KINDS,
    'programs.kit.*': KITS,
    'programs.level.*': LEVELS,
    'programs.rules.when.*': TRIGGERS,
    'records.kind.*': RECORD_KINDS,
    'signIn.elsewhere.*': GOOGLE_REFUSALS,
  },
  portal: {
    'account.elsewhere.*': GOOGLE_REFUSALS,
    'equipment.line.*': LINES,
    'equipment.machine.loaded.*': LOADED_BY,
    'gym.can.*': GYM_ACTIONS,
    'gym.import.decision.*': DECISIONS,
    'gym.import.field.*': MEMBER_FIELDS,
    'gym.import.progress.closing.*': IMPORT_STEPS,
    'gym.import.progress.step.*': IMPORT_STEPS,
    'gym.page.*': GYM_PAGES,
    'gym.role.*': STAFF_ROLES,
    'gym.state.*': ROSTER_STATES,
    'invite.domain.*': DOMAINS,
  },
}

const FOR_TESTS = /\.test\.tsx?$|\/fixtures[\w-]*\.tsx?$/
const asked = readHouse()
  .filter(({ path }) => !FOR_TESTS.test(path))
  .flatMap(messagesAskedIn)
const isOf = { athlete: /\/athlete\//, portal: /\/(portal|coach|gym|public)\/|^client\/portal-provider/ }
const names = {
  athlete: [...namesIn(athlete), ...namesIn(elsewhere), ...namesIn(today), ...namesIn(programs)],
  portal: [...namesIn(portal), ...namesIn(legal)],
}
const isPutTogether = (name: string) => name.includes('*')

function fits(pattern: string): (name: string) => boolean {
  const text = pattern
    .split(/(\*+)/)
    .map((part) => (part === '*' ? '[^.]+' : part === '**' ? '.+' : part.replaceAll('.', '\\.')))
  const whole = new RegExp(`^${text.join('')}$`)
  return (name) => whole.test(name)
}

/** The names that this may be, or patterns of them. */
const meant = ({ name }: Asked): string[] => STANDS_FOR[name]?.split(' ') ?? [name]

describe.each(['athlete', 'portal'] as const)('the messages of the %s', (side) => {
  const here = asked.filter(({ path }) => isOf[side].test(path))
  const isShown = here.flatMap(meant).map(fits)

  test('are all shown somewhere', () => {
    expect(names[side].length).toBeGreaterThan(300)
    expect(names[side].filter((name) => !isShown.some((is) => is(name)))).toEqual([])
  })

  test('are there for every name in the code', () => {
    const missing = here.filter((one) => meant(one).some((name) => !names[side].some(fits(name))))
    expect(missing.map(({ path, line, name }) => `${path}:${line} ${name}`)).toEqual([])
  })
})

test.each(
  Object.entries(LISTS).flatMap(([side, lists]) =>
    Object.entries(lists).map(([pattern, words]) => [side as 'athlete' | 'portal', pattern, words] as const),
  ),
)('the %s finds a message for every word of %s', (side, pattern, words) => {
  const known = new Set(names[side])
  expect(words.map((word) => pattern.replace('*', word)).filter((name) => !known.has(name))).toEqual([])
})

test('every room that shows messages has its catalogue', () => {
  expect(asked.filter(({ path }) => Object.values(isOf).filter((of) => of.test(path)).length !== 1)).toEqual([])
})

test('a name that is put together is listed, with its part that is known', () => {
  expect([...new Set(asked.map(({ name }) => name).filter(isPutTogether))].sort()).toEqual(
    [...PUT_TOGETHER, ...Object.keys(STANDS_FOR)].sort(),
  )
})

test('what comes later hides nothing that came with the page', () => {
  for (const later of [elsewhere, today]) expect(Object.keys(later).filter((name) => name in athlete)).toEqual([])
})

describe('a name is found', () => {
  const namesOf = (text: string) => messagesAskedIn({ path: 'screens/athlete/x.tsx', text }).map(({ name }) => name)
  test.each([
    ['plain', "function A() { const t = useTranslations('a'); return t('b.c', { n: 1 }) }", ['a.b.c']],
    [
      'by a choice',
      "function A() { const t = useTranslations('a'); return t(x ? 'b' : y ? 'c' : 'd') }",
      ['a.b', 'a.c', 'a.d'],
    ],
    ['by a fallback', "function A() { const t = useTranslations('a'); return t(x ?? 'b') }", ['a.**', 'a.b']],
    [
      'in a template',
      `function A() { const t = useTranslations('a'); return t(\`b.\${x ? 'c' : 'd'}\`) }`,
      ['a.b.c', 'a.b.d'],
    ],
    ['put together', `function A() { const t = useTranslations('a'); return t(\`b.\${c}.d\`) }`, ['a.b.*.d']],
    ['of a variable', "function A() { const t = useTranslations('a'); return t(b as 'c') }", ['a.**']],
    ['with tags', "function A() { const t = useTranslations('a'); return t.rich('b') }", ['a.b']],
    ['of the whole catalogue', "function A() { const t = useTranslations(); return t('b.c') }", ['b.c']],
    ['at once', "const a = () => useTranslations('a')('b')", ['a.b']],
    [
      'outside of React',
      "const t = createTranslator({ locale: 'en', messages, namespace: 'a' }); const b = () => t('b')",
      ['a.b'],
    ],
    ['of the function around', "function A() { const t = useTranslations('a'); return () => t('b') }", ['a.b']],
    [
      'of each function its own',
      "function A() { const t = useTranslations('a'); return t('x') } function B() { const t = useTranslations('b'); return t('x') }",
      ['a.x', 'b.x'],
    ],
  ])('%s', (_how, text, found) => {
    expect(namesOf(text)).toEqual(found)
  })

  test('and what is no translator is none', () => {
    expect(namesOf("function A() { const c = useTranslations('a'); const t = of('b'); return t('x') }")).toEqual([])
  })
})
