import { defineProblem } from '../../kernel/problem.ts'

export const jobRunning = defineProblem('ops-job-running', 409, {
  ko: '이 작업은 이미 실행 중이에요',
  en: 'This job is already running',
})
export const jobNotRestartable = defineProblem('ops-job-not-restartable', 409, {
  ko: '끝났거나 폐기한 실행은 다시 시작할 수 없어요',
  en: 'A completed or abandoned run cannot be started again',
})
export const jobFenced = defineProblem('ops-job-fenced', 409, {
  ko: '다른 프로세스가 이 실행을 넘겨받았어요',
  en: 'Another process has taken this run over',
})
