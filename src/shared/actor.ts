/** Who is asking. Comes from the session, never from a request's body. */
export type Actor = {
  /** The person's id. */
  userId: string
  /** The session's row, for revocation and the devices list; null for a job. */
  sessionId: string | null
}
