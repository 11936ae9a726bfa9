import { Type } from 'typebox'
import { invalid } from '../../kernel/problems.ts'
import { Fields } from '../../kernel/schema.ts'
import { route } from '../../module.ts'
import type { Context } from './context.ts'
import * as refuse from './problems.ts'
import { isSetUp, setUp } from './set-up.ts'
import { Email, Nickname, Password, Token } from './views.ts'

export const setupRoutes = (context: Context) => [
  route({
    method: 'GET',
    path: '/api/setup',
    access: 'guest',
    anonymous: true,
    summary: 'Whether the first administrator is still to be made',
    answers: { 200: Type.Object({ needed: Type.Boolean() }) },
    handle: async () => ({ needed: !(await isSetUp(context.platform)) }),
  }),
  route({
    method: 'POST',
    path: '/api/setup',
    access: 'guest',
    anonymous: true,
    perMinute: 60,
    summary: 'Make the first administrator with the token of the set-up link',
    body: Fields({
      token: Token,
      email: Email,
      password: Password,
      passwordConfirm: Type.Optional(Password),
      nickname: Type.Optional(Nickname),
    }),
    answers: { 201: Type.Object({ id: Type.String(), nickname: Type.String() }) },
    refuses: [refuse.setupDone, refuse.setupTokenWrong, refuse.tokenUsed, refuse.passwordWeak, invalid],
    handle: ({ actor, body }) => setUp(context, actor, body),
  }),
]
