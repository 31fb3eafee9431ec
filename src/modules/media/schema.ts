/** Files that people bring: where they are, whose, and what was made of them. The bytes are in server/storage. */
import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgPolicy, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { appRole, jobsRole } from '../../server/schema.ts'
import { actor, instant, subjects } from '../users/schema.ts'

export const mediaObject = pgTable(
  'media_object',
  {
    id: uuid('id').primaryKey(),
    /** No reference: the files of somebody who is gone are found by these rows. */
    ownerId: uuid('owner_id').notNull(),
    kind: text('kind').notNull(),
    /** `awaiting` its file, `ready`, or `gone` until its files are removed. */
    state: text('state').notNull(),
    /** What was announced, and until it is tidied away where the file as it came is or may come again. */
    mime: text('mime').notNull(),
    size: integer('size').notNull(),
    uploadKey: text('upload_key'),
    /** Of the file as it came, hex. */
    sha256: text('sha256'),
    /** The pictures that are kept: size, key, bytes, sha256. None of what is not ready. */
    variants: jsonb('variants'),
    createdAt: instant('created_at').notNull(),
    completedAt: instant('completed_at'),
  },
  (t) => [
    // One picture a person: the new one takes the place of the old.
    uniqueIndex('media_object_photo').on(t.ownerId).where(sql`${t.state} = 'ready' and ${t.kind} = 'profile_photo'`),
    index('media_object_owner').on(t.ownerId, t.createdAt),
    index('media_object_leftover').on(t.createdAt).where(sql`${t.uploadKey} is not null or ${t.state} = 'gone'`),
    pgPolicy('media_object_seen', {
      for: 'select',
      to: appRole,
      using: sql`owner_id = ${actor} or owner_id = any (${subjects})`,
    }),
    pgPolicy('media_object_own', {
      for: 'all',
      to: appRole,
      using: sql`owner_id = ${actor}`,
      withCheck: sql`owner_id = ${actor}`,
    }),
    pgPolicy('media_object_tidy', { for: 'all', to: jobsRole, using: sql`true` }),
  ],
)
