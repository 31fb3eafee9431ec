/**
 * A contact as it is shown to who holds a link and may be anybody: enough for its owner to know it, too little for others
 * to use it.
 */
const HIDDEN = '•••'

const firstOf = (text: string) => [...text][0] ?? ''

/** `mia@example.test` as `m•••@e•••.test`: a domain can be a name, too. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  const domain = email.slice(at + 1)
  const dot = domain.lastIndexOf('.')
  return `${firstOf(email.slice(0, Math.max(0, at)))}${HIDDEN}@${firstOf(domain)}${HIDDEN}${dot < 0 ? '' : domain.slice(dot)}`
}

/** Its last two digits, where there are enough of them to hide the others. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '')
  return digits.length < 6 ? HIDDEN : `${HIDDEN}${digits.slice(-2)}`
}
