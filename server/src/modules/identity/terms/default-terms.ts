import type { Words } from '../../../kernel/problem.ts'
import type { Consent } from './terms.ts'

/** What a new instance begins with; its operator publishes better ones. */
export const defaultTerms: Record<Consent, Words> = {
  terms: {
    ko: [
      '1. 이 커뮤니티는 운영자가 마당으로 꾸려 가요. 만 14세 이상이면 누구나 가입할 수 있어요.',
      '2. 쓴 글의 권리는 쓴 사람에게 있어요. 커뮤니티는 글을 이곳에 보여 주는 데에만 써요.',
      '3. 다른 사람을 괴롭히거나, 법을 어기거나, 남의 권리를 침해하는 글은 지워질 수 있고, 계정이 멈출 수 있어요. 결정에는 이유를 알려 드리고, 다시 살펴봐 달라고 할 수 있어요.',
      '4. 언제든 탈퇴할 수 있어요.',
    ].join('\n\n'),
    en: [
      '1. This community is run by its operator with Madang. Anyone of 14 years or older may join.',
      '2. What you write stays yours. The community uses it only to show it here.',
      '3. What harasses others, breaks the law or violates rights may be removed, and the account may be paused. You are told why, and you may ask for another look.',
      '4. You may leave at any time.',
    ].join('\n\n'),
  },
  privacy: {
    ko: [
      '1. 가입할 때 이메일, 비밀번호(되돌릴 수 없게 바꾸어 저장), 닉네임을 받아요. 생년월일, 성별, 전화번호는 적은 경우에만 저장해요.',
      '2. 이 정보는 로그인과 안내, 커뮤니티를 운영하는 데에만 쓰고, 남에게 팔거나 넘기지 않아요.',
      '3. 로그인 기록(주소, 기기)은 계정을 지키려고 보관해요.',
      '4. 탈퇴하면 법으로 보관해야 하는 것을 빼고 모두 지워요.',
    ].join('\n\n'),
    en: [
      '1. To join, we take your email, your password (stored irreversibly) and a nickname. Birth date, gender and phone are kept only if you give them.',
      '2. They are used to sign you in, to write to you and to run the community; they are neither sold nor handed on.',
      '3. Where and with what you signed in is kept to protect your account.',
      '4. When you leave, all of it is erased, but for what the law requires to be kept.',
    ].join('\n\n'),
  },
  marketing: {
    ko: '새 소식과 행사를 메일로 받아 볼게요. 언제든 끌 수 있어요.',
    en: 'Send me news and events by mail. I can turn this off at any time.',
  },
  nightPush: {
    ko: '밤 9시부터 아침 8시 사이에도 알림을 받을게요. 언제든 끌 수 있어요.',
    en: 'Notify me between 9 pm and 8 am too. I can turn this off at any time.',
  },
}
