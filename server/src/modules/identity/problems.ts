import { defineProblem } from '../../kernel/problem.ts'

export const emailTaken = defineProblem('identity-email-taken', 409, {
  ko: '이미 가입한 이메일이에요',
  en: 'There is already an account with this email',
})
export const nicknameTaken = defineProblem('identity-nickname-taken', 409, {
  ko: '이미 있는 닉네임이에요',
  en: 'That nickname is taken',
})
export const nicknameRefused = defineProblem('identity-nickname-refused', 422, {
  ko: '쓸 수 없는 닉네임이에요',
  en: 'That nickname is not available',
})
export const nicknameChangesUsed = defineProblem('identity-nickname-changes-used', 429, {
  ko: '닉네임은 30일에 세 번까지 바꿀 수 있어요',
  en: 'A nickname can be changed three times in 30 days',
})
export const underAge = defineProblem('identity-under-age', 422, {
  ko: '만 14세부터 가입할 수 있어요',
  en: 'You have to be 14 or older to join',
})
export const consentMissing = defineProblem('identity-consent-missing', 422, {
  ko: '이용약관과 개인정보 처리에 동의해 주세요',
  en: 'Please accept the terms and the privacy notice',
})
export const passwordWeak = defineProblem('identity-password-weak', 422, {
  ko: '짐작하기 쉬운 비밀번호예요. 다른 것으로 정해 주세요',
  en: 'That password is easy to guess. Please choose another one',
})
export const tokenUsed = defineProblem('identity-token-used', 410, {
  ko: '이미 썼거나 기한이 지난 링크예요',
  en: 'This link was used before or has expired',
})
export const credentialsWrong = defineProblem('identity-credentials-wrong', 401, {
  ko: '이메일이나 비밀번호가 맞지 않아요',
  en: 'The email or the password is not right',
})
export const emailUnverified = defineProblem('identity-email-unverified', 403, {
  ko: '메일로 보낸 링크를 눌러 이메일을 확인해 주세요',
  en: 'Confirm your email first: follow the link that we sent you',
})
export const locked = defineProblem('identity-locked', 429, {
  ko: '로그인을 여러 번 틀려서 잠시 막았어요',
  en: 'Sign-in is paused after several wrong tries',
})
export const sessionExpired = defineProblem('identity-session-expired', 401, {
  ko: '로그인한 지 오래되어 다시 확인이 필요해요',
  en: 'Your session has expired',
})
export const sessionRevoked = defineProblem('identity-session-revoked', 401, {
  ko: '로그아웃되었어요. 다시 로그인해 주세요',
  en: 'You have been signed out. Please sign in again',
})
export const refreshReused = defineProblem('identity-refresh-reused', 401, {
  ko: '안전을 위해 로그아웃했어요. 다시 로그인해 주세요',
  en: 'You were signed out for your safety. Please sign in again',
})
export const setupDone = defineProblem('identity-setup-done', 410, {
  ko: '이미 설치를 마쳤어요',
  en: 'This instance is already set up',
})
export const setupTokenWrong = defineProblem('identity-setup-token-wrong', 403, {
  ko: '설치 링크가 맞지 않아요. 서버를 다시 시작하면 새 링크가 나와요',
  en: 'That is not the set-up link. Start the server again to get a new one',
})
export const lastAdmin = defineProblem('identity-last-admin', 409, {
  ko: '마지막 관리자는 그대로 두어야 해요',
  en: 'The last administrator has to stay',
})
export const grantExists = defineProblem('identity-grant-exists', 409, {
  ko: '이미 가지고 있는 역할이에요',
  en: 'They already have this role',
})
export const avatarRefused = defineProblem('identity-avatar-refused', 422, {
  ko: '프로필 사진으로 올린 자신의 그림만 쓸 수 있어요',
  en: 'Choose a picture that you uploaded as your avatar',
})
export const memberGone = defineProblem('identity-member-gone', 410, {
  ko: '탈퇴한 회원이에요',
  en: 'This member has left',
})
