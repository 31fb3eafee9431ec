/** Signing in on the phone, by its own form. */
import { expect, type Page } from '@playwright/test'
import { tab } from './athlete.ts'
import type { Visitor } from './visitor.ts'

export async function signInHere(page: Page, { email, password }: Pick<Visitor, 'email' | 'password'>): Promise<void> {
  await tab(page, 'You')
  await page.getByRole('button', { name: /^Sign in/ }).click()
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText(/^Signed in/).first()).toBeVisible()
}
