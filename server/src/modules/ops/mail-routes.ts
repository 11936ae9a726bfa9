import { Type } from 'typebox'
import { notFound } from '../../kernel/problems.ts'
import { Fields, Id, Line, Nullable, OneOf, PageOf, pageQuery, Time } from '../../kernel/schema.ts'
import { route } from '../../module.ts'
import { listMails } from '../../platform/mail/list-mails.ts'
import type { Platform } from '../../platform/platform.ts'
import { mailRefused } from './problems.ts'

const access = { role: 'admin' } as const
const states = ['pending', 'sent', 'failed', 'expired'] as const

const MailView = Type.Object({
  id: Type.String(),
  to: Type.String(),
  subject: Type.String(),
  text: Type.String({ description: 'Empty once it was sent or has expired' }),
  state: OneOf(states),
  tries: Type.Integer(),
  error: Nullable(Type.String()),
  createdAt: Time,
  sentAt: Nullable(Time),
})

export const mailRoutes = (platform: Platform) => [
  route({
    method: 'GET',
    path: '/api/ops/mails',
    access,
    summary: 'Letters to the outside, newest first; without SMTP_URL they can be read here',
    query: Fields({ ...pageQuery, state: Type.Optional(OneOf(states)) }),
    answers: { 200: Type.Object({ ...PageOf(MailView).properties, delivers: Type.Boolean() }) },
    handle: async ({ query: { limit = 20, ...query } }) => ({
      ...(await listMails(platform.db, { limit, ...query })),
      delivers: platform.mailer.delivers,
    }),
  }),
  route({
    method: 'POST',
    path: '/api/ops/mails/:id/deliveries',
    access,
    summary: 'Have a failed letter sent again',
    params: Fields({ id: Id('mal') }),
    answers: { 202: null },
    refuses: [notFound],
    handle: ({ actor, params: { id } }) =>
      platform.db.transact(async (tx) => {
        if (!(await platform.mail.retry(tx, id))) throw notFound()
        await platform.audit.write(tx, actor, { act: 'ops.mail-retried', target: id })
      }),
  }),
  route({
    method: 'POST',
    path: '/api/ops/mail-tests',
    access,
    summary: 'Ask the mail server whether it takes letters, and send one',
    body: Fields({ to: Line(3, 254, { pattern: '^[^\\s@<>(),;]{1,64}@[^\\s@<>(),;]+$' }) }),
    answers: { 202: null },
    refuses: [mailRefused],
    handle: async ({ actor, body: { to } }) => {
      await platform.mailer.verify().catch((error: Error) => {
        throw mailRefused({ facts: { reason: error.message.slice(0, 300) } })
      })
      await platform.db.transact(async (tx) => {
        const ko = { subject: '시험 편지', text: '이 편지가 보이면 메일 설정이 맞아요.\n' }
        const en = { subject: 'Test letter', text: 'If you can read this, mail is set up right.\n' }
        await platform.mail.write(tx, { to, ...{ ko, en }[actor.locale] })
        await platform.audit.write(tx, actor, { act: 'ops.mail-tested', target: to })
      })
    },
  }),
]
