'use client'
import { SignUpForm } from '../../modules/users/ui/portal/sign-up-form.tsx'

export function SignUpPage() {
  return <SignUpForm />
}
