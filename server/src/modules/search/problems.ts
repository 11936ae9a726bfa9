import { defineProblem } from '../../kernel/problem.ts'

export const searchEmpty = defineProblem('search-empty', 400, {
  ko: '찾을 말이나 거를 조건을 하나는 알려 주세요',
  en: 'Say a word to look for, or choose a filter',
})
export const initialsTooShort = defineProblem('search-initials-too-short', 400, {
  ko: '자음 하나로는 찾을 수 없어요. 둘 이상 적어 주세요',
  en: 'One lone letter is too little: type two or more',
})
export const searchTooLong = defineProblem('search-too-long', 400, {
  ko: '100자까지 찾을 수 있어요',
  en: 'A search is 100 characters at most',
})
export const kindUnknown = defineProblem('search-kind-unknown', 400, {
  ko: '그런 종류의 글은 없어요',
  en: 'There is no such kind',
})
export const sortUnknown = defineProblem('search-sort-unknown', 400, {
  ko: '그렇게는 정렬할 수 없어요',
  en: 'Results cannot be sorted like that',
})
export const filterUnknown = defineProblem('search-filter-unknown', 400, {
  ko: '그런 조건으로는 거를 수 없어요',
  en: 'Results cannot be filtered like that',
})
export const searchTooDeep = defineProblem('search-too-deep', 400, {
  ko: '처음 만 건까지만 넘겨 볼 수 있어요. 조건을 더해 좁혀 주세요',
  en: 'Only the first 10,000 results can be paged: narrow the search',
})
export const searchTooMany = defineProblem('search-too-many', 429, {
  ko: '검색을 너무 자주 했어요. 잠시 뒤에 다시 해 주세요',
  en: 'Too many searches: try again in a moment',
})
export const rebuildRunning = defineProblem('search-rebuild-running', 409, {
  ko: '색인을 이미 새로 만들고 있어요',
  en: 'The index is already being rebuilt',
})
