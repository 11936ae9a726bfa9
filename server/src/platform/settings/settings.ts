import { Ajv } from 'ajv'
import { type Static, type TSchema, Type } from 'typebox'
import type { Actor } from '../../kernel/actor.ts'
import type { Clock } from '../../kernel/clock.ts'
import { defineEvent } from '../../kernel/event.ts'
import { defineProblem } from '../../kernel/problem.ts'
import { notFound, versionStale } from '../../kernel/problems.ts'
import { tidy } from '../../kernel/text.ts'
import type { Audit } from '../audit.ts'
import { type Database, sql } from '../database.ts'
import type { Setting } from './setting.ts'

export const settingChanged = defineEvent('ops.setting-changed.v1', Type.Object({ key: Type.String() }))
export const settingInvalid = defineProblem('ops-setting-invalid', 422, {
  ko: '이 설정에 넣을 수 없는 값이에요',
  en: 'That value does not fit this setting',
})

export interface SettingState {
  setting: Setting
  value: unknown
  version: number
  changedAt: Date | null
  changedBy: string | null
}

/** Values that operators change while the instance runs; every node acts on a change within seconds. */
export interface Settings {
  /** From memory: cheap on a hot path. */
  get<S extends TSchema>(setting: Setting<S>): Static<S>
  list(): SettingState[]
  /** Audited. Refuses `not-found`, `ops-setting-invalid`, and `version-stale` when someone else was faster. */
  set(actor: Actor, key: string, value: unknown, version: number): Promise<SettingState>
  /** Reads all values anew. */
  reload(): Promise<void>
}

interface Row {
  key: string
  value: unknown
  version: number
  changedAt: Date
  changedBy: string
}

const hiddenValue = '••••••••'

/** Texts as every text is stored: NFC, without blanks at the ends. */
const tidied = (value: unknown): unknown =>
  typeof value === 'string' ? tidy(value) : Array.isArray(value) ? value.map(tidied) : value

export function createSettings(o: { db: Database; clock: Clock; audit: Audit; all: () => Setting[] }): Settings {
  const ajv = new Ajv({ allErrors: false, strict: false })
  let rows = new Map<string, Row>()
  const shown = ({ secret }: Setting, value: unknown) => (secret && value !== '' ? hiddenValue : value)
  const stateOf = (setting: Setting): SettingState => {
    const row = rows.get(setting.key)
    return {
      setting,
      value: shown(setting, row ? row.value : setting.default),
      version: row?.version ?? 0,
      changedAt: row?.changedAt ?? null,
      changedBy: row?.changedBy ?? null,
    }
  }
  async function reload() {
    const list = await o.db.many<Row>(
      sql`select key, value, version, changed_at as "changedAt", changed_by as "changedBy" from platform.settings`,
    )
    rows = new Map(list.map((row) => [row.key, row]))
  }
  return {
    get: (setting) => (rows.get(setting.key)?.value ?? setting.default) as never,
    list: () => o.all().map(stateOf),
    reload,
    async set(actor, key, given, version) {
      const setting = o.all().find((one) => one.key === key)
      if (!setting) throw notFound()
      const value = tidied(given)
      if (!ajv.validate(setting.schema, value)) throw settingInvalid({ facts: { key } })
      await o.db.transact(async (tx) => {
        const before = await tx.one<{ value: unknown; version: number }>(
          sql`select value, version from platform.settings where key = ${key} for update`,
        )
        if ((before?.version ?? 0) !== version) throw versionStale()
        const written = await tx.run(sql`
          insert into platform.settings as s (key, value, version, changed_at, changed_by)
          values (${key}, ${JSON.stringify(value)}::jsonb, 1, ${o.clock.now()}, ${actor.id})
          on conflict (key) do update set value = excluded.value, version = s.version + 1,
            changed_at = excluded.changed_at, changed_by = excluded.changed_by
          where s.version = ${version}`)
        // two who set it for the first time at once have no row to lock
        if (!written) throw versionStale()
        await o.audit.write(tx, actor, {
          act: 'ops.setting-changed',
          target: key,
          before: shown(setting, before ? before.value : setting.default),
          after: shown(setting, value),
        })
        tx.publish(settingChanged, key, { key })
      })
      await reload()
      return stateOf(setting)
    },
  }
}
