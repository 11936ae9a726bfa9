import { Type } from 'typebox'
import { invalid, notFound, tooManyRequests, versionStale } from '../../../kernel/problems.ts'
import { AnyId, Fields, Line, Nullable, Text } from '../../../kernel/schema.ts'
import { Answer, route } from '../../../module.ts'
import type { Context } from '../context.ts'
import { MemberCard } from '../index.ts'
import * as refuse from '../problems.ts'
import type { RowCache } from '../row-cache.ts'
import {
  BirthDate,
  ConsentFields,
  Email,
  Gender,
  ListOf,
  MeView,
  NewMemberView,
  Nickname,
  Password,
  ProfileView,
  Token,
} from '../views.ts'
import { changeEmail } from './change-email.ts'
import { changeProfile } from './change-profile.ts'
import { isFree } from './is-free.ts'
import { phonePattern } from './phone.ts'
import { requestVerification } from './request-verification.ts'
import { searchMembers } from './search-members.ts'
import { showMe } from './show-me.ts'
import { showMember } from './show-member.ts'
import { signUp } from './sign-up.ts'
import { verifyEmail } from './verify-email.ts'

export const memberRoutes = (context: Context, cards: RowCache<MemberCard>) => [
  route({
    method: 'POST',
    path: '/api/members',
    access: 'guest',
    anonymous: true,
    perMinute: 60,
    summary: 'Sign up; a letter with a link follows',
    body: Fields({
      email: Email,
      password: Password,
      passwordConfirm: Type.Optional(Password),
      nickname: Type.Optional(Nickname),
      birthDate: Type.Optional(BirthDate),
      over14: Type.Optional(Type.Boolean()),
      gender: Type.Optional(Gender),
      phone: Type.Optional(Type.String({ pattern: phonePattern })),
      consents: Type.Optional(ConsentFields),
    }),
    answers: { 201: NewMemberView },
    refuses: [
      refuse.emailTaken,
      refuse.nicknameTaken,
      refuse.nicknameRefused,
      refuse.underAge,
      refuse.consentMissing,
      refuse.passwordWeak,
    ],
    handle: ({ actor, body }) => signUp(context, actor, body),
  }),
  route({
    method: 'GET',
    path: '/api/availability',
    access: 'guest',
    anonymous: true,
    perMinute: 120,
    summary: 'Whether an email, a nickname or both are free',
    query: Fields({ email: Type.Optional(Email), nickname: Type.Optional(Nickname) }),
    answers: { 200: Type.Object({ free: Type.Boolean() }) },
    refuses: [invalid],
    handle: async ({ query }) => ({ free: await isFree(context, query) }),
  }),
  route({
    method: 'POST',
    path: '/api/email-verifications',
    access: 'guest',
    anonymous: true,
    perMinute: 30,
    summary: 'Have the verification letter sent again; the answer is always the same',
    body: Fields({ email: Email }),
    answers: { 202: null },
    handle: ({ body }) => requestVerification(context, body),
  }),
  route({
    method: 'PUT',
    path: '/api/email-verification',
    access: 'guest',
    anonymous: true,
    perMinute: 60,
    summary: 'Prove an email with the token of the letter',
    body: Fields({ token: Token }),
    answers: { 204: null },
    refuses: [refuse.tokenUsed, refuse.emailTaken],
    handle: ({ body }) => verifyEmail(context, body),
  }),
  route({
    method: 'PUT',
    path: '/api/me/email',
    access: 'fresh',
    summary: 'Ask for another email; it counts once its link was followed',
    body: Fields({ email: Email }),
    answers: { 202: null },
    refuses: [refuse.emailTaken, invalid, tooManyRequests],
    handle: ({ actor, body }) => changeEmail(context, actor, body),
  }),
  route({
    method: 'GET',
    path: '/api/me',
    access: 'member',
    summary: 'Your own account',
    answers: { 200: MeView },
    handle: ({ actor }) => showMe(context, actor),
  }),
  route({
    method: 'PATCH',
    path: '/api/me',
    access: 'member',
    summary: 'Change nickname, avatar, bio, links',
    body: Fields({
      nickname: Type.Optional(Nickname),
      bio: Type.Optional(Text(0, 300)),
      links: Type.Optional(Type.Array(Line(1, 200), { maxItems: 5 })),
      avatarId: Type.Optional(Nullable(AnyId)),
      gender: Type.Optional(Nullable(Gender)),
    }),
    answers: { 200: MeView },
    refuses: [
      refuse.nicknameTaken,
      refuse.nicknameRefused,
      refuse.nicknameChangesUsed,
      refuse.avatarRefused,
      versionStale,
    ],
    ifMatch: true,
    handle: async ({ actor, body, version }) => {
      await changeProfile(context, actor, version, body)
      return showMe(context, actor)
    },
  }),
  route({
    method: 'GET',
    path: '/api/members',
    access: 'member',
    summary: 'Members whose nickname begins so, ten at most',
    query: Fields({ q: Line(1, 50) }),
    answers: { 200: ListOf(MemberCard) },
    handle: async ({ query }) => ({ items: await searchMembers(context, cards, query.q) }),
  }),
  route({
    method: 'GET',
    path: '/api/members/:idOrNickname',
    access: 'guest',
    summary: 'What anyone may know about a member; a former nickname redirects',
    params: Fields({ idOrNickname: Line(1, 50) }),
    answers: { 200: ProfileView, 302: null },
    refuses: [notFound, refuse.memberGone],
    cache: (member: { id: string }) => [member.id],
    handle: async ({ actor, params: { idOrNickname } }) => {
      const member = await showMember(context, actor, idOrNickname)
      const asked = idOrNickname.toLowerCase()
      if (asked === member.id || asked === member.nickname.toLowerCase()) return member
      return new Answer(302, undefined, { location: `/api/members/${encodeURIComponent(member.nickname)}` })
    },
  }),
]
