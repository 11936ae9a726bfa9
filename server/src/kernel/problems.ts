import { defineProblem } from './problem.ts'

export const invalid = defineProblem('invalid', 400, {
  ko: '입력한 내용을 확인해 주세요',
  en: 'Check what you entered',
})
export const malformed = defineProblem('malformed', 400, {
  ko: '요청을 읽을 수 없어요',
  en: 'The request could not be read',
})
export const cursorInvalid = defineProblem('cursor-invalid', 400, {
  ko: '목록의 위치가 올바르지 않아요',
  en: 'The list position is not valid',
})
export const tooSlow = defineProblem('too-slow', 408, {
  ko: '요청이 제때 다 오지 않았어요',
  en: 'The request did not arrive in time',
})
export const headersTooLarge = defineProblem('headers-too-large', 431, {
  ko: '요청의 머리글이 너무 커요',
  en: 'The headers of the request are too large',
})
export const signInNeeded = defineProblem('sign-in-needed', 401, { ko: '로그인이 필요해요', en: 'Sign in to do this' })
export const forbidden = defineProblem('forbidden', 403, { ko: '권한이 없어요', en: 'You may not do this' })
export const originForeign = defineProblem('origin-foreign', 403, {
  ko: '다른 사이트에서 보낸 요청이라 받지 않았어요',
  en: 'The request came from another site',
})
export const notFound = defineProblem('not-found', 404, { ko: '찾을 수 없어요', en: 'Not found' })
export const methodUnknown = defineProblem('method-not-allowed', 405, {
  ko: '여기서는 할 수 없는 요청이에요',
  en: 'That method is not available here',
})
export const gone = defineProblem('gone', 410, { ko: '더 이상 없어요', en: 'It is gone' })
export const versionStale = defineProblem('version-stale', 412, {
  ko: '다른 사람이 먼저 수정했어요',
  en: 'Someone else changed it first',
})
export const tooLarge = defineProblem('too-large', 413, { ko: '너무 커요', en: 'It is too large' })
export const mediaTypeUnknown = defineProblem('media-type-unsupported', 415, {
  ko: '받을 수 없는 형식이에요',
  en: 'That format is not accepted',
})
export const versionNeeded = defineProblem('version-needed', 428, {
  ko: '어느 판을 고치는지 알려 주세요 (If-Match)',
  en: 'Say which version you are changing (If-Match)',
})
export const tooManyRequests = defineProblem('too-many-requests', 429, {
  ko: '조금 뒤에 다시 해 주세요',
  en: 'Try again in a moment',
})
export const idempotencyKeyReused = defineProblem('idempotency-key-reused', 422, {
  ko: '같은 열쇠로 다른 요청을 보냈어요',
  en: 'That Idempotency-Key was used for another request',
})
export const idempotencyInProgress = defineProblem('idempotency-in-progress', 409, {
  ko: '같은 요청을 처리하고 있어요',
  en: 'The same request is still being handled',
})
export const idempotencyAnswerLost = defineProblem('idempotency-answer-lost', 409, {
  ko: '처리는 끝났지만 답을 다시 보여 드릴 수 없어요',
  en: 'It was done, but the answer can no longer be repeated',
})
export const unavailable = defineProblem('unavailable', 503, {
  ko: '잠시 뒤에 다시 해 주세요',
  en: 'Not available right now, try again shortly',
})
export const bug = defineProblem('internal', 500, {
  ko: '문제가 생겼어요. 잠시 뒤에 다시 해 주세요',
  en: 'Something went wrong. Try again in a moment',
})
