import { Type } from 'typebox'
import { invalid } from '../../../kernel/problems.ts'
import { Fields } from '../../../kernel/schema.ts'
import { route } from '../../../module.ts'
import type { Context } from '../context.ts'
import * as refuse from '../problems.ts'
import { Email, Password, Token } from '../views.ts'
import { changePassword } from './change-password.ts'
import { requestPasswordReset } from './request-password-reset.ts'
import { resetPassword } from './reset-password.ts'

const newPassword = { password: Password, passwordConfirm: Type.Optional(Password) }

export const passwordRoutes = (context: Context) => [
  route({
    method: 'POST',
    path: '/api/password-resets',
    access: 'guest',
    anonymous: true,
    perMinute: 30,
    summary: 'Have a link mailed for a new password; the answer is always the same',
    body: Fields({ email: Email }),
    answers: { 202: null },
    handle: ({ body }) => requestPasswordReset(context, body),
  }),
  route({
    method: 'PUT',
    path: '/api/password-reset',
    access: 'guest',
    anonymous: true,
    perMinute: 60,
    summary: 'Choose a new password with the token of the letter; all sessions end',
    body: Fields({ token: Token, ...newPassword }),
    answers: { 204: null },
    refuses: [refuse.tokenUsed, refuse.passwordWeak, invalid],
    handle: ({ body }) => resetPassword(context, body),
  }),
  route({
    method: 'PUT',
    path: '/api/me/password',
    access: 'fresh',
    summary: 'Change your password; all other sessions end',
    body: Fields(newPassword),
    answers: { 204: null },
    refuses: [refuse.passwordWeak, invalid],
    handle: ({ actor, body }) => changePassword(context, actor, body),
  }),
]
