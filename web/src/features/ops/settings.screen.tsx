import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../app/means.ts'
import { Button } from '../../ui/button.tsx'
import { Time } from '../../ui/time.tsx'
import { useAct } from '../../ui/use-act.ts'
import { ConsolePage } from './console-page.tsx'
import { settingsQuery } from './queries.ts'
import { SettingInput } from './setting-input.tsx'
import type { Setting, ValueSchema } from './types.ts'
import { useWords } from './words.ts'

const named = {
  activity: 'module-activity',
  community: 'module-community',
  files: 'module-files',
  identity: 'module-identity',
  interactions: 'module-interactions',
  ops: 'module-ops',
  search: 'module-search',
} as const

export function Component() {
  const t = useWords()
  const { data: settings } = useSuspenseQuery(settingsQuery(useApi()))
  const nameOf = (module: string) => (module in named ? t(named[module as keyof typeof named]) : module)
  const modules = [...Map.groupBy(settings.items, ({ module }) => module)]
  return (
    <ConsolePage tab="settings" lead={t('settings-lead')}>
      {modules.map(([module, items]) => (
        <section key={module} className="mb-8" aria-label={nameOf(module)}>
          <h2 className="mb-2 text-16">{nameOf(module)}</h2>
          <ul className="card list">
            {items.map((setting) => (
              <SettingLine key={`${setting.key} ${setting.version}`} setting={setting} />
            ))}
          </ul>
        </section>
      ))}
    </ConsolePage>
  )
}

function SettingLine({ setting }: { setting: Setting }) {
  const t = useWords()
  const api = useApi()
  const query = useQueryClient()
  const { busy, run } = useAct()
  const [value, setValue] = useState(setting.value)
  const changed = JSON.stringify(value) !== JSON.stringify(setting.value)
  const isDefault = JSON.stringify(setting.value) === JSON.stringify(setting.default)

  const save = (next: unknown, done: string) =>
    run(
      'save',
      async () => {
        const path = `/api/ops/settings/${setting.key}` as const
        const saved = await api.put(path, { value: next }, { version: setting.version })
        query.setQueryData(settingsQuery(api).queryKey, (list) =>
          list ? { items: list.items.map((one) => (one.key === saved.key ? saved : one)) } : undefined,
        )
        await query.invalidateQueries({ queryKey: ['instance'] })
      },
      done,
    )

  return (
    <li className="setting">
      <div className="min-w-0">
        <b className="font-medium">{setting.name}</b>
        <p className="text-12 text-ink-3">
          <span className="mono">{setting.key}</span>
          {setting.changedAt && (
            <>
              {' '}
              · {t('changed')} <Time at={setting.changedAt} />
            </>
          )}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <SettingInput label={setting.name} schema={setting.schema as ValueSchema} value={value} onChange={setValue} />
        {changed ? (
          <Button look="primary" busy={busy !== null} onClick={() => void save(value, t('saved'))}>
            {t('save')}
          </Button>
        ) : (
          !isDefault && (
            <Button look="ghost" onClick={() => void save(setting.default, t('reverted'))}>
              {t('revert')}
            </Button>
          )
        )}
      </div>
    </li>
  )
}
