import { Type } from 'typebox'
import type { Locale } from '../../kernel/problem.ts'
import { Nullable, Time } from '../../kernel/schema.ts'
import type { DeadLetter } from '../../platform/event-log/contract.ts'
import type { SettingState } from '../../platform/settings/settings.ts'

export const SettingView = Type.Object({
  key: Type.String(),
  name: Type.String(),
  module: Type.String(),
  value: Type.Unknown(),
  default: Type.Unknown(),
  schema: Type.Unknown({ description: 'JSON Schema of the value, with its bounds' }),
  version: Type.Integer(),
  changedAt: Nullable(Time),
  changedBy: Nullable(Type.String()),
})

export const settingView = (state: SettingState, locale: Locale) => ({
  key: state.setting.key,
  name: state.setting.name[locale],
  module: state.setting.key.split('.')[0] ?? '',
  value: state.value,
  default: state.setting.default,
  schema: state.setting.schema,
  version: state.version,
  changedAt: state.changedAt,
  changedBy: state.changedBy,
})

export const DeadLetterView = Type.Object({
  id: Type.String(),
  subscription: Type.String(),
  event: Type.Object({
    position: Type.Integer(),
    type: Type.String(),
    key: Type.String(),
    data: Type.Unknown(),
    at: Time,
  }),
  tries: Type.Integer(),
  error: Type.String(),
  firstFailedAt: Time,
  lastFailedAt: Time,
})

export const deadLetterView = ({ event, ...letter }: DeadLetter) => ({
  ...letter,
  event: { position: event.position, type: event.type, key: event.key, data: event.data, at: event.at },
})

export const AuditView = Type.Object({
  n: Type.Integer(),
  at: Time,
  actor: Nullable(Type.Object({ id: Type.String(), nickname: Type.String() })),
  act: Type.String(),
  target: Type.String(),
  before: Type.Unknown(),
  after: Type.Unknown(),
  reason: Nullable(Type.String()),
})

export const HealthView = Type.Object({
  status: Type.Unsafe<'ok' | 'degraded'>({ type: 'string', enum: ['ok', 'degraded'] }),
  version: Type.String(),
  node: Type.String(),
  startedAt: Time,
  database: Type.Object({ version: Type.String(), sizeBytes: Type.Integer(), connections: Type.Integer() }),
  storage: Type.Object({ freeBytes: Type.Integer(), totalBytes: Type.Integer() }),
  events: Type.Object({
    head: Type.Integer(),
    deadLetters: Type.Integer(),
    lags: Type.Array(Type.Object({ subscription: Type.String(), seconds: Type.Number() })),
  }),
  cache: Type.Object({ hits: Type.Integer(), misses: Type.Integer() }),
  memoryBytes: Type.Integer(),
  auditIntact: Type.Boolean(),
  warnings: Type.Array(Type.String()),
})
