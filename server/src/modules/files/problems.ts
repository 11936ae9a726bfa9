import { defineProblem } from '../../kernel/problem.ts'

export const fileTooLarge = defineProblem('files-too-large', 413, {
  ko: '파일이 너무 커요',
  en: 'The file is too large',
})
export const fileTypeRefused = defineProblem('files-type-refused', 415, {
  ko: '이 형식의 파일은 올릴 수 없어요',
  en: 'Files of this type cannot be uploaded',
})
export const fileEmpty = defineProblem('files-empty', 400, { ko: '빈 파일이에요', en: 'The file is empty' })
export const quotaReached = defineProblem('files-quota', 422, {
  ko: '올릴 수 있는 용량을 다 썼어요',
  en: 'Your upload space is used up',
})
export const tooManyFiles = defineProblem('files-too-many', 422, {
  ko: '한 글에 넣을 수 있는 파일 수를 넘었어요',
  en: 'That is more files than one text can hold',
})
export const linkInvalid = defineProblem('files-link-invalid', 403, {
  ko: '링크가 만료되었거나 올바르지 않아요',
  en: 'The link has expired or is not valid',
})
