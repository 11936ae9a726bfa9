import { Type } from 'typebox'
import { defineSetting } from '../../platform/settings/setting.ts'

export const passwordClasses = defineSetting({
  key: 'identity.password-classes',
  name: { ko: '비밀번호에 섞을 글자 종류의 수', en: 'Kinds of characters that a password must mix' },
  schema: Type.Integer({ minimum: 0, maximum: 4 }),
  default: 0,
})
export const longestNickname = defineSetting({
  key: 'identity.nickname-characters',
  name: { ko: '닉네임의 최대 글자 수', en: 'Most characters of a nickname' },
  schema: Type.Integer({ minimum: 9, maximum: 50 }),
  default: 20,
})
export const reservedNicknames = defineSetting({
  key: 'identity.reserved-nicknames',
  name: { ko: '쓸 수 없는 닉네임', en: 'Nicknames that nobody may take' },
  schema: Type.Array(Type.String({ minLength: 1, maxLength: 50 }), { maxItems: 500 }),
  default: ['admin', '운영자', '관리자'],
})
const nicknameWord = Type.String({ pattern: '^[A-Za-z0-9가-힣]{2,6}$' })
/** Followed by a number, for members who join without a nickname; in the language they join in. */
export const nicknameWords = {
  ko: defineSetting({
    key: 'identity.nickname-word-ko',
    name: { ko: '닉네임 없이 가입한 회원에게 붙이는 낱말', en: 'Korean word for members who join without a nickname' },
    schema: nicknameWord,
    default: '이웃',
  }),
  en: defineSetting({
    key: 'identity.nickname-word-en',
    name: { ko: '닉네임 없이 영어로 가입한 회원에게 붙이는 낱말', en: 'Word for members who join without a nickname' },
    schema: nicknameWord,
    default: 'Member',
  }),
}
export const emailsAlwaysFree = defineSetting({
  key: 'identity.emails-always-free',
  name: { ko: '가입한 이메일인지 미리 알려 주지 않기', en: 'Do not tell beforehand whether an email is registered' },
  schema: Type.Boolean(),
  default: false,
})
export const accessMinutes = defineSetting({
  key: 'identity.access-token-minutes',
  name: { ko: '접근 토큰의 수명(분)', en: 'Minutes that an access token lives' },
  schema: Type.Integer({ minimum: 5, maximum: 60 }),
  default: 15,
})
export const signUpsADay = defineSetting({
  key: 'identity.sign-ups-per-address-and-day',
  name: { ko: '한 주소에서 하루에 가입할 수 있는 수', en: 'Sign-ups from one address in a day' },
  schema: Type.Integer({ minimum: 1, maximum: 10_000 }),
  default: 100,
})

export const settings = [
  passwordClasses,
  longestNickname,
  reservedNicknames,
  ...Object.values(nicknameWords),
  emailsAlwaysFree,
  accessMinutes,
  signUpsADay,
]
