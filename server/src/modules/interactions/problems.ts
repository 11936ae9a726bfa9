import { defineProblem } from '../../kernel/problem.ts'

export const ownSubject = defineProblem('interactions-own-subject', 422, {
  ko: '내가 쓴 것에는 할 수 없어요',
  en: 'You can’t do this to your own',
})
export const kindOff = defineProblem('interactions-kind-off', 422, {
  ko: '여기서는 쓰지 않는 기능이에요',
  en: 'That is turned off here',
})
export const parentElsewhere = defineProblem('interactions-parent-elsewhere', 422, {
  ko: '다른 글의 댓글에는 답할 수 없어요',
  en: 'That comment belongs to something else',
})
export const quoteDiffers = defineProblem('interactions-quote-differs', 422, {
  ko: '인용한 글이 원문과 달라요',
  en: 'The quote is not what its source says',
})
export const subjectLocked = defineProblem('interactions-locked', 409, {
  ko: '잠긴 글이라 더 쓸 수 없어요',
  en: 'This is locked',
})
export const restoreOver = defineProblem('interactions-restore-over', 409, {
  ko: '되돌릴 수 없는 댓글이에요',
  en: 'This comment can no longer be restored',
})
export const draftsFull = defineProblem('interactions-drafts-full', 422, {
  ko: '임시 저장은 50개, 모두 합해 4백만 자까지예요. 쓰지 않는 것을 지워 주세요',
  en: 'You can keep 50 drafts, of four million characters together. Delete one you no longer need',
})
export const foldersFull = defineProblem('interactions-folders-full', 422, {
  ko: '북마크 폴더는 50개까지 만들 수 있어요',
  en: 'You can have 50 bookmark folders',
})
