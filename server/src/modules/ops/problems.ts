import { defineProblem } from '../../kernel/problem.ts'

export const deadLetterGone = defineProblem('ops-dead-letter-gone', 404, {
  ko: '이미 다시 처리했거나 없는 이벤트예요',
  en: 'That event was already replayed, or never failed',
})
export const mailRefused = defineProblem('ops-mail-refused', 422, {
  ko: '메일 서버가 편지를 받지 않아요',
  en: 'The mail server does not take letters',
})
