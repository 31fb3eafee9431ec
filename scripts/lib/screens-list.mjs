// Every screen of `npm run screens`: its name, its address, and what is done there before the picture.
import { OUTBOX } from '../../e2e/support/letters.ts'
import { madeHistory } from '../../src/modules/workouts/rules/import/fixtures.ts'
import { hevyCsv } from '../../src/modules/workouts/rules/import/fixtures-hevy.ts'
import { strongCsv } from '../../src/modules/workouts/rules/import/fixtures-strong.ts'
import { phonePhoto } from '../../src/test/photos.ts'
import { UNSHARED } from './screens-people.mjs'

const PATIENCE = { timeout: 5000 }

const click = (role, name) => (page) => page.getByRole(role, { name }).first().click(PATIENCE)
const inTurn =
  (...acts) =>
  async (page) => {
    for (const act of acts) await act(page)
  }
const part = (name) => (page) => page.locator('label', { hasText: name }).first().click(PATIENCE)
const cell = (what) => (page) => page.locator(`[data-cell$=":${what}"]`).nth(2).click(PATIENCE)
const newest = (page) => page.getByRole('main').locator('a[href*="/history/"]').first().click(PATIENCE)
const routine = (page) => page.getByRole('main').locator('a[href*="/routines/"]').first().click(PATIENCE)
const dialogButton = (name) => (page) =>
  page.getByRole('dialog').getByText(name, { exact: true }).first().click(PATIENCE)
const keys = (combination) => (page) => page.keyboard.press(combination)

/** A letter that was asked for before is waited for by every sign-in form of this browser. */
const anew = async (page) => {
  await page.evaluate(() => localStorage.removeItem('spotter.asked'))
  await page.reload()
}
const address = (page) => page.getByLabel('Email address').fill('somebody@example.test', PATIENCE)
const ask = (way) => inTurn(anew, click('button', way), address, click('button', 'Send the letter'))

const HISTORY = madeHistory(7, 26)
/** One of its lifts nobody knows, so that more is asked than the units. */
const STRONG = strongCsv(HISTORY, 'A').replaceAll('Leg Press', 'Sled thing, by the window')
const bring = (name, text) => async (page) => {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) }, PATIENCE)
  await page.getByRole('button', { name: 'Other file' }).waitFor({ timeout: 20_000 })
}

const picture = async (page) => {
  const chooser = page.waitForEvent('filechooser', PATIENCE)
  await click('button', 'Choose a picture')(page)
  await (await chooser).setFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer: await phonePhoto() })
}

export const PHONE = [
  ['today', '', null],
  ['workout', '/workout', null],
  ['number pad', '/workout', cell('load')],
  ['number pad reps', '/workout', cell('reps')],
  ['exercise menu', '/workout', click('button', /^Menu of /)],
  ['superset sheet', '/workout', inTurn(click('button', /^Menu of /), dialogButton('Superset or circuit'))],
  ['clock sheet', '/workout', inTurn(click('button', /^Menu of /), dialogButton('By the clock'))],
  ['calculator', '/workout', inTurn(click('button', /^Menu of /), dialogButton('Calculator'))],
  ['set sheet', '/workout', click('button', /: kind, note, remove$/)],
  ['workout sheet', '/workout', click('button', 'Workout menu, finish')],
  ['places sheet', '/workout', inTurn(click('button', 'Workout menu, finish'), click('button', /^Place/))],
  ['picker', '/workout', click('button', 'Add exercise')],
  ['finish', '/workout', click('button', 'Finish workout')],
  ['order', '/workout', inTurn(click('button', 'Workout menu, finish'), click('button', 'Order of exercises'))],
  ['notes', '/workout', inTurn(click('button', /^Menu of /), dialogButton('Note'))],
  ['history', '/history', null],
  ['calendar', '/history', click('button', 'Show the calendar')],
  ['log past', '/history', click('button', 'Log a past workout')],
  ['past workout', '/history', newest],
  ['share workout', '/history', inTurn(newest, click('button', 'More'), dialogButton('Share'))],
  ['edit workout', '/history', inTurn(newest, (page) => page.getByText('Edit', { exact: true }).click(PATIENCE))],
  ['exercises', '/exercises', null],
  ['own exercise', '/exercises', click('button', 'New exercise')],
  ['exercise', '/exercises/bench-press', null],
  ['record', '/exercises/bench-press', click('button', /^Estimated 1RM/)],
  ['exercise history', '/exercises/bench-press', part('History')],
  ['how to', '/exercises/bench-press', part('How to')],
  ['progress', '/progress', null],
  ['muscle', '/progress/muscle/chest', null],
  ['body', '/progress/body', null],
  ['year', `/progress/year/${new Date().getFullYear()}`, null],
  ['routines', '/routines', null],
  ['routine', '/routines', routine],
  ['edit routine', '/routines', inTurn(routine, click('button', 'Edit'))],
  ['order of routines', '/routines', click('button', 'Change the order')],
  ['programs', '/programs', null],
  ['program', '/programs/upper-lower-4', null],
  ['cardio', '/cardio', null],
  ['you', '/you', null],
  ['install', '/you/install', null],
  ['door code', '/you', click('button', /^Check in at /)],
  ['friends', '/you/friends', null],
  ['who follows whom', '/you/friends/people', null],
  ['timeline', '/you/timeline', null],
  ['log weight', '/progress/body', click('button', /^Weight/)],
  ['places', '/you/places', null],
  ['place', '/you/places', click('button', /^(Ironbridge|Home|Garage|Gym)/)],
  ['picture', '/you', picture],
  ['import', '/you/import', null],
  ['import questions', '/you/import', bring('strong.csv', STRONG)],
  ['import preview', '/you/import', bring('workouts.csv', hevyCsv(HISTORY))],
  ['data', '/you/data', null],
  ['data on the phone', '/you/phone', click('button', 'Check it now')],
  ['export archive', '/you/data', click('button', /^Archive of your log/)],
  ['export table', '/you/data', click('button', /^Table of your sets/)],
  ['forgotten password', '/sign-in', inTurn(anew, click('button', 'Forgot your password?'))],
  ['code of a letter', '/sign-in', ask('Sign in by a letter')],
  ['sign in', '/sign-in', anew],
]

/** Only where another device has a workout open. */
export const START = ['start sheet', '', click('button', 'Start empty workout')]

/** What the server refused, as the phone shows it. */
export const REFUSED = ['today', 'workout', 'set sheet', 'you']

/** Addresses that anybody may open, on whatever they hold; `{invite}` is a link of the coach's. */
export const PUBLIC = [
  ['landing', '/', null],
  ['sign up', '/sign-up', anew],
  ['forgotten password page', '/sign-in', inTurn(anew, click('button', 'Forgot your password?'))],
  ['code page', '/sign-in', ask('Forgot your password?')],
  ['sign in page', '/sign-in', anew],
  ['broken letter', '/letter/no-such-letter-was-ever-sent', null],
  ['outbox', `/outbox/${OUTBOX}`, null],
  ['invite page', '/invite/{invite}', null],
  ['broken invite', '/invite/no-such-invite-was-ever-made', null],
  ['account', '/account', null],
  ['delete account', '/account#delete', null],
  ['no such page', '/no/such/page', null],
]

/** Somebody who is signed out is sent on from the account. */
export const SIGNED_OUT = PUBLIC.filter(([, path]) => !path.startsWith('/account'))

/** `{athlete}` is somebody on the coach's list. */
export const DESK = [
  ['roster', '/coach', null],
  ['palette', '/coach', keys('Control+k')],
  ['shortcuts', '/coach', keys('Shift+?')],
  ['invite', '/coach', (page) => page.locator('header').getByRole('button', { name: 'Invite' }).click(PATIENCE)],
  [
    'invite made',
    '/coach',
    inTurn(
      (page) => page.locator('header').getByRole('button', { name: 'Invite' }).click(PATIENCE),
      click('button', 'Make the link'),
    ),
  ],
  ['not shared', '/coach', (page) => page.getByRole('row').getByRole('button', { name: UNSHARED }).click(PATIENCE)],
  ['athlete', '/coach/athletes/{athlete}', null],
  ['training', '/coach/athletes/{athlete}?tab=training', null],
  ['body of an athlete', '/coach/athletes/{athlete}?tab=body', null],
  ['end coaching', '/coach/athletes/{athlete}', click('button', /^End coaching/)],
  ['nobody here', '/coach/athletes/00000000-0000-7000-8000-000000000000', null],
  ...PUBLIC,
]

const MEMBERS = [
  'Name,Email,Mobile,Join date,Home Location,Notes',
  'Aisha Bello,aisha@x.test,07700 1,2024-03-05,Dockside,',
  'New Person,new.person@x.test,,31/02/2023,Moon,likes tea',
  ',nobody@x.test,,,,',
  'New Person,new.person@x.test,,,,',
].join('\n')
const bringMembers = async (page) => {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'members.csv', mimeType: 'text/csv', buffer: Buffer.from(MEMBERS) }, PATIENCE)
  await page.getByRole('button', { name: 'Another file' }).waitFor(PATIENCE)
}
const choose = inTurn(keys('ArrowDown'), keys('x'), keys('j'), keys('x'))
const write = (text) => (page) => page.keyboard.type(text)

/** A gym's pages, for who may open them; `{gym}` is the gym, `{join}` a link to it for a member. */
export const GYM = [
  ['members', '/gym/{gym}', null],
  ['member', '/gym/{gym}', inTurn(keys('ArrowDown'), keys('Enter'))],
  ['absent', '/gym/{gym}?state=absent', null],
  ['chosen', '/gym/{gym}', choose],
  ['coach of many', '/gym/{gym}', inTurn(choose, keys('c'))],
  ['invite members', '/gym/{gym}?state=no_account', inTurn(choose, keys('i'))],
  ['add member', '/gym/{gym}', inTurn(keys('n'), write('Aisha Bello'))],
  ['gym palette', '/gym/{gym}', inTurn(keys('Control+k'), write('an'))],
  ['check-in', '/gym/{gym}/desk', null],
  ['check-in found', '/gym/{gym}/desk', write('an')],
  ['staff', '/gym/{gym}/staff', null],
  ['invite staff', '/gym/{gym}/staff', click('button', 'Invite staff')],
  ['import members', '/gym/{gym}/import', null],
  ['members preview', '/gym/{gym}/import', bringMembers],
  ['equipment', '/gym/{gym}/equipment', null],
  ['equipment open', '/gym/{gym}/equipment', click('button', /^Edit /)],
  ['changes', '/gym/{gym}/log', null],
  ['gym settings', '/gym/{gym}/settings', null],
  ['another gym', '/gym?new=1', null],
  ['join page', '/join/{join}', null],
  ['broken join', '/join/no-such-invite-was-ever-made', null],
]
