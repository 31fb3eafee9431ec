import { TextField } from '../../../../ui/field.tsx'
import { MAX_PASSWORD } from '../../model.ts'

type Props = { email: string; label: string; hint: string }

/** The password that an account may have, asked for before it loses something. */
export function OwnPassword({ email, label, hint }: Props) {
  return (
    <>
      {/* Tells password managers whose password is asked for. */}
      <input type="text" name="username" autoComplete="username" defaultValue={email} hidden readOnly />
      <TextField
        compact
        label={label}
        name="password"
        type="password"
        autoComplete="current-password"
        maxLength={MAX_PASSWORD}
        hint={hint}
      />
    </>
  )
}
