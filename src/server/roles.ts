/**
 * Before anything serves: the database answers, and the two roles are what the lock behind the lock stands on. A
 * superuser, an owner or the wrong role would work in silence: rows would be open, or rollups never rebuilt.
 */
import postgres from 'postgres'

type Found = { role: string; passes: boolean; owns: boolean; belongs: boolean }

const ROLES = [
  { variable: 'DATABASE_URL', needs: 'spotter_app' },
  { variable: 'DATABASE_JOBS_URL', needs: 'spotter_jobs' },
] as const

/** Throws an Error with one sentence for each variable that names no role to serve with. */
export async function requireRoles(urls: { app: string; jobs: string }): Promise<void> {
  const faults = await Promise.all([faultOf(urls.app, ROLES[0]), faultOf(urls.jobs, ROLES[1])])
  const sentences = faults.filter((fault) => fault !== null)
  if (sentences.length > 0) throw new Error(sentences.join('\n'))
}

async function faultOf(url: string, { variable, needs }: (typeof ROLES)[number]): Promise<string | null> {
  const found = await look(url, needs).catch((error: unknown) => {
    const { code, message } = error as { code?: string; message?: string }
    const silent = code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'CONNECT_TIMEOUT'
    throw new Error(
      silent
        ? `The database in ${variable} does not answer: start it, or correct the address.`
        : `The database in ${variable} could not be asked: ${message ?? 'no reason was given'}.`,
    )
  })
  const who = `${variable} signs in as ${found.role}`
  if (found.passes) return `${who}, which is not held by row-level security: use ${needs}, or a role like it.`
  if (found.owns) return `${who}, which owns the tables: use ${needs}, or a role like it.`
  if (!found.belongs) return `${who}, which is no member of ${needs}: use that role, or grant it.`
  return null
}

async function look(url: string, needs: string): Promise<Found> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, prepare: false, onnotice: () => {} })
  try {
    const [found] = await sql<Found[]>`
      select r.rolname as role, r.rolsuper or r.rolbypassrls as passes,
        exists (select 1 from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
          and pg_has_role(r.oid, c.relowner, 'member')) as owns,
        coalesce(pg_has_role(r.oid, to_regrole(${needs})::oid, 'member'), false) as belongs
      from pg_roles r where r.rolname = current_user`
    if (!found) throw new Error('it knows no role of this name')
    return found
  } finally {
    await sql.end({ timeout: 5 })
  }
}
