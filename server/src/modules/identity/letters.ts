import type { Locale } from '../../kernel/problem.ts'

export interface Words {
  subject: string
  text: string
}

type LetterIn = (values: { publicUrl: string; link?: string; nickname: string; detail?: string }) => Words
type Letter = Record<Locale, LetterIn>

const host = (publicUrl: string) => new URL(publicUrl).host
const lines = (...parts: (string | undefined)[]) => `${parts.filter((part) => part !== undefined).join('\n\n')}\n`

const verification: Letter = {
  ko: ({ publicUrl, link, nickname }) => ({
    subject: '이메일을 확인해 주세요',
    text: lines(
      `안녕하세요, ${nickname}님.`,
      `아래 링크를 누르면 이메일 확인이 끝나고, 바로 로그인할 수 있어요. 링크는 24시간 동안 한 번만 쓸 수 있어요.`,
      link,
      `${host(publicUrl)}에 가입하거나 이메일을 바꾼 적이 없다면 이 메일은 지우셔도 돼요. 아무 일도 일어나지 않아요.`,
    ),
  }),
  en: ({ publicUrl, link, nickname }) => ({
    subject: 'Please confirm your email',
    text: lines(
      `Hello ${nickname},`,
      `follow this link to confirm your email; then you can sign in. It works once, within 24 hours.`,
      link,
      `If you did not join ${host(publicUrl)} or change your email there, you can delete this letter: nothing will happen.`,
    ),
  }),
}

const recovery: Letter = {
  ko: ({ publicUrl, link, nickname }) => ({
    subject: '비밀번호를 다시 정해 주세요',
    text: lines(
      `안녕하세요, ${nickname}님.`,
      `아래 링크에서 새 비밀번호를 정할 수 있어요. 링크는 30분 동안 한 번만 쓸 수 있고, 비밀번호를 바꾸면 다른 기기에서는 로그아웃돼요.`,
      link,
      `${host(publicUrl)}에 이 요청을 한 적이 없다면 이 메일은 지우셔도 돼요. 비밀번호는 그대로예요.`,
    ),
  }),
  en: ({ publicUrl, link, nickname }) => ({
    subject: 'Choose a new password',
    text: lines(
      `Hello ${nickname},`,
      `with this link you can choose a new password. It works once, within 30 minutes, and signs you out on all other devices.`,
      link,
      `If you did not ask ${host(publicUrl)} for this, you can delete this letter: your password stays as it is.`,
    ),
  }),
}

const manyFailures: Letter = {
  ko: ({ publicUrl, link, nickname }) => ({
    subject: '누군가 여러 번 로그인을 시도했어요',
    text: lines(
      `안녕하세요, ${nickname}님.`,
      `${host(publicUrl)} 계정에 틀린 비밀번호로 여러 번 로그인을 시도한 기록이 있어요. 안전을 위해 한동안 비밀번호로는 로그인할 수 없어요.`,
      `지금 로그인해야 한다면 아래 링크(30분, 한 번)에서 새 비밀번호를 정해 주세요.`,
      link,
    ),
  }),
  en: ({ publicUrl, link, nickname }) => ({
    subject: 'Many wrong sign-ins to your account',
    text: lines(
      `Hello ${nickname},`,
      `somebody tried to sign in to your account at ${host(publicUrl)} with wrong passwords many times. To keep it safe, signing in with the password is paused for a while.`,
      `If you need to sign in now, choose a new password with this link (once, within 30 minutes).`,
      link,
    ),
  }),
}

const alerts = {
  'refresh-reused': {
    ko: '다른 곳에서 오래된 로그인 정보가 쓰여서 그 기기를 로그아웃했어요.',
    en: 'an old sign-in of one of your devices was used again, so that device was signed out.',
  },
  'password-changed': { ko: '비밀번호가 바뀌었어요.', en: 'your password was changed.' },
  'email-changed': { ko: '계정의 이메일이 바뀌었어요.', en: 'the email of your account was changed.' },
  'role-granted': { ko: '새 역할을 받았어요.', en: 'you were given a new role.' },
} satisfies Record<string, Record<Locale, string>>

export type Alert = keyof typeof alerts

const alertLetter = (alert: Alert): Letter => ({
  ko: ({ publicUrl, nickname, detail }) => ({
    subject: '계정에 변화가 있어요',
    text: lines(
      `안녕하세요, ${nickname}님.`,
      `${host(publicUrl)}에서 알려 드려요. ${alerts[alert].ko}${detail ? ` (${detail})` : ''}`,
      `직접 하신 일이라면 그대로 두셔도 돼요. 아니라면 비밀번호를 바꾸고 로그인된 기기를 확인해 주세요.`,
      `${publicUrl}/settings/security`,
    ),
  }),
  en: ({ publicUrl, nickname, detail }) => ({
    subject: 'Something changed in your account',
    text: lines(
      `Hello ${nickname},`,
      `a note from ${host(publicUrl)}: ${alerts[alert].en}${detail ? ` (${detail})` : ''}`,
      `If that was you, there is nothing to do. If not, please change your password and look at your devices.`,
      `${publicUrl}/settings/security`,
    ),
  }),
})

export const letters = { verification, recovery, manyFailures }
export { alertLetter }
