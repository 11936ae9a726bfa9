import { Type } from 'typebox'
import { defineEvent } from '../../kernel/event.ts'

const memberId = Type.String()

/** Keys are member ids, but of the two about sessions and terms. */
export const memberJoined = defineEvent('identity.member-joined.v1', Type.Object({ memberId, nickname: Type.String() }))
export const memberVerified = defineEvent('identity.member-verified.v1', Type.Object({ memberId }))
export const memberRenamed = defineEvent(
  'identity.member-renamed.v1',
  Type.Object({ memberId, nickname: Type.String(), formerNickname: Type.String() }),
)
/** Bio, links or avatar changed; the avatar's file ids before and after. */
export const profileChanged = defineEvent(
  'identity.profile-changed.v1',
  Type.Object({
    memberId,
    avatarId: Type.Union([Type.String(), Type.Null()]),
    formerAvatarId: Type.Union([Type.String(), Type.Null()]),
  }),
)
export const consentsAnswered = defineEvent('identity.consents-answered.v1', Type.Object({ memberId }))
/** The key is the session's id. */
export const sessionRevoked = defineEvent(
  'identity.session-revoked.v1',
  Type.Object({ sessionId: Type.String(), memberId, reason: Type.String() }),
)
/** The key is the session's id: it proved a credential again. */
export const sessionProved = defineEvent(
  'identity.session-proved.v1',
  Type.Object({ sessionId: Type.String(), memberId }),
)
const grant = Type.Object({ memberId, grantId: Type.String(), role: Type.String(), scope: Type.String() })
export const roleGranted = defineEvent('identity.role-granted.v1', grant)
export const roleRevoked = defineEvent('identity.role-revoked.v1', grant)
/** Something that the owner of the account should look at; a letter says the same. */
export const securityAlerted = defineEvent(
  'identity.security-alerted.v1',
  Type.Object({ memberId, alert: Type.String() }),
)
/** The key is the consent's name: members are asked anew. */
export const termsPublished = defineEvent(
  'identity.terms-published.v1',
  Type.Object({ consent: Type.String(), version: Type.Integer() }),
)
/** The first administrator is made: the instance may be filled. */
export const instanceSetUp = defineEvent('identity.instance-set-up.v1', Type.Object({ memberId }))

export const events = [
  memberJoined,
  memberVerified,
  memberRenamed,
  profileChanged,
  consentsAnswered,
  sessionRevoked,
  sessionProved,
  roleGranted,
  roleRevoked,
  securityAlerted,
  termsPublished,
  instanceSetUp,
]
