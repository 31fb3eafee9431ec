/** What the browser may ask about one's own account. */
import * as z from 'zod/mini'
import { publicProcedure, router, signedInProcedure } from '../../server/trpc.ts'
import { MAX_PASSWORD, MIN_PASSWORD, normalEmail, TOKEN_SCOPES } from './model.ts'
import * as accounts from './service/accounts.ts'
import * as addressChange from './service/address-change.ts'
import * as apiTokens from './service/api-tokens.ts'
import * as byGoogle from './service/by-google.ts'
import * as byLetter from './service/by-letter.ts'
import * as passkeys from './service/passkeys.ts'
import * as sessions from './service/sessions.ts'
import * as verification from './service/verification.ts'

const email = z.pipe(z.pipe(z.string().check(z.maxLength(320)), z.transform(normalEmail)), z.email())
const newPassword = z.string().check(z.minLength(MIN_PASSWORD), z.maxLength(MAX_PASSWORD))
const givenPassword = z.string().check(z.maxLength(MAX_PASSWORD))
/** Of a letter: in its link, or kept by the browser that asked for it. */
const secret = z.string().check(z.minLength(20), z.maxLength(100))
const name = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(120)),
    z.transform((text: string) => text.trim()),
  ),
  z.string().check(z.minLength(1)),
)

/** Of a letter: its link, or its code where it was asked for. */
const shownInput = z.object({
  token: z.optional(secret),
  ask: z.optional(secret),
  code: z.optional(z.string().check(z.maxLength(20))),
})
/** Of the form that next-auth answers, not a procedure. */
export const signInInput = z.object({ email, password: givenPassword })
/** The same for a letter that was opened, or whose code was typed. */
export const enterInput = z.extend(shownInput, { password: z.optional(newPassword) })
/** As the browser's WebAuthn gives them, in JSON. What stands in them is checked by their signatures. */
const webText = z.string().check(z.maxLength(20_000))
const answer = { id: webText, rawId: webText, type: z.literal('public-key'), clientExtensionResults: z.looseObject({}) }
const registration = z.looseObject({
  ...answer,
  response: z.looseObject({
    clientDataJSON: webText,
    attestationObject: webText,
    transports: z.optional(z.array(z.string().check(z.maxLength(20))).check(z.maxLength(10))),
  }),
})
export const assertion = z.looseObject({
  ...answer,
  response: z.looseObject({ clientDataJSON: webText, authenticatorData: webText, signature: webText }),
})
const passkeyName = z.object({ passkeyId: webText, name })
const askLetterInput = z.object({ kind: z.enum(['sign-in', 'reset']), email })
const signUpInput = z.object({ name, email, password: newPassword })
const changePasswordInput = z.object({ current: givenPassword, next: newPassword })
const askAddressInput = z.object({ email, password: z.optional(givenPassword) })
const tokenInput = z.object({ token: secret })
const previewInput = z.object({ token: secret, ask: z.optional(secret) })
const sessionInput = z.object({ sessionId: z.uuid() })

export const usersRouter = router({
  signUp: publicProcedure.input(signUpInput).mutation(({ ctx, input }) => byLetter.askSignUp({ ...input, ip: ctx.ip })),
  askLetter: publicProcedure
    .input(askLetterInput)
    .mutation(({ ctx, input }) => byLetter.askLetter({ ...input, ip: ctx.ip })),
  whoIsHere: publicProcedure.query(({ ctx }) => accounts.findWhoIsHere(ctx.actor)),
  previewLetter: publicProcedure
    .input(previewInput)
    .query(({ ctx, input }) => byLetter.previewLetter({ ...input, ip: ctx.ip })),
  verifyAddress: publicProcedure
    .input(tokenInput)
    .mutation(({ ctx, input }) => verification.verifyAddress({ ...input, ip: ctx.ip })),
  sendVerification: signedInProcedure.mutation(({ ctx }) => verification.sendVerification(ctx.actor)),
  passkeys: signedInProcedure.query(({ ctx }) => passkeys.listPasskeys(ctx.actor)),
  startPasskey: signedInProcedure.mutation(({ ctx }) => passkeys.startPasskey(ctx.actor)),
  addPasskey: signedInProcedure
    .input(z.object({ response: registration }))
    .mutation(({ ctx, input }) =>
      passkeys.addPasskey(ctx.actor, { response: input.response as never, userAgent: ctx.userAgent }),
    ),
  renamePasskey: signedInProcedure
    .input(passkeyName)
    .mutation(({ ctx, input }) => passkeys.renamePasskey(ctx.actor, input)),
  removePasskey: signedInProcedure
    .input(z.object({ passkeyId: webText }))
    .mutation(({ ctx, input }) => passkeys.removePasskey(ctx.actor, input)),
  startPasskeySignIn: publicProcedure.mutation(({ ctx }) => passkeys.startPasskeySignIn({ ip: ctx.ip })),
  tokens: signedInProcedure.query(({ ctx }) => apiTokens.listTokens(ctx.actor)),
  makeToken: signedInProcedure
    .input(z.object({ name, scope: z.enum(TOKEN_SCOPES) }))
    .mutation(({ ctx, input }) => apiTokens.makeToken(ctx.actor, input)),
  removeToken: signedInProcedure
    .input(z.object({ tokenId: z.uuid() }))
    .mutation(({ ctx, input }) => apiTokens.removeToken(ctx.actor, input)),
  google: signedInProcedure.query(({ ctx }) => byGoogle.findGoogle(ctx.actor)),
  unlinkGoogle: signedInProcedure.mutation(({ ctx }) => byGoogle.unlinkGoogle(ctx.actor)),
  me: signedInProcedure.query(({ ctx }) => accounts.findMe(ctx.actor)),
  changePassword: signedInProcedure
    .input(changePasswordInput)
    .mutation(({ ctx, input }) => accounts.changePassword(ctx.actor, input)),
  askAddressChange: signedInProcedure
    .input(askAddressInput)
    .mutation(({ ctx, input }) => addressChange.askAddressChange(ctx.actor, { ...input, ip: ctx.ip })),
  changeAddress: signedInProcedure
    .input(shownInput)
    .mutation(({ ctx, input }) => addressChange.changeAddress(ctx.actor, { ...input, ip: ctx.ip })),
  sessions: signedInProcedure.query(({ ctx }) => sessions.listSessions(ctx.actor)),
  revokeSession: signedInProcedure
    .input(sessionInput)
    .mutation(({ ctx, input }) => sessions.revokeSession(ctx.actor, input)),
  revokeEverySession: signedInProcedure.mutation(async ({ ctx }) => ({
    signedOut: await sessions.revokeEverySession(ctx.actor),
  })),
  revokeOtherSessions: signedInProcedure.mutation(async ({ ctx }) => ({
    signedOut: await sessions.revokeOtherSessions(ctx.actor),
  })),
})
