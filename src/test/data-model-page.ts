/** docs/data-model.md, written from the drizzle tables. */
import { getTableColumns, is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import * as analytics from '../modules/analytics/schema.ts'
import * as coaching from '../modules/coaching/schema.ts'
import * as exercises from '../modules/exercises/schema.ts'
import * as feed from '../modules/feed/schema.ts'
import * as places from '../modules/gyms/schema/places.ts'
import * as gyms from '../modules/gyms/schema.ts'
import * as media from '../modules/media/schema.ts'
import * as notifications from '../modules/notifications/schema.ts'
import * as programs from '../modules/programs/schema.ts'
import * as tokens from '../modules/users/schema/api-tokens.ts'
import * as privacy from '../modules/users/schema/privacy.ts'
import * as users from '../modules/users/schema.ts'
import * as body from '../modules/workouts/schema/body.ts'
import * as breaks from '../modules/workouts/schema/breaks.ts'
import * as cardio from '../modules/workouts/schema/cardio.ts'
import * as routines from '../modules/workouts/schema/routines.ts'
import * as shares from '../modules/workouts/schema/shares.ts'
import * as workouts from '../modules/workouts/schema.ts'
import * as server from '../server/schema.ts'
import * as sync from '../sync/server/schema.ts'

const SCHEMAS: Record<string, Record<string, unknown>> = {
  users: { ...users, ...privacy, ...tokens },
  media,
  notifications,
  gyms: { ...gyms, ...places },
  coaching,
  exercises,
  programs,
  workouts: { ...workouts, ...breaks, ...body, ...cardio, ...routines, ...shares },
  feed,
  analytics,
  sync,
  server,
}

/** Every table, by the module that owns it. */
export function tablesByModule(): Record<string, PgTable[]> {
  return Object.fromEntries(
    Object.entries(SCHEMAS).map(([module, schema]) => [
      module,
      [...new Set(Object.values(schema).filter((value): value is PgTable => is(value, PgTable)))].sort((a, b) =>
        getTableConfig(a).name < getTableConfig(b).name ? -1 : 1,
      ),
    ]),
  )
}

/** References that are not foreign keys, since rows of one athlete may arrive in any order. */
const SOFT: [from: string, to: string, by: string][] = [
  ['workout_exercise', 'workout', 'workout_id'],
  ['logged_set', 'workout_exercise', 'entry_id'],
  ['cardio_session', 'logged_set', 'id'],
  ['workout_exercise', 'exercise', 'exercise_id'],
  ['workout', 'import_batch', 'batch_id'],
  ['workout', 'place', 'place_id'],
  ['exercise_day', 'exercise', 'exercise_id'],
  ['personal_record', 'logged_set', 'set_id'],
  ['program_override', 'program_assignment', 'assignment_id'],
  ['planned_session', 'program_assignment', 'assignment_id'],
  ['planned_session', 'workout', 'workout_id'],
  ['program_decision', 'planned_session', 'session_id'],
]

function mermaidType(sqlType: string): string {
  return sqlType.replace(/ .*/, '').replace(/\W/g, '_')
}

export function dataModelPage(): string {
  const lines = [
    '# Data model',
    '',
    'Generated from the drizzle schemas by `npm run docs`; a test compares. Loads are integer grams, instants are',
    'milliseconds since 1970, days are local day numbers since 1970-01-01. Every table of a person’s or a gym’s has row-level',
    'security. Dotted lines are references without a foreign key: a synced row may arrive before the one it names.',
    '',
  ]
  for (const [module, tables] of Object.entries(tablesByModule())) {
    if (tables.length === 0) continue
    lines.push(`## ${module}`, '', '```mermaid', 'erDiagram')
    for (const table of tables) {
      const { name, primaryKeys, foreignKeys, columns } = getTableConfig(table)
      const keyed = new Set([
        ...primaryKeys.flatMap((key) => key.columns.map((column) => column.name)),
        ...columns.filter((column) => column.primary).map((column) => column.name),
      ])
      lines.push(`  ${name} {`)
      for (const column of Object.values(getTableColumns(table))) {
        lines.push(`    ${mermaidType(column.getSQLType())} ${column.name}${keyed.has(column.name) ? ' PK' : ''}`)
      }
      lines.push('  }')
      for (const foreign of foreignKeys) {
        const { foreignTable, columns: by } = foreign.reference()
        lines.push(
          `  ${getTableConfig(foreignTable as PgTable).name} ||--o{ ${name} : "${by.map((column) => column.name).join(', ')}"`,
        )
      }
      for (const [from, to, by] of SOFT) if (from === name) lines.push(`  ${to} ||..o{ ${name} : "${by}"`)
    }
    lines.push('```', '')
  }
  return lines.join('\n')
}
