import { Type } from 'typebox'
import { alwaysOn } from '../../config/module-names.ts'
import { Nullable } from '../../kernel/schema.ts'
import { route } from '../../module.ts'
import type { Platform } from '../../platform/platform.ts'
import { defineSetting } from '../../platform/settings/setting.ts'

export const instanceName = defineSetting({
  key: 'ops.instance-name',
  name: { ko: '커뮤니티 이름', en: 'Name of the community' },
  schema: Type.String({ minLength: 1, maxLength: 40 }),
  default: '마당',
})

const InstanceView = Type.Object({
  name: Type.String(),
  url: Type.String({ description: 'The public origin, for links from elsewhere' }),
  timezone: Type.String({ description: 'IANA; a day, week or month is counted in it' }),
  modules: Nullable(Type.Array(Type.String(), { description: 'Those that are on; null: all that are installed' })),
})

export const instanceRoutes = ({ config, settings }: Platform) => [
  route({
    method: 'GET',
    path: '/api/instance',
    access: 'guest',
    anonymous: true,
    summary: 'What anyone may know of this community',
    answers: { 200: InstanceView },
    cache: () => [instanceName.key],
    handle: async () => ({
      name: settings.get(instanceName),
      url: config.publicUrl,
      timezone: config.timezone,
      modules: config.modules ? [...new Set([...alwaysOn, ...config.modules])] : null,
    }),
  }),
]
