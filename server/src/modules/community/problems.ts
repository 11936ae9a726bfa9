import { defineProblem } from '../../kernel/problem.ts'

export const slugTaken = defineProblem('community-slug-taken', 409, {
  ko: '이미 쓰고 있는 게시판 주소예요',
  en: 'Another board has this address',
})
export const boardClosed = defineProblem('community-board-closed', 403, {
  ko: '이 게시판에는 글을 쓸 수 없어요',
  en: 'You may not write on this board',
})
export const categoryNeeded = defineProblem('community-category-needed', 422, {
  ko: '분류를 골라 주세요',
  en: 'Choose a category',
})
export const categoryUnknown = defineProblem('community-category-unknown', 422, {
  ko: '이 게시판에 없는 분류예요',
  en: 'This board has no such category',
})
export const categoryTaken = defineProblem('community-category-taken', 409, {
  ko: '같은 이름의 분류가 있어요',
  en: 'There is a category of this name',
})
export const categoryDepth = defineProblem('community-category-depth', 422, {
  ko: '분류는 두 단계까지만 만들 수 있어요',
  en: 'Categories have two levels',
})
export const categoryUsed = defineProblem('community-category-used', 422, {
  ko: '글이나 아래 분류가 있어서 지울 수 없어요',
  en: 'It still holds posts or categories',
})
export const tagInvalid = defineProblem('community-tag-invalid', 422, {
  ko: '태그에는 글자, 숫자와 + # . _ - 만 쓸 수 있어요',
  en: 'Tags take letters, digits and + # . _ -',
})
export const fileUnknown = defineProblem('community-file-unknown', 422, {
  ko: '올리지 않았거나 내 것이 아닌 파일이에요',
  en: 'That file is not yours, or was never uploaded',
})
export const slowMode = defineProblem('community-slow-mode', 429, {
  ko: '천천히 쓰는 게시판이에요. 조금 뒤에 다시 올려 주세요',
  en: 'This board is in slow mode. Post again in a moment',
})
export const questionAnswered = defineProblem('community-question-answered', 409, {
  ko: '답변이 달린 질문은 고치거나 지울 수 없어요. 덧붙이는 말을 남겨 주세요',
  en: 'An answered question cannot be changed or deleted. Add a note instead',
})
export const answerAccepted = defineProblem('community-answer-accepted', 409, {
  ko: '채택된 답변은 고치거나 지울 수 없어요',
  en: 'An accepted answer cannot be changed or deleted',
})
export const locked = defineProblem('community-locked', 409, {
  ko: '잠긴 글이에요',
  en: 'This post is locked',
})
export const notAsker = defineProblem('community-not-asker', 403, {
  ko: '질문한 사람만 채택할 수 있어요',
  en: 'Only the asker can accept an answer',
})
export const alreadyAccepted = defineProblem('community-already-accepted', 409, {
  ko: '이미 채택한 답변이 있어요',
  en: 'An answer is accepted already',
})
export const statusStep = defineProblem('community-status-step', 409, {
  ko: '지금은 그 상태로 바꿀 수 없어요',
  en: 'It cannot go to that state from here',
})
export const kindDiffers = defineProblem('community-kind-differs', 422, {
  ko: '그 게시판으로는 옮길 수 없는 글이에요',
  en: 'A post of this kind cannot move to that board',
})
export const detailsUnfit = defineProblem('community-details-unfit', 422, {
  ko: '이 게시판의 글에는 없는 항목이에요',
  en: 'Posts of this board have no such fields',
})
export const editWindowOver = defineProblem('community-edit-window-over', 409, {
  ko: '고칠 수 있는 시간이 지났어요',
  en: 'The time for changes is over',
})
export const pinsFull = defineProblem('community-pins-full', 409, {
  ko: '한 게시판에 다섯 개까지 고정할 수 있어요',
  en: 'A board takes five pinned posts',
})
export const notesFull = defineProblem('community-notes-full', 409, {
  ko: '덧붙이는 말은 스무 개까지 쓸 수 있어요',
  en: 'A question takes twenty notes',
})
export const notAQuestion = defineProblem('community-not-a-question', 422, {
  ko: '질문이 아니에요',
  en: 'This is not a question',
})
export const restoreOver = defineProblem('community-restore-over', 409, {
  ko: '되돌릴 수 없는 글이에요',
  en: 'It can no longer be restored',
})
