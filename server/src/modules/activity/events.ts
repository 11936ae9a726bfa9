import { Type } from 'typebox'
import { defineEvent } from '../../kernel/event.ts'
import { OneOf } from '../../kernel/schema.ts'

/** Key: what is followed: a member, a board or (by its name) a tag. */
export const followAdded = defineEvent(
  'activity.follow-added.v1',
  Type.Object({ memberId: Type.String(), kind: OneOf(['member', 'board', 'tag']) }),
)
