'use client'
import { SignInForm } from '../../modules/users/ui/portal/sign-in-form.tsx'

export function SignInPage() {
  return <SignInForm />
}
