import type { Static } from 'typebox'
import { invalid } from '../../../kernel/problems.ts'
import type { PostKind } from '../boards/board.ts'
import { detailsUnfit } from '../problems.ts'
import { detailsFit, type PostDetails } from './post.ts'
import type { ChangedPost } from './post-schemas.ts'

type Fields = Static<typeof ChangedPost>
type Given = { [Name in 'archive' | 'notice' | 'recruitment']?: Fields[Name] | undefined }

/** The details of a post after what its writer gave of them: what is left out stays, null takes away. */
export function mergeDetails(kind: PostKind, before: PostDetails, given: Given, now: Date): PostDetails {
  const named = Object.entries(given).filter(([, fields]) => fields !== undefined)
  if (!detailsFit(kind, Object.fromEntries(named)))
    throw detailsUnfit({ errors: named.map(([name]) => ({ at: `/${name}`, code: 'unknown-field' })) })
  const merged: PostDetails = Object.fromEntries(
    Object.entries({ ...before, ...Object.fromEntries(named) }).map(([name, fields]) => [
      name,
      withoutNulls({ ...before[name as keyof PostDetails], ...fields }),
    ]),
  )
  checkTimes(merged, given, now)
  return merged
}

const withoutNulls = (fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))

function checkTimes({ notice }: PostDetails, given: Given, now: Date): void {
  if (notice?.showFrom && notice.showUntil && new Date(notice.showFrom) >= new Date(notice.showUntil))
    throw invalid({ errors: [{ at: '/notice/showUntil', code: 'too-small' }] })
  const deadline = given.recruitment?.deadline
  if (deadline && new Date(deadline) <= now)
    throw invalid({ errors: [{ at: '/recruitment/deadline', code: 'too-small' }] })
}
