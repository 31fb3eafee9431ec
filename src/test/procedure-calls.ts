/** How each procedure of the router is called with the ids of somebody; cross-tenant.db.test.ts holds it complete. */
import { NO_EQUIPMENT } from '../modules/gyms/rules/place-templates.ts'
import { newId } from '../shared/id.ts'

export type Ids = {
  athleteId: string
  relationId: string
  inviteId: string
  sessionId: string
  gymId: string
  memberId: string
  locationId: string
  staffId: string
  gymInviteId: string
  attendanceId: string
  importId: string
  gymPlaceId: string
  workoutId: string
  mediaId: string
  asideMid: string
  passkeyId: string
  tokenId: string
  postId: string
  commentId: string
}

const sync = { protocol: 1, schemaV: 1 }
const day = 20_000
const GYM_PLACE = { name: 'Main floor', unit: 'kg', ...NO_EQUIPMENT }
const WHOLE_ROSTER = { search: '', state: 'all', coach: null, location: null, sort: 'name', down: false, weeks: null }

/** What each procedure is called with; null for those that take no one's id and answer about the caller alone. */
export const CALLS: Record<string, ((ids: Ids) => unknown) | null> = {
  'users.signUp': null,
  'users.askLetter': null,
  'users.whoIsHere': null,
  // A letter's token is a secret, not an id.
  'users.previewLetter': null,
  'users.verifyAddress': null,
  'users.sendVerification': null,
  'users.passkeys': null,
  'users.startPasskey': null,
  'users.addPasskey': null,
  'users.renamePasskey': ({ passkeyId }) => ({ passkeyId, name: 'Taken' }),
  'users.removePasskey': ({ passkeyId }) => ({ passkeyId }),
  'users.startPasskeySignIn': null,
  'users.tokens': null,
  'users.makeToken': null,
  'users.removeToken': ({ tokenId }) => ({ tokenId }),
  'users.google': null,
  'users.unlinkGoogle': null,
  'users.me': null,
  'users.changePassword': null,
  'users.askAddressChange': null,
  'users.changeAddress': null,
  'users.sessions': null,
  'users.revokeSession': ({ sessionId }) => ({ sessionId }),
  'users.revokeOtherSessions': null,
  'privacy.state': null,
  'privacy.export': null,
  'privacy.askDeletion': null,
  'privacy.keepAccount': null,
  'media.beginPhoto': null,
  'media.completePhoto': ({ mediaId }) => ({ id: mediaId, crop: null }),
  'media.removePhoto': null,
  'media.photos': ({ athleteId }) => ({ personIds: [athleteId], size: 64 }),
  // Under an id that the caller makes.
  'media.beginUpload': null,
  'media.completeUpload': ({ mediaId }) => ({ id: mediaId }),
  'media.removeUploads': ({ mediaId }) => ({ ids: [mediaId] }),
  'media.uploads': ({ athleteId, mediaId }) => ({ ownerId: athleteId, ids: [mediaId], size: 360 }),
  'workouts.body': ({ athleteId }) => ({ athleteId }),
  'notifications.key': null,
  // A browser's own address: that of another is a secret, not an id.
  'notifications.subscribe': null,
  'users.revokeEverySession': null,
  'gyms.create': null,
  'gyms.mine': null,
  'gyms.home': ({ gymId }) => ({ gymId }),
  'gyms.edit': ({ gymId }) => ({ gymId, name: 'Taken', zone: 'UTC', absentWeeks: 1 }),
  'gyms.addLocation': ({ gymId }) => ({ gymId, name: 'Taken' }),
  'gyms.editLocation': ({ gymId, locationId }) => ({ gymId, locationId, name: 'Taken', isClosed: true }),
  'gyms.roster': ({ gymId }) => ({ gymId }),
  'gyms.rosterStart': ({ gymId }) => ({ gymId, view: WHOLE_ROSTER, limit: 10 }),
  'gyms.exportMembers': ({ gymId, memberId }) => ({ gymId, memberIds: [memberId] }),
  'gyms.member': ({ gymId, memberId }) => ({ gymId, memberId }),
  'gyms.photos': ({ gymId, memberId }) => ({ gymId, memberIds: [memberId] }),
  'gyms.addMember': ({ gymId }) => ({ gymId, name: 'Intruder' }),
  'gyms.editMember': ({ gymId, memberId }) => ({ gymId, memberId, name: 'Taken', email: null, phone: null }),
  'gyms.assignCoach': ({ gymId, memberId, athleteId }) => ({ gymId, memberIds: [memberId], coachId: athleteId }),
  'gyms.setLocation': ({ gymId, memberId, locationId }) => ({ gymId, memberIds: [memberId], locationId }),
  'gyms.endMembers': ({ gymId, memberId }) => ({ gymId, memberIds: [memberId], ended: true }),
  'gyms.inviteMembers': ({ gymId, memberId }) => ({ gymId, memberIds: [memberId] }),
  'gyms.revokeMemberInvite': ({ gymId, memberId }) => ({ gymId, memberId }),
  'gyms.staff': ({ gymId }) => ({ gymId }),
  'gyms.inviteStaff': ({ gymId }) => ({ gymId, role: 'desk' }),
  'gyms.staffInvites': ({ gymId }) => ({ gymId }),
  'gyms.revokeInvite': ({ gymId, gymInviteId }) => ({ gymId, inviteId: gymInviteId }),
  'gyms.changeRole': ({ gymId, staffId }) => ({ gymId, staffId, role: 'desk' }),
  'gyms.endStaff': ({ gymId, staffId }) => ({ gymId, staffId }),
  'gyms.importMembers': ({ gymId }) => ({ gymId, fileName: 'x', columns: {}, rows: [], skipped: 0, version: 1 }),
  'gyms.imports': ({ gymId }) => ({ gymId }),
  'gyms.undoImport': ({ gymId, importId }) => ({ gymId, importId }),
  'gyms.desk': ({ gymId }) => ({ gymId }),
  'gyms.checkIn': ({ gymId, memberId }) => ({ gymId, memberId, id: newId(), locationId: null }),
  'gyms.checkInByCode': ({ gymId }) => ({ gymId, code: '1 123456', id: newId(), locationId: null }),
  'gyms.undoCheckIn': ({ gymId, attendanceId }) => ({ gymId, attendanceId }),
  'gyms.places': ({ gymId }) => ({ gymId }),
  'gyms.savePlace': ({ gymId, gymPlaceId }) => ({ gymId, placeId: gymPlaceId, place: { ...GYM_PLACE, name: 'Taken' } }),
  'gyms.publishPlace': ({ gymId, gymPlaceId }) => ({ gymId, placeId: gymPlaceId }),
  'gyms.removePlace': ({ gymId, gymPlaceId }) => ({ gymId, placeId: gymPlaceId }),
  'gyms.publishedPlaces': null,
  'gyms.log': ({ gymId }) => ({ gymId }),
  'gyms.memberships': null,
  'gyms.checkInKeys': null,
  'gyms.leave': ({ memberId }) => ({ memberId }),
  // As of a coach's invite: whoever holds the token may open it.
  'gyms.previewInvite': null,
  'gyms.acceptInvite': null,
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
  // A link's token is a secret as well.
  'workouts.shared': null,
  'feed.home': null,
  'feed.older': ({ athleteId, postId }) => ({ before: { at: 1, id: postId, makerId: athleteId } }),
  'feed.hasTidings': null,
  'feed.seen': null,
  'feed.post': ({ athleteId, postId }) => ({ makerId: athleteId, postId }),
  'feed.like': ({ athleteId, postId }) => ({ makerId: athleteId, postId, isLiked: true }),
  'feed.comment': ({ athleteId, postId, commentId }) => ({ makerId: athleteId, postId, id: commentId, text: 'Hm' }),
  'feed.closeComments': ({ postId }) => ({ postId, isClosed: true }),
  'feed.removeComment': ({ athleteId, postId, commentId }) => ({ makerId: athleteId, postId, id: commentId }),
  'feed.people': null,
  'feed.makeLink': null,
  // Whoever holds this token may ask.
  'feed.meet': null,
  'feed.ask': null,
  'feed.askBack': ({ athleteId }) => ({ personId: athleteId }),
  'feed.accept': ({ athleteId }) => ({ personId: athleteId }),
  'feed.removeFollower': ({ athleteId }) => ({ personId: athleteId }),
  'feed.unfollow': ({ athleteId }) => ({ personId: athleteId }),
  'feed.block': ({ athleteId }) => ({ personId: athleteId }),
  'feed.unblock': ({ athleteId }) => ({ personId: athleteId }),
  'analytics.athletePage': ({ athleteId }) => ({ athleteId, today: day }),
  'analytics.olderWorkouts': ({ athleteId, workoutId }) => ({ athleteId, before: { startedAt: 1, id: workoutId } }),
  'analytics.roster': ({ athleteId }) => ({ after: { name: '', id: athleteId }, today: day }),
  'sync.setAside': null,
  'sync.timeline': () => ({ have: {} }),
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
