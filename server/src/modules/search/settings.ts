import { Type } from 'typebox'
import { defineSetting } from '../../platform/settings/setting.ts'

export const searchesPerMinute = defineSetting({
  key: 'search.searches-per-minute',
  name: {
    ko: '한 사람이 1분에 할 수 있는 검색 (비회원은 절반, 0은 제한 없음)',
    en: 'Searches a minute for a member, half for a guest address; 0 for no limit',
  },
  schema: Type.Integer({ minimum: 0, maximum: 10_000 }),
  default: 60,
})
export const suggestionsPerMinute = defineSetting({
  key: 'search.suggestions-per-minute',
  name: {
    ko: '한 사람이 1분에 받을 수 있는 검색어 제안 (비회원은 절반, 0은 제한 없음)',
    en: 'Suggestions a minute for a member, half for a guest address; 0 for no limit',
  },
  schema: Type.Integer({ minimum: 0, maximum: 100_000 }),
  default: 300,
})
export const leastActors = defineSetting({
  key: 'search.popular-least-actors',
  name: {
    ko: '인기 검색어가 되려면 찾아야 하는 사람 수',
    en: 'How many people must search a word before it is shown as popular',
  },
  schema: Type.Integer({ minimum: 1, maximum: 50 }),
  default: 1,
})
export const settings = [searchesPerMinute, suggestionsPerMinute, leastActors]
