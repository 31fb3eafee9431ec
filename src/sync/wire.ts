/** The numbers that both ends of sync know. Apart from `protocol.ts`, so that no phone carries the server's checks. */
export const PROTOCOL = 1
export const MAX_PUSH_MUTATIONS = 100
export const MAX_PUSH_BYTES = 256 * 1024
/** Version of the synced schema; raised when a collection is added or changes shape. */
export const SCHEMA_V = 1
