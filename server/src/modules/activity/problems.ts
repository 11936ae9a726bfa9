import { defineProblem } from '../../kernel/problem.ts'

export const ownFollow = defineProblem('activity-own-follow', 422, {
  ko: '나를 팔로우할 수는 없어요',
  en: 'You can’t follow yourself',
})
export const followsFull = defineProblem('activity-follows-full', 422, {
  ko: '팔로우는 1,000개까지 할 수 있어요',
  en: 'You can follow 1,000 things',
})
