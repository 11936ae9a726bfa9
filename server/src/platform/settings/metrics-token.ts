import { Type } from 'typebox'
import { defineSetting } from './setting.ts'

/** Empty: anyone who reaches the port may read /metrics. */
export const metricsToken = defineSetting({
  key: 'ops.metrics-token',
  name: {
    ko: '/metrics를 읽을 때 내는 토큰 (비우면 누구나)',
    en: 'Token that /metrics asks for (empty: nobody is asked)',
  },
  schema: Type.String({ pattern: '^[\\x21-\\x7e]{0,200}$' }),
  default: '',
  secret: true,
})
