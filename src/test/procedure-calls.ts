/** How each procedure of the router is called with the ids of somebody; cross-tenant.db.test.ts holds it complete. */
import { newId } from '../shared/id.ts'

export type Ids = {
  athleteId: string
  relationId: string
  inviteId: string
  sessionId: string
  gymId: string
  workoutId: string
  asideMid: string
}

const sync = { protocol: 1, schemaV: 1 }
const day = 20_000

/** What each procedure is called with; null for those that take no one's id and answer about the caller alone. */
export const CALLS: Record<string, ((ids: Ids) => unknown) | null> = {
  'users.signUp': null,
  'users.whoIsHere': null,
  // A letter's token is a secret, not an id.
  'users.previewLetter': null,
  'users.verifyAddress': null,
  'users.sendVerification': null,
  'users.me': null,
  'users.changePassword': null,
  'users.sessions': null,
  'users.revokeSession': ({ sessionId }) => ({ sessionId }),
  'users.revokeOtherSessions': null,
  'gyms.create': null,
  'gyms.mine': null,
  'gyms.members': ({ gymId }) => ({ gymId }),
  'gyms.addMember': ({ gymId }) => ({ gymId, name: 'Intruder' }),
  'coaching.createInvite': ({ gymId }) => ({ domains: [{ domain: 'training', level: 'read' }], gymId }),
  'coaching.invites': null,
  'coaching.revokeInvite': ({ inviteId }) => ({ inviteId }),
  // Tokens are secrets, not ids: whoever holds one may open it.
  'coaching.previewInvite': null,
  'coaching.acceptInvite': null,
  'coaching.athletes': ({ athleteId }) => ({ after: { name: '', id: athleteId } }),
  'coaching.coaches': null,
  'coaching.endRelation': ({ relationId }) => ({ relationId }),
  'coaching.changeGrant': ({ relationId }) => ({ relationId, domain: 'photos', level: 'read' }),
  'analytics.athletePage': ({ athleteId }) => ({ athleteId, today: day }),
  'analytics.olderWorkouts': ({ athleteId, workoutId }) => ({ athleteId, before: { startedAt: 1, id: workoutId } }),
  'analytics.roster': ({ athleteId }) => ({ after: { name: '', id: athleteId }, today: day }),
  'sync.setAside': null,
  'sync.applyAgain': ({ asideMid }) => ({ mid: asideMid }),
  'sync.dismissAside': ({ asideMid }) => ({ mid: asideMid }),
  'sync.push': ({ athleteId }) => ({
    ...sync,
    deviceId: newId(),
    space: athleteId,
    build: 'test',
    clientNow: Date.now(),
    mutations: [
      { seq: 1, mid: newId(), name: 'users.editProfile', v: 1, args: { fields: { name: 'Taken' } }, at: Date.now() },
    ],
  }),
  'sync.pull': ({ athleteId }) => ({
    ...sync,
    deviceId: newId(),
    space: athleteId,
    epoch: null,
    cursor: null,
    limit: 100,
  }),
  'sync.boot': ({ athleteId }) => ({ ...sync, deviceId: newId(), space: athleteId, part: 'now' }),
}
