/** The screens about friends, full: axe, hit boxes and contrasts in both themes, and nothing beyond the edge at 200 % text. */
import { openTrain } from './support/athlete.ts'
import { asks, follows, postTwo } from './support/friends.ts'
import { look } from './support/look.ts'
import { expect, test } from './support/story.ts'
import { dataOf } from './support/visitor.ts'

const LONG = 'Maximiliane-Friederike von Hohenstein-Wallersdorf y Fernández de la Cuesta'
const UNBROKEN = 'Maximiliane'.repeat(11).slice(0, 120)

test('accessible-friends: the feed, a post, who follows whom, a link, sharing', async ({ athlete, person }) => {
  const { person: ida, page } = await athlete('Ida')
  const [ben, long] = [await person(LONG), await person(UNBROKEN)]
  await follows(ben, ida)
  await follows(ida, ben)
  await follows(long, ida)
  const postId = await postTwo(ida, '')
  const bens = await postTwo(ben, 'Shoulder held up. '.repeat(12))
  const of = { makerId: ida.userId, postId }
  for (const one of [ben, long]) {
    await one.mutate('feed.like', { ...of, isLiked: true })
    await one.mutate('feed.comment', { ...of, id: crypto.randomUUID(), text: UNBROKEN })
  }
  await asks(await person('Carla'), ida)
  const { token } = dataOf<{ token: string }>(await (await person('Dana')).mutate('feed.makeLink'))
  await ida.mutate('feed.block', { personId: long.userId })
  const found: string[] = []
  for (const size of ['', '200%']) {
    const see = async (screen: string) => {
      await page.evaluate((to) => {
        document.documentElement.style.fontSize = to
      }, size)
      if (size === '') found.push(...(await look(page, screen, true)))
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (beyond > 1) found.push(`${screen} ${size}: ${beyond} px beyond the right edge`)
    }
    await openTrain(page, '/you')
    await expect(page.getByRole('button', { name: /^What friends did/ })).toBeVisible()
    await see('you')
    await openTrain(page, '/you/friends')
    await expect(page.getByRole('article')).toHaveCount(4)
    await see('friends')
    await openTrain(page, `/you/friends/${ida.userId}/${postId}`)
    await expect(page.getByRole('heading', { name: 'Comments' })).toBeVisible()
    await see('post')
    await openTrain(page, `/you/friends/${ben.userId}/${bens}`)
    await expect(page.getByRole('heading', { name: 'Comments' })).toBeVisible()
    await see('post of a friend')
    await openTrain(page, '/you/friends/people')
    await expect(page.getByRole('heading', { name: 'Blocked' })).toBeVisible()
    await see('people')
    await page
      .getByRole('button', { name: /^Maximiliane-/ })
      .first()
      .click()
    await expect(page.getByRole('dialog')).toContainText('Block')
    await see('person')
    await openTrain(page, `/follow/${token}`)
    await expect(page.getByText(/^You see what/)).toBeVisible()
    await see('follow')
  }
  expect(found).toEqual([])
})
