/** Signing in on the phone, by its own form. */
import { expect, type Page } from '@playwright/test'
import { tab } from './athlete.ts'
import type { Visitor } from './visitor.ts'

/** From You to the form: to who logged something here the making of an account is offered first. */
export async function toSignIn(page: Page): Promise<void> {
  await tab(page, 'You')
  await page.getByRole('button', { name: /^Sign in/ }).click()
  await expect(page.getByLabel('Password')).toBeVisible()
  const known = page.getByRole('button', { name: 'I have an account' })
  if (await known.isVisible()) await known.click()
}

export async function signInHere(page: Page, { email, password }: Pick<Visitor, 'email' | 'password'>): Promise<void> {
  await toSignIn(page)
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText(/^Signed in/).first()).toBeVisible()
}
