import { Type } from 'typebox'
import { defineSetting } from '../../platform/settings/setting.ts'

export const linkTtlS = defineSetting({
  key: 'files.link-ttl-s',
  name: { ko: '파일 링크의 유효 시간(초)', en: 'How long a file link works, in seconds' },
  schema: Type.Integer({ minimum: 60, maximum: 86_400 }),
  default: 3600,
})
export const quotaMiB = defineSetting({
  key: 'files.quota-mib',
  name: { ko: '회원 한 명의 저장 용량(MiB)', en: 'Storage of one member, in MiB' },
  schema: Type.Integer({ minimum: 1, maximum: 1_048_576 }),
  default: 1024,
})
export const dailyQuotaMiB = defineSetting({
  key: 'files.daily-quota-mib',
  name: { ko: '회원 한 명이 하루에 올릴 수 있는 용량(MiB)', en: 'Uploads of one member in a day, in MiB' },
  schema: Type.Integer({ minimum: 1, maximum: 1_048_576 }),
  default: 500,
})
