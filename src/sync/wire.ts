/** The numbers that both ends of sync know. Apart from `protocol.ts`, so that no phone carries the server's checks. */
export const PROTOCOL = 1
export const MAX_PUSH_MUTATIONS = 100
export const MAX_PUSH_BYTES = 256 * 1024
/** Of how many entries that were set aside one pull asks what became of them. */
export const MAX_ASIDE = 1000
/** Version of the synced schema; raised when a collection is added or changes shape. */
export const SCHEMA_V = 3
