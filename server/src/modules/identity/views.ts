import { Type } from 'typebox'
import { Fields, Line, Nullable, OneOf, Time } from '../../kernel/schema.ts'
import { consents } from './terms/terms.ts'

export const roles = ['admin', 'moderator', 'tutor', 'mentor', 'host'] as const
const genders = ['male', 'female'] as const

/** Addresses and passwords keep every character: their own rules judge them. */
export const Email = Line(3, 254)
export const Password = Type.String({ minLength: 1, maxLength: 1000 })
export const Token = Type.String({ minLength: 1, maxLength: 200 })
export const Nickname = Line(1, 50)
export const BirthDate = Type.String({ format: 'date' })
export const Gender = OneOf(genders)
/** True, or the version that was read, for yes. */
const ConsentAnswer = Type.Optional(Type.Union([Type.Boolean(), Type.Integer({ minimum: 1 })]))
export const ConsentFields = Fields({
  terms: ConsentAnswer,
  privacy: ConsentAnswer,
  marketing: ConsentAnswer,
  nightPush: ConsentAnswer,
})

export const NewMemberView = Type.Object({
  id: Type.String(),
  email: Type.String(),
  nickname: Type.String(),
  status: OneOf(['pending']),
})

export const MeView = Type.Object({
  id: Type.String(),
  email: Type.String(),
  nickname: Type.String(),
  status: Type.String(),
  bio: Type.String(),
  links: Type.Array(Type.String()),
  avatarId: Nullable(Type.String()),
  avatarUrl: Nullable(Type.String()),
  birthDate: Nullable(Type.String()),
  gender: Nullable(Gender),
  phone: Nullable(Type.String()),
  roles: Type.Array(OneOf(roles)),
  consentsDue: Type.Array(OneOf(consents)),
  nicknameChangesLeft: Type.Integer(),
  version: Type.Integer(),
  createdAt: Time,
})

export const ProfileView = Type.Object({
  id: Type.String(),
  nickname: Type.String(),
  avatarUrl: Nullable(Type.String()),
  bio: Type.String(),
  links: Type.Array(Type.String()),
  roles: Type.Array(OneOf(roles)),
  status: OneOf(['active', 'suspended']),
  joinedAt: Time,
  can: Type.Object({ edit: Type.Boolean(), grant: Type.Boolean() }),
})

export const SessionTokenView = Type.Object({
  accessToken: Type.String(),
  expiresAt: Time,
  member: Type.Object({ id: Type.String() }),
})

export const SessionView = Type.Object({
  id: Type.String(),
  createdAt: Time,
  usedAt: Time,
  address: Type.String(),
  userAgent: Type.String(),
  current: Type.Boolean(),
})

export const GrantView = Type.Object({
  id: Type.String(),
  role: OneOf(roles),
  scope: Type.String(),
  until: Nullable(Time),
  reason: Type.String(),
  grantedBy: Type.String(),
  grantedAt: Time,
  revokedAt: Nullable(Time),
})

export const TermsView = Type.Object({
  consent: OneOf(consents),
  version: Type.Integer(),
  required: Type.Boolean(),
  text: Type.Object({ ko: Type.String(), en: Type.String() }),
  publishedAt: Time,
})

export const ConsentView = Type.Object({
  consent: OneOf(consents),
  required: Type.Boolean(),
  currentVersion: Type.Integer(),
  version: Nullable(Type.Integer()),
  given: Type.Boolean(),
  answeredAt: Nullable(Time),
})

export const ListOf = <S extends Parameters<typeof Type.Array>[0]>(item: S) => Type.Object({ items: Type.Array(item) })
