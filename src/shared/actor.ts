/** Who is asking. Comes from the session, never from a request's body. */
export type Actor = {
  /** The person's id. */
  userId: string
  /** The session's row, for revocation and the devices list; null for a job. */
  sessionId: string | null
  /** When this account is deleted unless its owner keeps it, ms since 1970. */
  leavingAt?: number
}
