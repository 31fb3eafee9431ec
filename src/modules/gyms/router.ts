/** Gyms over tRPC. */
import * as z from 'zod/mini'
import { publicProcedure, router, signedInProcedure } from '../../server/trpc.ts'
import { MOST_PHOTOS } from '../media/model.ts'
import { gymPlaceFields } from './model/places.ts'
import {
  columnMap,
  IMPORT_LIMIT,
  importRow,
  MOST_INVITED,
  memberEmail,
  memberName,
  memberPhone,
  rosterView,
  STAFF_ROLES,
} from './model.ts'
import * as desk from './service/check-in.ts'
import * as gyms from './service/gyms.ts'
import * as importUndo from './service/import-undo.ts'
import * as imports from './service/imports.ts'
import * as invites from './service/invites.ts'
import * as log from './service/log.ts'
import * as memberInvites from './service/member-invites.ts'
import * as members from './service/members.ts'
import * as photos from './service/photos.ts'
import * as places from './service/places.ts'
import * as roster from './service/roster.ts'
import * as staff from './service/staff.ts'

const gymId = z.uuid()
const name = z.string().check(z.minLength(1), z.maxLength(120))
const zone = z.string().check(z.minLength(1), z.maxLength(64))
const role = z.enum(STAFF_ROLES)
const token = z.string().check(z.minLength(16), z.maxLength(100))
const nullableId = z.nullable(z.uuid())
const memberIds = z.array(z.uuid()).check(z.minLength(1), z.maxLength(50_000))
const contact = { name: memberName, email: z.nullable(memberEmail), phone: z.nullable(memberPhone) }

export const gymsRouter = router({
  create: signedInProcedure
    .input(z.object({ name, zone }))
    .mutation(({ ctx, input }) => gyms.createGym(ctx.actor, input)),
  mine: signedInProcedure.query(({ ctx }) => gyms.listGyms(ctx.actor)),
  home: signedInProcedure.input(z.object({ gymId })).query(({ ctx, input }) => gyms.openGym(ctx.actor, input)),
  edit: signedInProcedure
    .input(z.object({ gymId, name, zone, absentWeeks: z.int().check(z.gte(1), z.lte(52)) }))
    .mutation(({ ctx, input }) => gyms.editGym(ctx.actor, input)),
  addLocation: signedInProcedure
    .input(z.object({ gymId, name }))
    .mutation(({ ctx, input }) => gyms.addLocation(ctx.actor, input)),
  editLocation: signedInProcedure
    .input(z.object({ gymId, locationId: z.uuid(), name, isClosed: z.boolean() }))
    .mutation(({ ctx, input }) => gyms.editLocation(ctx.actor, input)),

  roster: signedInProcedure.input(z.object({ gymId })).query(({ ctx, input }) => roster.readRoster(ctx.actor, input)),
  rosterStart: signedInProcedure
    .input(
      z.object({
        gymId,
        view: rosterView,
        limit: z.int().check(z.gte(1), z.lte(200)),
      }),
    )
    .query(({ ctx, input }) => roster.startRoster(ctx.actor, input)),
  exportMembers: signedInProcedure
    .input(z.object({ gymId, memberIds }))
    .mutation(({ ctx, input }) => roster.exportMembers(ctx.actor, input)),
  member: signedInProcedure
    .input(z.object({ gymId, memberId: z.uuid() }))
    .query(({ ctx, input }) => members.readMember(ctx.actor, input)),
  photos: signedInProcedure
    .input(z.object({ gymId, memberIds: z.array(z.uuid()).check(z.minLength(1), z.maxLength(MOST_PHOTOS)) }))
    .query(({ ctx, input }) => photos.findMemberPhotos(ctx.actor, input)),
  addMember: signedInProcedure
    .input(
      z.object({
        gymId,
        name: memberName,
        email: z.optional(z.nullable(memberEmail)),
        phone: z.optional(z.nullable(memberPhone)),
        locationId: z.optional(nullableId),
      }),
    )
    .mutation(({ ctx, input }) => members.addMember(ctx.actor, input)),
  editMember: signedInProcedure
    .input(z.object({ gymId, memberId: z.uuid(), ...contact }))
    .mutation(({ ctx, input }) => members.editMember(ctx.actor, input)),
  assignCoach: signedInProcedure
    .input(z.object({ gymId, memberIds, coachId: nullableId }))
    .mutation(({ ctx, input: { coachId, ...at } }) =>
      members.changeMembers(ctx.actor, { ...at, change: { set: 'coach', coachId } }),
    ),
  setLocation: signedInProcedure
    .input(z.object({ gymId, memberIds, locationId: nullableId }))
    .mutation(({ ctx, input: { locationId, ...at } }) =>
      members.changeMembers(ctx.actor, { ...at, change: { set: 'location', locationId } }),
    ),
  endMembers: signedInProcedure
    .input(z.object({ gymId, memberIds, ended: z.boolean() }))
    .mutation(({ ctx, input: { ended, ...at } }) =>
      members.changeMembers(ctx.actor, { ...at, change: { set: 'ended', ended } }),
    ),
  inviteMembers: signedInProcedure
    .input(
      z.object({
        gymId,
        memberIds: z.array(z.uuid()).check(z.minLength(1), z.maxLength(MOST_INVITED)),
        letters: z._default(z.boolean(), false),
      }),
    )
    .mutation(({ ctx, input }) => memberInvites.inviteMembers(ctx.actor, input)),
  revokeMemberInvite: signedInProcedure
    .input(z.object({ gymId, memberId: z.uuid() }))
    .mutation(({ ctx, input }) => memberInvites.revokeMemberInvite(ctx.actor, input)),

  staff: signedInProcedure.input(z.object({ gymId })).query(({ ctx, input }) => staff.listStaff(ctx.actor, input)),
  inviteStaff: signedInProcedure
    .input(
      z.object({
        gymId,
        role,
        maxUses: z._default(z.int().check(z.gte(1), z.lte(20)), 1),
        email: z.optional(z.nullable(memberEmail)),
      }),
    )
    .mutation(({ ctx, input }) => invites.inviteStaff(ctx.actor, input)),
  staffInvites: signedInProcedure
    .input(z.object({ gymId }))
    .query(({ ctx, input }) => invites.listStaffInvites(ctx.actor, input)),
  revokeInvite: signedInProcedure
    .input(z.object({ gymId, inviteId: z.uuid() }))
    .mutation(({ ctx, input }) => invites.revokeInvite(ctx.actor, input)),
  changeRole: signedInProcedure
    .input(z.object({ gymId, staffId: z.uuid(), role }))
    .mutation(({ ctx, input }) => staff.changeRole(ctx.actor, input)),
  endStaff: signedInProcedure
    .input(z.object({ gymId, staffId: z.uuid() }))
    .mutation(({ ctx, input }) => staff.endStaff(ctx.actor, input)),

  previewInvite: publicProcedure
    .input(z.object({ token }))
    .query(({ ctx, input }) => invites.previewInvite({ ...input, ip: ctx.ip })),
  acceptInvite: signedInProcedure
    .input(z.object({ token }))
    .mutation(({ ctx, input }) => invites.acceptInvite(ctx.actor, input)),

  importMembers: signedInProcedure
    .input(
      z.object({
        gymId,
        importId: z.optional(z.uuid()),
        fileName: z.string().check(z.maxLength(200)),
        columns: columnMap,
        rows: z.array(importRow).check(z.maxLength(IMPORT_LIMIT)),
        skipped: z.int().check(z.gte(0)),
        version: z.int(),
        seenAt: z.optional(z.int()),
      }),
    )
    .mutation(({ ctx, input }) => imports.importMembers(ctx.actor, input)),
  imports: signedInProcedure
    .input(z.object({ gymId }))
    .query(({ ctx, input }) => imports.listImports(ctx.actor, input)),
  undoImport: signedInProcedure
    .input(z.object({ gymId, importId: z.uuid() }))
    .mutation(({ ctx, input }) => importUndo.undoImport(ctx.actor, input)),

  desk: signedInProcedure.input(z.object({ gymId })).query(({ ctx, input }) => desk.readDesk(ctx.actor, input)),
  checkIn: signedInProcedure
    .input(z.object({ gymId, id: z.uuid(), locationId: nullableId, memberId: z.uuid() }))
    .mutation(({ ctx, input }) => desk.checkIn(ctx.actor, input)),
  checkInByCode: signedInProcedure
    .input(z.object({ gymId, id: z.uuid(), locationId: nullableId, code: z.string().check(z.maxLength(200)) }))
    .mutation(({ ctx, input }) => desk.checkIn(ctx.actor, input)),
  undoCheckIn: signedInProcedure
    .input(z.object({ gymId, attendanceId: z.uuid() }))
    .mutation(({ ctx, input }) => desk.undoCheckIn(ctx.actor, input)),

  places: signedInProcedure
    .input(z.object({ gymId }))
    .query(({ ctx, input }) => places.listGymPlaces(ctx.actor, input)),
  savePlace: signedInProcedure
    .input(z.object({ gymId, placeId: z.uuid(), place: gymPlaceFields }))
    .mutation(({ ctx, input }) => places.saveGymPlace(ctx.actor, input)),
  publishPlace: signedInProcedure
    .input(z.object({ gymId, placeId: z.uuid() }))
    .mutation(({ ctx, input }) => places.publishGymPlace(ctx.actor, input)),
  removePlace: signedInProcedure
    .input(z.object({ gymId, placeId: z.uuid() }))
    .mutation(({ ctx, input }) => places.removeGymPlace(ctx.actor, input)),
  publishedPlaces: signedInProcedure.query(({ ctx }) => places.listPublishedPlaces(ctx.actor)),

  log: signedInProcedure
    .input(z.object({ gymId, after: z._default(z.nullable(z.object({ at: z.int(), id: z.uuid() })), null) }))
    .query(({ ctx, input }) => log.readLog(ctx.actor, input)),

  memberships: signedInProcedure.query(({ ctx }) => members.listMemberships(ctx.actor)),
  checkInKeys: signedInProcedure.query(({ ctx }) => desk.readCheckInKeys(ctx.actor)),
  leave: signedInProcedure
    .input(z.object({ memberId: z.uuid() }))
    .mutation(({ ctx, input }) => members.leaveGym(ctx.actor, input)),
})
