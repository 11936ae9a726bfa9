import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { notFound } from '../../kernel/problems.ts'
import { Fields, OneOf, PageOf, pageQuery } from '../../kernel/schema.ts'
import { Answer, route } from '../../module.ts'
import type { Platform } from '../../platform/platform.ts'
import { settingInvalid } from '../../platform/settings/settings.ts'
import type { IdentityApi } from '../identity/index.ts'
import { auditLines } from './audit-lines.ts'
import { listAudit } from './list-audit.ts'
import { deadLetterGone } from './problems.ts'
import { readHealth } from './read-health.ts'
import { AuditView, DeadLetterView, deadLetterView, HealthView, SettingView, settingView } from './views.ts'

const access = { role: 'admin' } as const
const jsonlHeaders = {
  'content-type': 'application/jsonl; charset=utf-8',
  'content-disposition': 'attachment; filename="audit.jsonl"',
  'cache-control': 'no-store',
}

export const routes = (platform: Platform, identity: IdentityApi) => [
  route({
    method: 'GET',
    path: '/api/ops/health',
    access,
    summary: 'How the instance is doing',
    answers: { 200: HealthView },
    handle: () => readHealth(platform),
  }),
  route({
    method: 'GET',
    path: '/api/ops/settings',
    access,
    summary: 'Every setting with its value, default and bounds',
    answers: { 200: Type.Object({ items: Type.Array(SettingView) }) },
    handle: async ({ actor }) => ({
      items: platform.settings.list().map((state) => settingView(state, actor.locale)),
    }),
  }),
  route({
    method: 'PUT',
    path: '/api/ops/settings/:key',
    access,
    summary: 'Change a setting; every node acts on it within seconds',
    params: Fields({ key: Type.String({ maxLength: 100 }) }),
    body: Fields({ value: Type.Unknown() }),
    answers: { 200: SettingView },
    refuses: [notFound, settingInvalid],
    ifMatch: true,
    handle: async ({ actor, params, body, version }) =>
      settingView(await platform.settings.set(actor, params.key, body.value, version), actor.locale),
  }),
  route({
    method: 'GET',
    path: '/api/ops/dead-letters',
    access,
    summary: 'Events that a subscription could not handle in five tries',
    query: Fields({ ...pageQuery, subscription: Type.Optional(Type.String({ maxLength: 100 })) }),
    answers: { 200: PageOf(DeadLetterView) },
    handle: async ({ query }) => {
      const page = await platform.events.deadLetters.list(query)
      return { ...page, items: page.items.map(deadLetterView) }
    },
  }),
  route({
    method: 'POST',
    path: '/api/ops/dead-letters/:id/replays',
    access,
    summary: 'Have the event handled again, from the first try',
    params: Fields({ id: Type.String({ maxLength: 200 }) }),
    answers: { 202: null },
    refuses: [deadLetterGone],
    handle: async ({ actor, params }) => {
      if (!(await platform.events.deadLetters.replay(params.id))) throw deadLetterGone()
      await platform.db.transact((tx) =>
        platform.audit.write(tx, actor, { act: 'ops.dead-letter-replayed', target: params.id }),
      )
    },
  }),
  route({
    method: 'GET',
    path: '/api/ops/audit',
    access,
    summary:
      'Administrative acts, newest first; `format=jsonl`: all of them with their hashes, oldest first, a line each',
    query: Fields({
      ...pageQuery,
      target: Type.Optional(Type.String({ maxLength: 200 })),
      format: Type.Optional(OneOf(['json', 'jsonl'])),
    }),
    answers: { 200: PageOf(AuditView) },
    handle: async ({ query: { format, limit = 20, ...query }, headers }) =>
      (format ?? (/\b(jsonl|ndjson)\b/.test(String(headers.accept)) ? 'jsonl' : 'json')) === 'jsonl'
        ? new Answer(200, Readable.from(auditLines(platform.db, query.target)), jsonlHeaders)
        : listAudit(platform, identity, { ...query, limit }),
  }),
]
