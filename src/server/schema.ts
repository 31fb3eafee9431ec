/** Tables of the plumbing itself. */
import { sql } from 'drizzle-orm'
import { bigint, integer, pgPolicy, pgRole, pgTable, text } from 'drizzle-orm/pg-core'

export const appRole = pgRole('spotter_app').existing()
export const jobsRole = pgRole('spotter_jobs').existing()

/** Counters of rate-limiter-flexible; keys are hashed where they would name a person. */
export const rateLimit = pgTable(
  'rate_limit',
  {
    key: text().primaryKey(),
    points: integer().notNull().default(0),
    expire: bigint({ mode: 'number' }),
  },
  () => [
    pgPolicy('rate_limit_app', {
      to: appRole,
      using: sql`app_subjects() = '{}'`,
      withCheck: sql`app_subjects() = '{}'`,
    }),
  ],
)
