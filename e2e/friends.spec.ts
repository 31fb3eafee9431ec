/** Two phones: a workout is shown to followers, somebody asks, is accepted, likes it and writes; blocked, all of it is gone. */
import { expectAllOnServer, logWorkout, openOwnLog, openTrain, waitReadyOffline } from './support/athlete.ts'
import { expect, test } from './support/story.ts'

test('friends: asked, accepted, liked, written about, told, and blocked', async ({ athlete }) => {
  const [{ page: ida }, { page: ben, phone: bens }] = [await athlete('Ida'), await athlete('Ben')]
  await openOwnLog(ida)
  await logWorkout(ida, 'Bench press', [{ load: '60', reps: '8' }])
  await ida.getByRole('button', { name: 'More' }).click()
  await ida.getByRole('dialog').getByText('Share', { exact: true }).click()
  await ida.getByRole('button', { name: 'Show it to followers' }).click()
  await expect(ida.getByText('Your followers see this')).toBeVisible()
  await ida.keyboard.press('Escape')
  await expectAllOnServer(ida)

  await openTrain(ida, '/you/friends/people')
  await ida.getByRole('button', { name: 'Make a link' }).click()
  const link = await ida.getByLabel('Link', { exact: true }).inputValue()

  await openOwnLog(ben)
  await ben.goto(link)
  await ben.getByRole('button', { name: 'Ask to follow' }).click()
  await expect(ben.getByText(/^Ida has to accept it/)).toBeVisible()
  await openTrain(ben, '/you/friends')
  await expect(ben.getByText('Nothing here yet')).toBeVisible()

  await openTrain(ida, '/you/friends/people')
  await expect(ida.getByRole('heading', { name: '1 person asks to follow you' })).toBeVisible()
  await ida.getByRole('button', { name: 'Accept: Ben' }).click()
  await expect(ida.getByRole('heading', { name: 'They follow you' })).toBeVisible()

  await openTrain(ben, '/you/friends')
  const post = ben.getByRole('article')
  await expect(post).toContainText('1 × Bench press')
  // Of quick taps the last one holds.
  await post.getByRole('button', { name: 'Like' }).click({ clickCount: 3 })
  await expect(post.getByRole('button', { name: 'Like: 1 like' })).toHaveAttribute('aria-pressed', 'true')
  await post.getByRole('link', { name: 'Write a comment' }).click()
  await expect(ben.getByText('1 set: 60 × 8')).toBeVisible()
  await expect(ben.getByText('Liked by Ben')).toBeVisible()
  await expect(ben.getByRole('button', { name: 'Add to my routines' })).toBeVisible()
  // What can't be sent stays where it was typed.
  await bens.setOffline(true)
  await ben.getByRole('textbox', { name: 'Write a comment' }).fill('Strong, as always')
  await ben.getByRole('button', { name: 'Send' }).click()
  await expect(ben.getByText('Not sent: there is no signal')).toBeVisible()
  await expect(ben.getByRole('textbox', { name: 'Write a comment' })).toHaveValue('Strong, as always')
  await bens.setOffline(false)
  await ben.getByRole('button', { name: 'Send' }).click()
  await expect(ben.getByRole('textbox', { name: 'Write a comment' })).toHaveValue('')
  await expect(ben.getByText('Strong, as always')).toBeVisible()

  await openTrain(ida, '/you')
  await expect(ida.getByRole('button', { name: /^What friends did.*New$/ })).toBeVisible()
  await ida.getByRole('button', { name: /^What friends did/ }).click()
  await expect(ida.getByText(/^Ben likes /)).toBeVisible()
  await ida.getByText(/^Ben wrote about /).click()
  await expect(ida.getByText('Strong, as always')).toBeVisible()
  await ida.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(ida.getByRole('article')).toBeVisible()
  await expect(ida.getByText(/^Ben likes /)).toBeVisible()
  await openTrain(ida, '/you')
  await expect(ida.getByRole('button', { name: /^What friends did.*signal$/ })).toBeVisible()

  await openTrain(ida, '/you/friends/people')
  await ida.getByRole('button', { name: /^Ben/ }).click()
  await ida
    .getByRole('dialog')
    .getByRole('button', { name: /^Block/ })
    .click()
  await ida.getByRole('dialog', { name: 'Block: Ben' }).getByRole('button', { name: 'Block', exact: true }).click()
  await expect(ida.getByRole('heading', { name: 'Blocked' })).toBeVisible()
  await openTrain(ben, '/you/friends')
  await expect(ben.getByText('Nothing here yet')).toBeVisible()
  bens.expect(/404/)
  await ben.goto(link)
  await expect(ben.getByText(/^This link leads to nobody any more/)).toBeVisible()

  // Without a signal the screen says so, at once, and comes back by itself.
  await waitReadyOffline(ben)
  await bens.setOffline(true)
  await ben.getByRole('button', { name: /^What friends did/ }).click()
  await expect(ben.getByRole('button', { name: 'Try again' })).toBeVisible()
  await bens.setOffline(false)
  await expect(ben.getByText('Nothing here yet')).toBeVisible()
})
